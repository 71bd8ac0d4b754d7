/**
 * @file Fine-tuning as the window shows it: what guesses come from, the run, and what was chosen for the next one. Either the head
 * alone is trained, or the backbone's last convolution too.
 */
import type { TrainingState } from '../../main/contract/areas/training';
import type { TuningState } from '../../main/contract/areas/tuning';
import type { WindowChannel } from '../../main/contract/calls';
import { METHOD_IDS, USUAL_METHODS, type MethodId } from '../../main/contract/training';
import { ofBackbone, ofHead, type ShownRun } from '../logic/finetune/shownRun';
import { fineTune as words } from '../../strings';
import type { Parts } from './labelling';

export type Depth = 'head' | 'deep';

/** The same images and the same seed give the same outcome each time. */
const SEED = 1;
const EPOCHS = 10;
/** Imprinting is where guesses come from anyway. */
const TRAINED = METHOD_IDS.filter((id) => id !== 'imprinting' && id !== 'balanced');

type Verb = 'cancel' | 'keep' | 'discard';

export class FineTuning {
  readonly #parts: Parts;
  #head = $state.raw<TrainingState>({ standing: { kind: 'imprinting' }, run: null });
  #deep = $state.raw<TuningState>({ standing: { kind: 'shipped' }, run: null });
  #asked = false;
  /** A call is on its way. */
  #busy = $state(false);
  depth = $state<Depth>('head');
  method = $state<MethodId>('softmax');
  /** null: as many as the method takes by itself. */
  steps = $state<number | null>(null);
  epochs = $state(EPOCHS);
  seed = $state(SEED);
  all = $state(false);

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get standing(): TrainingState['standing'] {
    return this.#head.standing;
  }
  get backbone(): TuningState['standing'] {
    return this.#deep.standing;
  }
  get busy(): boolean {
    return this.#busy;
  }

  readonly offered = $derived(this.all ? TRAINED : TRAINED.filter((id) => USUAL_METHODS.includes(id)));

  /** The last run of what is chosen; null before there was one. */
  readonly run: ShownRun | null = $derived.by(() => {
    if (this.depth === 'head') return this.#head.run && ofHead(this.#head.run);
    return this.#deep.run && ofBackbone(this.#deep.run);
  });

  /** The method of the head that is shown: of the run, once there is one. */
  readonly trained = $derived(this.#head.run?.request.method ?? this.method);

  /** Of either: two at once would only hold each other up. */
  readonly running = $derived(
    this.#head.run?.status === 'running' ||
      this.#deep.run?.status === 'reading' ||
      this.#deep.run?.status === 'training',
  );

  /** Asks once what main knows; from then on it tells by itself. */
  async want(): Promise<void> {
    if (this.#asked) return;
    this.#asked = true;
    const { client } = this.#parts;
    const head = await client.ask(words.couldNot.read, 'training:state');
    if (head) this.#head = head;
    const deep = await client.ask(words.couldNot.read, 'tuning:state');
    if (deep) this.#deep = deep;
  }

  take(state: TrainingState): void {
    this.#head = state;
  }

  takeDeep(state: TuningState): void {
    this.#deep = state;
  }

  async start(): Promise<void> {
    const { method, steps, seed, epochs, depth } = this;
    const { client } = this.#parts;
    await this.#one(() =>
      depth === 'head'
        ? client.ask(words.couldNot.start, 'training:start', { method, steps, seed })
        : client.ask(words.couldNot.start, 'tuning:start', { epochs, seed }),
    );
  }

  cancel(): Promise<void> {
    return this.#tell('cancel');
  }
  keep(): Promise<void> {
    return this.#tell('keep');
  }
  discard(): Promise<void> {
    return this.#tell('discard');
  }

  /** Guesses come from imprinting again, in one step that undo knows. */
  async goBack(): Promise<void> {
    const command = { name: 'setSettings', changes: { head: null } } as const;
    await this.#one(() => this.#parts.client.ask(words.couldNot.back, 'project:apply', command));
  }

  async backToShipped(): Promise<void> {
    await this.#one(() => this.#parts.client.ask(words.couldNot.back, 'tuning:back'));
  }

  async #tell(verb: Verb): Promise<void> {
    const channel =
      `${this.depth === 'head' ? 'training' : 'tuning'}:${verb}` as const satisfies WindowChannel;
    await this.#one(() => this.#parts.client.ask(words.couldNot[verb], channel));
  }

  async #one(call: () => Promise<unknown>): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    await call();
    this.#busy = false;
  }
}
