/** @file The comparison of methods: what is to be compared and how, the one under way, the one shown, and those kept. */
import type {
  ContestProgress,
  ContestSummary,
  EvaluationState,
  KeptContest,
} from '../../../main/contract/areas/evaluating';
import type { SplitRule } from '../../../main/contract/evaluation';
import { METHOD_IDS, USUAL_METHODS, type MethodId } from '../../../main/contract/training';
import { contest as contestWords, evaluate as words } from '../../../strings';
import type { Parts } from '../labelling';

const USUAL: readonly MethodId[] = ['imprinting', 'balanced', 'softmax', 'nearest', 'logistic'];

export class ContestState {
  readonly #parts: Parts;
  #chosen = $state.raw<readonly MethodId[]>(USUAL);
  #all = $state(false);
  #shown = $state.raw<KeptContest | null>(null);
  #progress = $state.raw<ContestProgress | null>(null);
  #failed = $state<string | null>(null);
  #beginning = $state(false);
  #kept = $state.raw<readonly ContestSummary[]>([]);
  kind = $state<SplitRule['kind']>('leave-one-out');
  folds = $state(5);
  /** null: all classes. */
  ways = $state<number | null>(null);
  shots = $state(1);
  episodes = $state(100);
  seed = $state(1);

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get shown(): KeptContest | null {
    return this.#shown;
  }
  get progress(): ContestProgress | null {
    return this.#progress;
  }
  get running(): boolean {
    return this.#beginning || this.#progress !== null;
  }
  get failed(): string | null {
    return this.#failed;
  }
  get kept(): readonly ContestSummary[] {
    return this.#kept;
  }
  get all(): boolean {
    return this.#all;
  }
  set all(all: boolean) {
    this.#all = all;
    if (!all) this.#chosen = this.#chosen.filter((method) => USUAL_METHODS.includes(method));
  }
  readonly offered: readonly MethodId[] = $derived.by(() => (this.all ? METHOD_IDS : USUAL_METHODS));

  readonly rule: SplitRule = $derived.by(() => {
    if (this.kind === 'leave-one-out') return { kind: 'leave-one-out' };
    if (this.kind === 'k-fold') return { kind: 'k-fold', folds: this.folds };
    return { kind: 'episodes', ways: this.ways, shots: this.shots, episodes: this.episodes };
  });

  takesPart(method: MethodId): boolean {
    return method === 'imprinting' || this.#chosen.includes(method);
  }

  toggle(method: MethodId): void {
    const has = this.#chosen.includes(method);
    this.#chosen = has ? this.#chosen.filter((one) => one !== method) : [...this.#chosen, method];
  }

  /** Those that take part, in the order in which they are listed everywhere. */
  readonly methods: MethodId[] = $derived.by(() => this.offered.filter((method) => this.takesPart(method)));

  async start(): Promise<void> {
    const { client } = this.#parts;
    const state = await client.ask(words.couldNot.kept, 'evaluation:state');
    if (state) this.take(state);
    await this.#list();
  }

  async begin(): Promise<void> {
    if (this.running || this.methods.length < 2) return;
    this.#beginning = true;
    this.#failed = null;
    const request = { methods: this.methods, rule: this.rule, seed: this.seed };
    await this.#parts.client.ask(words.couldNot.contest, 'evaluation:contest', request);
    this.#beginning = false;
  }

  async cancel(): Promise<void> {
    await this.#parts.client.ask(words.couldNot.cancel, 'evaluation:cancel');
  }

  /** Takes over what main says. A comparison that has just come is shown; an older one that was opened stays otherwise. */
  take({ contest, progress, failed }: EvaluationState): void {
    const ended = this.#progress !== null && progress === null;
    this.#progress = progress;
    this.#failed = failed;
    if (contest && (this.#shown === null || ended)) this.#shown = contest;
    // It is shown before it is on the disk, and would be missing in a list that is asked for now.
    if (contest && ended)
      this.#kept = [summaryOf(contest), ...this.#kept.filter(({ id }) => id !== contest.id)];
  }

  async open(id: string): Promise<void> {
    const contest = await this.#parts.client.ask(words.couldNot.kept, 'evaluation:open', id);
    if (contest) this.#shown = contest;
  }

  async forget(id: string): Promise<void> {
    const left = await this.#parts.client.ask(words.couldNot.kept, 'evaluation:forget', id);
    if (!left) return;
    this.#kept = left;
    if (this.#shown?.id === id) this.#shown = null;
  }

  async save(as: 'csv' | 'html'): Promise<void> {
    if (!this.#shown) return;
    const options = { at: this.#shown.id, as };
    const path = await this.#parts.client.ask(words.couldNot.save, 'evaluation:save', options);
    if (path) this.#parts.notices.confirm(contestWords.saved(path));
  }

  async #list(): Promise<void> {
    const kept = await this.#parts.client.ask(words.couldNot.kept, 'evaluation:kept');
    if (kept) this.#kept = kept;
  }
}

function summaryOf({ id, at, revision, protocol, sentence, results }: KeptContest): ContestSummary {
  const said = results.map(({ method, accuracy, failed }) => ({ method, accuracy, failed }));
  return { id, at, revision, protocol, sentence, results: said };
}
