/** @file Fine-tuning as the window shows it: what guesses come from, the run, and what was chosen for the next one. */
import type { TrainingRequest, TrainingState } from '../../main/contract/areas/training';
import { tuning as words } from '../strings/en';
import type { Parts } from './labelling';

/** The same images and the same seed give the same head each time. */
const SEED = 1;

export class FineTuning {
  readonly #parts: Parts;
  #state = $state.raw<TrainingState>({ standing: { kind: 'imprinting' }, run: null });
  #asked = false;
  request = $state.raw<TrainingRequest>({ method: 'softmax', steps: null, seed: SEED });
  /** A call is on its way. */
  #busy = $state(false);

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get standing(): TrainingState['standing'] {
    return this.#state.standing;
  }
  get run(): TrainingState['run'] {
    return this.#state.run;
  }
  get busy(): boolean {
    return this.#busy;
  }
  get running(): boolean {
    return this.run?.status === 'running';
  }

  /** Asks once what main knows; from then on it tells by itself. */
  async want(): Promise<void> {
    if (this.#asked) return;
    this.#asked = true;
    const state = await this.#parts.client.ask(words.couldNot.read, 'training:state');
    if (state) this.take(state);
  }

  take(state: TrainingState): void {
    this.#asked = true;
    this.#state = state;
  }

  start(): Promise<void> {
    return this.#call(words.couldNot.start, 'training:start', this.request);
  }
  cancel(): Promise<void> {
    return this.#call(words.couldNot.cancel, 'training:cancel');
  }
  keep(): Promise<void> {
    return this.#call(words.couldNot.keep, 'training:keep');
  }
  discard(): Promise<void> {
    return this.#call(words.couldNot.discard, 'training:discard');
  }

  /** Guesses come from imprinting again, in one step that undo knows. */
  async goBack(): Promise<void> {
    await this.#parts.client.ask(words.couldNot.back, 'project:apply', {
      name: 'setSettings',
      changes: { head: null },
    });
  }

  async #call(
    title: string,
    ...args: ['training:start', TrainingRequest] | ['training:cancel' | 'training:keep' | 'training:discard']
  ): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    const { client } = this.#parts;
    if (args[0] === 'training:start') await client.ask(title, args[0], args[1]);
    else await client.ask(title, args[0]);
    this.#busy = false;
  }
}
