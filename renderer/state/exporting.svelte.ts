/** @file The Export view's choices, its progress and its result. */
import type { ExportedModel, ExportFormat, ExportOptions, ExportProgress } from '../../main/contract/model';
import { app } from '../strings';
import type { Parts } from './labelling';

export class ExportState {
  readonly #parts: Parts;
  #formats = $state.raw<readonly ExportFormat[]>(['tfjs', 'savedmodel']);
  #base = $state<ExportOptions['base']>('none');
  #running = $state(false);
  #cancelling = $state(false);
  #result = $state.raw<{ folder: string; models: ExportedModel[] } | null>(null);
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
  get result(): { folder: string; models: ExportedModel[] } | null {
    return this.#result;
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

  toggle(format: ExportFormat): void {
    const has = this.#formats.includes(format);
    this.#formats = has ? this.#formats.filter((one) => one !== format) : [...this.#formats, format];
  }

  choose(base: ExportOptions['base']): void {
    this.#base = base;
  }

  async run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    this.progress = null;
    const options: ExportOptions = { formats: [...this.#formats], base: this.#base };
    const result = await this.#parts.client.ask(app.couldNot.export, 'export:run', options);
    if (result) this.#result = result;
    this.#running = false;
    this.#cancelling = false;
    this.progress = null;
  }

  async cancel(): Promise<void> {
    this.#cancelling = true;
    await this.#parts.client.ask(app.couldNot.export, 'export:cancel');
  }

  async showFolder(): Promise<void> {
    await this.#parts.client.ask(app.couldNot.reveal, 'export:showFolder');
  }
}
