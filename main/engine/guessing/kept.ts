/**
 * @file A kept head over the open project: its logits of every item, remembered, since labels do not change them, and how it
 * stands beside the backbone's classes. Runs in the engine and in tests.
 */
import { PersonError } from '../../contract/errors';
import { prepareHead } from '../evaluation/headScores';
import { besideBase } from '../heads/beside';
import type { StoredHead } from '../heads/headFile';
import { logits, softmax, type Head } from '../imprinting/head';
import { argmax } from '../imprinting/vectors';
import { BaseGuesses, type PrepareBase } from './baseGuesses';
import type { BackboneConstants } from './constants';
import type { Block, EmbeddingMatrix } from './embeddings';
import type { BaseSide } from './fill';
import type { Join } from './join';
import type { LessonHead } from './lesson';
import type { Pause } from './pace';
import type { Scorer } from './scorer';
import { told } from '../../../strings/words';

/** How the head stands beside base classes, γ apart. */
interface Side extends BaseSide {
  /** Base classes alone, as rows of the joint head. */
  readonly rows: Head;
}

export class KeptHead {
  #logits = new Float32Array(0);
  #versions = new Uint32Array(0);
  #side: Side | null = null;

  constructor(
    private readonly matrix: EmbeddingMatrix,
    readonly about: LessonHead,
    private readonly stored: StoredHead,
  ) {
    const { head } = stored;
    if (head.classes !== about.classes.length || inputOf(head) !== matrix.dimension)
      throw new PersonError(told().engine.headOfOther);
  }

  /** C */
  get classes(): number {
    return this.stored.head.classes;
  }

  /** Where the table of guesses says that percentages are shown: the mean over classes. Null: in words only. */
  get scale(): number | null {
    const { scale, temperature } = this.stored.head;
    return this.about.calibrated ? scale.reduce((a, b) => a + b, 0) / scale.length / temperature : null;
  }

  /** [C] logits of a row that {@link update} has seen, a view. */
  logits(index: number): Float32Array {
    return this.#logits.subarray(index * this.classes, (index + 1) * this.classes);
  }

  /** [C] fractions; null where none may be shown. */
  confidences(index: number): Float64Array | null {
    return this.about.calibrated ? softmax(this.logits(index)) : null;
  }

  /** Scores what has no or an outdated result. */
  async update(scorer: Scorer, pause: Pause): Promise<void> {
    this.#grow();
    const { matrix, classes } = this;
    const stale = (row: number): boolean => matrix.has(row) && this.#versions[row] !== matrix.version(row);
    const prepared = prepareHead(this.stored.head, scorer);
    try {
      for (const block of matrix.blocks(this.#versions.length)) {
        const rows = rowsOf(block);
        if (!rows.some(stale)) continue;
        this.#logits.set(prepared.scores(block.units, lengthsOf(matrix, block)), block.first * classes);
        for (const row of rows) this.#versions[row] = matrix.version(row);
        await pause();
      }
    } finally {
      prepared.dispose();
    }
  }

  /**
   * Base classes beside this head.
   * @throws {PersonError} for the join `append`, and for methods that have no place for them
   */
  beside({ classifier }: Join, { base, join }: { base: string; join: string }): Side {
    if (base !== 'none' && join === 'append') throw new PersonError(told().engine.headNotAppended);
    if (this.#side?.classifier === classifier) return this.#side;
    const rows = firstClasses(this.#joint(classifier, 0), classifier.classes);
    this.#side = { classifier, rows, base: new BaseGuesses(this.matrix, baseScores(rows, this.matrix)) };
    return this.#side;
  }

  /** The head that is exported: own classes alone, or the joint one. */
  head(join: Join | null): Head {
    return join ? this.#joint(join.classifier, join.offset) : this.stored.head;
  }

  /** Softmax [C] of the exported head, by the reference. */
  probabilities(head: Head, index: number): Float64Array {
    return softmax(logits(head, this.matrix.raw(index)));
  }

  #joint(classifier: BackboneConstants, offset: number): Head {
    const { head, meanLength } = this.stored;
    return besideBase(head, { method: this.about.method, classifier, meanLength, offset });
  }

  #grow(): void {
    const { count } = this.matrix;
    if (count <= this.#versions.length) return;
    const [logits, versions] = [this.#logits, this.#versions];
    this.#logits = new Float32Array(count * this.classes);
    this.#versions = new Uint32Array(count).fill(UNKNOWN);
    this.#logits.set(logits);
    this.#versions.set(versions);
  }
}

/** Version of rows that were never scored. */
const UNKNOWN = 0xffff_ffff;

const inputOf = ({ projection, dimension }: Head): number =>
  projection ? projection.length / dimension : dimension;

const rowsOf = ({ first, count }: Block): number[] => Array.from({ length: count }, (_, i) => first + i);

const lengthsOf = (matrix: EmbeddingMatrix, { first, count }: Block): Float64Array =>
  // Of rows without an embedding nothing is read; 1 keeps their scores numbers.
  Float64Array.from({ length: count }, (_, i) => matrix.length(first + i) || 1);

/** The first classes of a head, which have one row each. */
function firstClasses(head: Head, classes: number): Head {
  const { dimension, weights, scale, bias } = head;
  return {
    ...head,
    classes,
    counts: null,
    weights: weights.subarray(0, classes * dimension),
    scale: scale.subarray(0, classes),
    bias: bias.subarray(0, classes),
  };
}

function baseScores(rows: Head, matrix: EmbeddingMatrix): PrepareBase {
  return (scorer) => {
    const prepared = prepareHead(rows, scorer);
    return {
      best: (block) => {
        const scores = prepared.scores(block.units, lengthsOf(matrix, block));
        const row = Int32Array.from({ length: block.count }, (_, i) =>
          argmax(scores.subarray(i * rows.classes, (i + 1) * rows.classes)),
        );
        return { row, value: Float32Array.from(row, (k, i) => scores[i * rows.classes + k]!) };
      },
      dispose: () => prepared.dispose(),
    };
  };
}
