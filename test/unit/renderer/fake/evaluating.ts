/** @file What the fake main process says of evaluations: whatever a test sets. */
import type {
  Answered,
  ContestSummary,
  EvaluatingCalls,
  EvaluationState,
  KeptContest,
  Overview,
} from '../../../../main/contract/areas/evaluating';
import type {
  BaseReceipt,
  Figure,
  LearningCurve,
  OperatingAnswer,
} from '../../../../main/contract/evaluation';

export class FakeEvaluation {
  overview: Overview | null = null;
  state: EvaluationState = { contest: null, progress: null, failed: null };
  contests: KeptContest[] = [];
  curve: LearningCurve | null = null;
  operating: OperatingAnswer | null = null;
  receipt: BaseReceipt | null = null;
  /** Where a report is written; null: the question was cancelled. */
  saved: string | null = null;

  readonly handlers: { [C in keyof EvaluatingCalls]: EvaluatingCalls[C] } = {
    'evaluation:overview': () => this.overview,
    'evaluation:state': () => this.state,
    'evaluation:contest': () => undefined,
    'evaluation:cancel': () => undefined,
    'evaluation:kept': () => this.#kept(),
    'evaluation:open': (id) => this.#contest(id),
    'evaluation:forget': (id) => {
      this.contests = this.contests.filter((one) => one.id !== id);
      return this.#kept();
    },
    'evaluation:curve': () => this.curve,
    'evaluation:operating': () => this.operating,
    'evaluation:receipt': () => this.receipt,
    'evaluation:base': () => this.receipt,
    'evaluation:cancelBase': () => undefined,
    'evaluation:save': () => this.saved,
  };

  #contest(id: string): KeptContest {
    const found = this.contests.find((one) => one.id === id);
    if (!found) throw new Error('It is not there any more.');
    return found;
  }

  #kept(): ContestSummary[] {
    return this.contests.map(({ id, at, revision, protocol, sentence, results }) => {
      const said = results.map(({ method, accuracy, failed }) => ({ method, accuracy, failed }));
      return { id, at, revision, protocol, sentence, results: said };
    });
  }
}

export const figureOf = (value: number | null, n = 10): Figure => {
  const interval: Figure['interval'] = value === null ? null : [value / 2, (1 + value) / 2];
  return { value, interval, n, groups: n, why: value === null ? 'Too few images.' : null };
};

/** Answers to `items`: as many of each class and guess as `counts` says, in the order of its cells. */
export function answeredBy(items: readonly string[], counts: number[][]): Answered {
  const cells: Record<number, number[]> = {};
  let next = 0;
  for (const [row, line] of counts.entries())
    for (const [column, n] of line.entries())
      if (n > 0) cells[row * line.length + column] = Array.from({ length: n }, () => next++);
  const right = counts.reduce((sum, line, row) => sum + (line[row] ?? 0), 0);
  const total = counts.flat().reduce((sum, n) => sum + n, 0);
  return {
    share: figureOf(right / total, total),
    macro: { precision: 0.7, recall: 0.7, f1: 0.7 },
    perClass: counts.map((line, row) => {
      const n = line.reduce((sum, one) => sum + one, 0);
      const recall = figureOf(n === 0 ? null : (line[row] ?? 0) / n, n);
      return { class: row, precision: recall, recall, f1: recall.value };
    }),
    confusion: { counts, items: cells },
    pairs: [],
    reliability: { error: null, bins: [], n: 0, why: 'Too few images.' },
    items: [...items],
  };
}
