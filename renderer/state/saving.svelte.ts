/** @file Labels on their way to files: the choices of the dialog, its progress and its result. */
import type { SavedLabels, SaveFormat, SaveOptions, SaveProgress } from '../../main/contract/exchange';
import { saving as words } from '../../strings';
import type { Parts } from './labelling';

/** Formats in which images lie beside their labels. */
const WITH_IMAGES: ReadonlySet<SaveFormat> = new Set<SaveFormat>(['folders', 'fiftyone']);
/** Formats that are about every image anyway, or only about labels. */
const NO_CHOICE: ReadonlySet<SaveFormat> = new Set<SaveFormat>(['embeddings', 'guesses', 'cvat-images']);

export class SavingState {
  readonly #parts: Parts;
  #open = $state(false);
  #running = $state(false);
  #cancelling = $state(false);
  #result = $state.raw<SavedLabels | null>(null);
  #of = $state.raw<SaveOptions['of']>('labels');
  progress = $state.raw<SaveProgress | null>(null);
  format = $state<SaveFormat>('csv');
  unlabelled = $state(false);
  link = $state(false);

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get isOpen(): boolean {
    return this.#open;
  }
  get running(): boolean {
    return this.#running;
  }
  get cancelling(): boolean {
    return this.#cancelling;
  }
  get result(): SavedLabels | null {
    return this.#result;
  }
  /** Whether results of a folder that is only classified are saved, and not labels. */
  get ofResults(): boolean {
    return this.#of !== 'labels';
  }

  readonly mayLink = $derived(WITH_IMAGES.has(this.format));
  readonly mayAddUnlabelled = $derived(!NO_CHOICE.has(this.format));

  open(of: SaveOptions['of'] = 'labels'): void {
    this.#of = of;
    if (of !== 'labels') this.format = 'guesses';
    this.#result = null;
    this.#open = true;
  }

  /** What is under way goes on: it can only be cancelled on purpose. */
  close(): void {
    if (!this.#running) this.#open = false;
  }

  async run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    this.progress = null;
    this.#result = null;
    const { format, unlabelled, link } = this;
    const options: SaveOptions = { format, of: this.#of, unlabelled, link: link && this.mayLink };
    const result = await this.#parts.client.ask(words.couldNot, 'labels:save', options);
    this.#result = result ?? null;
    this.#running = false;
    this.#cancelling = false;
    this.progress = null;
  }

  async cancel(): Promise<void> {
    this.#cancelling = true;
    await this.#parts.client.ask(words.couldNot, 'labels:cancelSave');
  }

  async show(): Promise<void> {
    await this.#parts.client.ask(words.couldNotShow, 'labels:showSaved');
  }
}
