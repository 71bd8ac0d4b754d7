/**
 * @file The best base class of every item, remembered: base rows depend on backbone and join alone, and 1000 classes
 * cost twenty times what own ones do. Runs in the engine and in tests.
 */
import type { Best, PreparedRows, RowSet, Scorer } from './scorer';
import type { Block, EmbeddingMatrix } from './embeddings';
import type { Pause } from './pace';

/** Scores base classes of blocks of rows; to be disposed of. */
export interface PreparedBase {
  best(block: Block, lengths: () => Float32Array): Best;
  dispose(): void;
}

/** What scores base classes, made ready when there is something to score. */
export type PrepareBase = (scorer: Scorer) => PreparedBase;

/**
 * Base classes as rows: their scores are factor·(u·row) + bias.
 * @param byLength whether the factor is |a| (a classifier on raw embeddings) or 1
 */
export function rowScores(rows: RowSet, byLength: boolean): PrepareBase {
  return (scorer) => {
    const prepared: PreparedRows = scorer.prepare(rows);
    return {
      best: ({ units }, lengths) => prepared.best(units, byLength ? lengths() : null),
      dispose: () => prepared.dispose(),
    };
  };
}

/** Version of rows whose best class is not known. */
const UNKNOWN = 0xffff_ffff;

export class BaseGuesses {
  #classes = new Int16Array(0);
  #scores = new Float32Array(0);
  #versions = new Uint32Array(0);

  constructor(
    private readonly matrix: EmbeddingMatrix,
    private readonly prepare: PrepareBase,
  ) {}

  /** Index of the best base class of a row, -1 where {@link update} has not seen its embedding. */
  class(index: number): number {
    return this.matrix.has(index) && this.#versions[index] === this.matrix.version(index)
      ? this.#classes[index]!
      : -1;
  }

  /** The score of {@link class}. */
  score(index: number): number {
    return this.#scores[index]!;
  }

  /** How many rows have no or an outdated result. */
  get outdated(): number {
    let count = 0;
    for (let index = 0; index < this.matrix.count; index++)
      if (this.matrix.has(index) && this.#versions[index] !== this.matrix.version(index)) count++;
    return count;
  }

  /** Scores what has no or an outdated result. */
  async update(scorer: Scorer, pause: Pause): Promise<void> {
    this.#grow(this.matrix.count);
    const stale = [...this.matrix.blocks()].flatMap((block) => this.#stale(block) ?? []);
    if (stale.length === 0) return;
    const prepared = this.prepare(scorer);
    try {
      for (const block of stale) {
        this.#keep(
          block,
          prepared.best(block, () => this.#lengths(block)),
        );
        await pause();
      }
    } finally {
      prepared.dispose();
    }
  }

  /** The part of a block from its first outdated row to its last. New images come nearly in order. */
  #stale({ first, count }: Block): Block | null {
    const outdated = (index: number) =>
      this.matrix.has(index) && this.#versions[index] !== this.matrix.version(index);
    let [from, to] = [first, first + count];
    while (from < to && !outdated(from)) from++;
    while (to > from && !outdated(to - 1)) to--;
    return from < to ? this.matrix.rows(from, to - from) : null;
  }

  #keep({ first, count }: Block, { row, value }: Best): void {
    this.#classes.set(row, first);
    this.#scores.set(value, first);
    for (let index = first; index < first + count; index++)
      this.#versions[index] = this.matrix.has(index) ? this.matrix.version(index) : UNKNOWN;
  }

  #lengths({ first, count }: Block): Float32Array {
    return Float32Array.from({ length: count }, (_, i) => this.matrix.length(first + i));
  }

  #grow(count: number): void {
    if (count <= this.#versions.length) return;
    const capacity = Math.max(count, 2 * this.#versions.length);
    const [classes, scores, versions] = [this.#classes, this.#scores, this.#versions];
    this.#classes = new Int16Array(capacity);
    this.#scores = new Float32Array(capacity);
    this.#versions = new Uint32Array(capacity).fill(UNKNOWN);
    this.#classes.set(classes);
    this.#scores.set(scores);
    this.#versions.set(versions);
  }
}
