/**
 * @file In which space own classes are imprinted and scored. Runs in the engine and in tests.
 *
 * Guesses are what the exported head will say. With the join `append` that head imprints from norm(a - μ) (METHODS 2), so
 * its guesses do as well; otherwise classes are imprinted from u.
 */
import { bestOfEach, prototype, type Prototypes } from '../imprinting/imprint';
import { centredUnit } from '../imprinting/joins/append';
import { dot, squaredLength } from '../imprinting/vectors';
import type { Likeness } from '../imprinting/words';
import type { SumsName } from '../../classFiles/format';
import type { Block, EmbeddingMatrix } from './embeddings';
import type { RowSet } from './scorer';

export interface OwnScores {
  /** [count, C] cosines to the best prototype of each class. */
  readonly cosines: Float32Array;
  /** [count] length of the vectors whose cosines these are; null: not needed. */
  readonly lengths: Float64Array | null;
}

export interface Space {
  /** What sums in it are called in class files. */
  readonly name: SumsName;
  /** A new vector [D], on the grid: what a row is imprinted from. */
  unit(index: number): Float32Array;
  /** What a block of u has to be multiplied with for {@link scores}. */
  rows(prototypes: Prototypes): RowSet;
  scores(products: Float32Array, block: Block, prototypes: Prototypes): OwnScores;
  /** What mean cosines of related and unrelated images are in this space. */
  likeness(ofUnits: Likeness): Likeness;
}

/** Imprinting from u itself. */
export class UnitSpace implements Space {
  readonly name = 'unit';

  constructor(private readonly matrix: EmbeddingMatrix) {}

  unit(index: number): Float32Array {
    return this.matrix.unit(index).slice();
  }

  rows({ rows, dimension }: Prototypes): RowSet {
    return { rows, count: rows.length / dimension, dimension };
  }

  scores(products: Float32Array, _block: Block, prototypes: Prototypes): OwnScores {
    return { cosines: bestOfEach(products, prototypes), lengths: null };
  }

  likeness(ofUnits: Likeness): Likeness {
    return ofUnits;
  }
}

/** Imprinting from norm(a - μ). Since a = |a|·u, cosines follow from the products of u with the prototypes and with μ. */
export class CentredSpace implements Space {
  readonly name = 'centred';
  /** |μ|² */
  readonly #common: number;

  constructor(
    private readonly matrix: EmbeddingMatrix,
    private readonly mean: Float32Array,
  ) {
    this.#common = squaredLength(mean);
  }

  unit(index: number): Float32Array {
    return centredUnit(this.matrix.raw(index), this.mean);
  }

  rows({ rows, dimension }: Prototypes): RowSet {
    const withMean = new Float32Array(rows.length + dimension);
    withMean.set(rows);
    withMean.set(this.mean, rows.length);
    return { rows: withMean, count: withMean.length / dimension, dimension };
  }

  scores(products: Float32Array, block: Block, prototypes: Prototypes): OwnScores {
    const { rows, dimension } = prototypes;
    const count = rows.length / dimension;
    const cosines = new Float32Array(block.count * count);
    const lengths = new Float64Array(block.count);
    const offsets = Float64Array.from({ length: count }, (_, r) => dot(this.mean, prototype(prototypes, r)));
    for (let i = 0; i < block.count; i++) {
      const row = products.subarray(i * (count + 1), (i + 1) * (count + 1));
      const length = this.matrix.length(block.first + i);
      lengths[i] = this.#distance(length, row[count]!);
      for (let r = 0; r < count; r++) cosines[i * count + r] = (length * row[r]! - offsets[r]!) / lengths[i]!;
    }
    return { cosines: bestOfEach(cosines, prototypes), lengths };
  }

  /** What is common to all is gone: unrelated images are about at right angles. */
  likeness({ unrelated, related }: Likeness): Likeness {
    return { unrelated: 0, related: (related - unrelated) / (1 - unrelated) };
  }

  /** |a - μ| by the law of cosines, from |a| and u·μ. */
  #distance(length: number, product: number): number {
    return Math.sqrt(length * (length - 2 * product) + this.#common);
  }
}
