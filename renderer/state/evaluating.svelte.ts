/**
 * @file The Evaluate view: which question is open, what is known of each, and whose answers are looked at. What is shown stays
 * until newer figures are there.
 */
import type { Answered, Overview } from '../../main/contract/areas/evaluating';
import type { Confusion } from '../../main/contract/evaluation';
import { firstPlace, itemsAt, type Place } from '../logic/evaluate/confusion';
import type { Question } from '../logic/evaluate/questions';
import { evaluate as words, methodWords } from '../../strings';
import { BaseImpact } from './evaluating/base.svelte';
import { ContestState } from './evaluating/contest.svelte';
import { CurveState } from './evaluating/curve.svelte';
import { OperatingState } from './evaluating/operating.svelte';
import type { Parts } from './labelling';

/** Whose answers: of the check, of the learning images held out, of one method in a comparison. */
export type Source = { from: 'check' } | { from: 'estimate' } | { from: 'contest'; method: string };

/** Answers with the classes they are about, as they were then. */
export interface Shown {
  source: Source;
  answers: Pick<Answered, 'perClass' | 'confusion' | 'reliability' | 'items'>;
  classes: readonly { id: string; name: string }[];
}

export class Evaluating {
  readonly #parts: Parts;
  readonly contest: ContestState;
  readonly curve: CurveState;
  readonly operating: OperatingState;
  readonly base: BaseImpact;
  #overview = $state.raw<Overview | null>(null);
  #asked = $state(false);
  #asking = false;
  #again = false;
  #source = $state.raw<Source | null>(null);
  #place = $state.raw<Place | null>(null);
  question = $state<Question>('known');

  constructor(parts: Parts) {
    this.#parts = parts;
    this.contest = new ContestState(parts);
    this.curve = new CurveState(parts);
    this.operating = new OperatingState(parts);
    this.base = new BaseImpact(parts);
  }

  get overview(): Overview | null {
    return this.#overview;
  }
  /** Whether main has answered at least once. */
  get asked(): boolean {
    return this.#asked;
  }
  /** Whether labels have changed since the figures. */
  readonly stale = $derived.by(() => {
    const revision = this.#parts.project.estimate?.revision;
    return this.#overview !== null && revision !== undefined && this.#overview.revision < revision;
  });

  /** What there are answers of, in the order in which they are offered. */
  readonly sources: readonly Source[] = $derived.by(() => {
    const { check = null, estimate = null } = this.#overview ?? {};
    return [
      ...(check ? [{ from: 'check' } as const] : []),
      ...(estimate ? [{ from: 'estimate' } as const] : []),
      ...(this.#source?.from === 'contest' ? [this.#source] : []),
    ];
  });

  /** The answers that are looked at: those chosen, else the check's where it says anything, else the estimate's. */
  readonly shown: Shown | null = $derived.by(() => {
    const chosen = this.sources.find((one) => sourceKey(one) === sourceKey(this.#source));
    const source = chosen ?? this.sources[0];
    return source ? this.#shownOf(source) : null;
  });

  /** The cell of the confusion matrix that is looked at; the most frequent mistake until one was chosen. */
  readonly place: Place | null = $derived.by(() => {
    const confusion = this.shown?.answers.confusion;
    return confusion ? (within(this.#place, confusion) ?? firstPlace(confusion)) : null;
  });

  choose(source: Source): void {
    this.#source = source;
    this.#place = null;
  }

  lookAt(place: Place): void {
    this.#place = place;
  }

  /** To what one method of the comparison takes for what. */
  lookCloser(method: string): void {
    this.choose({ from: 'contest', method });
    this.question = 'confusion';
  }

  /** Asks for the newest figures; one question at a time. */
  async refresh(): Promise<void> {
    if (this.#asking) return void (this.#again = true);
    this.#asking = true;
    const overview = await this.#parts.client.ask(words.couldNot.overview, 'evaluation:overview');
    this.#asking = false;
    this.#asked = true;
    if (overview) this.#overview = overview;
    if (this.#again) {
      this.#again = false;
      return this.refresh();
    }
    await Promise.all([this.curve.ask(), this.operating.refresh()]);
  }

  /** What comes with the first look at the view. */
  async start(): Promise<void> {
    await Promise.all([this.contest.start(), this.base.start()]);
  }

  /** Rows of items that are still in the project. */
  rowsOf(place: Place): number[] {
    const answers = this.shown?.answers;
    if (!answers) return [];
    const ids = itemsAt(answers.confusion, place).map((at) => answers.items[at] ?? '');
    return ids.flatMap((id) => this.#parts.project.rowOf(id) ?? []);
  }

  /** The grid lists these and nothing else. */
  show(rows: readonly number[], title: string): void {
    const { notices, view } = this.#parts;
    if (rows.length === 0) return notices.info(words.noneInCell);
    view.open('label');
    view.show({});
    view.showSet({ key: 'evaluate', title, rows: Uint32Array.from(rows) });
  }

  nameOf(source: Source): string {
    if (source.from !== 'contest') return words.sources[source.from];
    const known = Object.entries(methodWords).find(([id]) => id === source.method);
    return words.sources.contest(known?.[1].name ?? source.method);
  }

  #shownOf(source: Source): Shown | null {
    if (source.from === 'contest') {
      const { shown } = this.contest;
      const result = shown?.results.find(({ method }) => method === source.method);
      if (!shown || !result) return null;
      const classes = shown.classes.map((name, at) => ({ id: shown.classIds[at] ?? name, name }));
      return { source, answers: { ...result, items: shown.items }, classes };
    }
    const overview = this.#overview;
    const answers = overview?.[source.from];
    return overview && answers ? { source, answers, classes: overview.classes } : null;
  }
}

export const sourceKey = (source: Source | null): string =>
  source === null ? '' : source.from === 'contest' ? `contest ${source.method}` : source.from;

function within(place: Place | null, { counts }: Confusion): Place | null {
  return place && place.row < counts.length && place.column <= counts.length ? place : null;
}
