/** @file The Export view's choices, its progress and its result. */
import type { EarlierExport, ExportResult } from '../../main/contract/areas/exporting';
import { EXPORT_FORMATS } from '../../main/contract/exportFormats';
import type { ExportOptions, ExportProgress } from '../../main/contract/exporting';
import type { ExportFormat } from '../../main/contract/model';
import { app } from '../../strings';
import type { Parts } from './labelling';

export class ExportState {
  readonly #parts: Parts;
  #formats = $state.raw<readonly ExportFormat[]>(['tfjs', 'savedmodel']);
  #base = $state<ExportOptions['base']>('none');
  #running = $state(false);
  #cancelling = $state(false);
  #result = $state.raw<ExportResult | null>(null);
  #earlier = $state.raw<readonly EarlierExport[] | null>(null);
  #copied = $state<ExportFormat | null>(null);
  progress = $state.raw<ExportProgress | null>(null);

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#base = parts.project.document.settings.base;
  }

  get formats(): readonly ExportFormat[] {
    return this.#formats;
  }
  get base(): ExportOptions['base'] {
    return this.#base;
  }
  get running(): boolean {
    return this.#running;
  }
  get cancelling(): boolean {
    return this.#cancelling;
  }
  get result(): ExportResult | null {
    return this.#result;
  }
  /** Newest first; null while they are being looked for. */
  get earlier(): readonly EarlierExport[] | null {
    return this.#earlier;
  }
  /** Whose command is on the clipboard. */
  get copied(): ExportFormat | null {
    return this.#copied;
  }

  /** Classes that have a labelled image, or sums that count, which is what a model can hold. */
  readonly classes = $derived.by(() => {
    const { document, estimate, tally } = this.#parts.project;
    const counts = (id: string): boolean =>
      (estimate?.classes.find((one) => one.class === id)?.given?.images ?? 0) > 0;
    return document.classes.filter(({ id }) => (tally.labelledAs.get(id) ?? 0) > 0 || counts(id));
  });

  /** Classes without: not in the model. */
  readonly left = $derived.by(() => {
    return this.#parts.project.document.classes.filter((info) => !this.classes.includes(info));
  });

  readonly enoughClasses = $derived(this.classes.length >= (this.#base === 'none' ? 2 : 1));

  /** Names of classes that learnt from one image or group: what is written of them is that image in numbers. */
  readonly single = $derived.by(() => {
    const { estimate } = this.#parts.project;
    const shots = (id: string): number => {
      const found = estimate?.classes.find((one) => one.class === id);
      return found ? found.groups + (found.given?.shots ?? 0) : 0;
    };
    return this.classes.filter(({ id }) => shots(id) === 1).map(({ name }) => name);
  });

  toggle(format: ExportFormat): void {
    const has = this.#formats.includes(format);
    this.#formats = has ? this.#formats.filter((one) => one !== format) : [...this.#formats, format];
  }

  /** These and no others. */
  take(formats: readonly ExportFormat[]): void {
    this.#formats = [...formats];
  }

  choose(base: ExportOptions['base']): void {
    this.#base = base;
  }

  async run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    this.progress = null;
    const formats = EXPORT_FORMATS.filter((format) => this.#formats.includes(format));
    const options: ExportOptions = { formats, base: this.#base };
    const result = await this.#parts.client.ask(app.couldNot.export, 'export:run', options);
    if (result) this.#result = result;
    if (result) this.#copied = null;
    await this.look();
    this.#running = false;
    this.#cancelling = false;
    this.progress = null;
  }

  async cancel(): Promise<void> {
    this.#cancelling = true;
    await this.#parts.client.ask(app.couldNot.export, 'export:cancel');
  }

  /** Looks what was exported before. */
  async look(): Promise<void> {
    const found = await this.#parts.client.ask(app.couldNot.earlier, 'export:earlier');
    this.#earlier = found ?? this.#earlier ?? [];
  }

  async showEarlier(at: string): Promise<void> {
    await this.#parts.client.ask(app.couldNot.reveal, 'export:showEarlier', at);
    await this.look();
  }

  async copyCommand(format: ExportFormat): Promise<void> {
    await this.#parts.client.ask(app.couldNot.copy, 'export:copyCommand', format);
    this.#copied = format;
  }

  async showFolder(): Promise<void> {
    await this.#parts.client.ask(app.couldNot.reveal, 'export:showFolder');
  }
}
