/**
 * @file The embeddings of the open project, by item. Runs in the engine.
 *
 * [Note: memory layout]
 * Of each image only the unit embedding u is kept, in blocks of 1024 rows, and the length |a|: 256 MB for 50,000 images
 * of 1280 values. a itself would double that and is had back as |a|·u to float32 precision, which is enough where it is
 * needed (the join `append`, the backbone's own logits). Blocks are never moved when more images come, so growing needs no
 * second copy. Native copies of blocks are made for a product and freed after it: keeping them was no faster at 10,000
 * images and a quarter faster at 50,000, and would cost all of the memory again.
 */
import { requireLength } from '../imprinting/checks';
import { writeUnit } from '../imprinting/unit';

/** 5 MB of 1280 values: large enough for a fast product, small enough to answer between two of them. */
export const BLOCK_ROWS = 1024;

/** Consecutive rows; rows without an embedding are zero. */
export interface Block {
  /** Index of the first row. */
  readonly first: number;
  readonly count: number;
  /** [count, D] a view. */
  readonly units: Float32Array;
}

interface Storage {
  readonly units: Float32Array;
  /** |a|, 0 where there is no embedding. */
  readonly lengths: Float64Array;
  /** Counts what happened to a row, so that others can tell what they know of it from what there is. */
  readonly versions: Uint32Array;
}

export class EmbeddingMatrix {
  #count = 0;
  readonly #storage: Storage[] = [];

  /** @param dimension D, values per embedding */
  constructor(readonly dimension: number) {}

  /** Rows there are, with or without an embedding. */
  get count(): number {
    return this.#count;
  }

  /** Makes room for rows up to `count`; never takes any away. */
  grow(count: number): void {
    this.#count = Math.max(this.#count, count);
    while (this.#storage.length * BLOCK_ROWS < this.#count) this.#storage.push(this.#newStorage());
  }

  /**
   * Sets or replaces the embedding of a row; the one that it has already changes nothing.
   * @param a raw embedding [D]
   * @throws RangeError on another length, a zero vector, NaN or infinity; the row then keeps what it had
   */
  set(index: number, a: Float32Array): void {
    requireLength('embedding', a.length, this.dimension);
    const unit = new Float32Array(a.length);
    const length = writeUnit(a, unit);
    this.grow(index + 1);
    const same = this.length(index) === length && this.unit(index).every((value, i) => value === unit[i]);
    if (!same) this.#write(index, unit, length);
  }

  /** Forgets the embedding of a row. */
  remove(index: number): void {
    if (this.has(index)) this.#write(index, new Float32Array(this.dimension), 0);
  }

  has(index: number): boolean {
    return this.length(index) > 0;
  }

  /** u [D] of a row, a view that must not be changed; zero where {@link has} says no. */
  unit(index: number): Float32Array {
    const start = (index % BLOCK_ROWS) * this.dimension;
    return this.#of(index).units.subarray(start, start + this.dimension);
  }

  /** |a| of a row, 0 where there is no embedding. */
  length(index: number): number {
    return this.#storage[Math.floor(index / BLOCK_ROWS)]?.lengths[index % BLOCK_ROWS] ?? 0;
  }

  /** Changes whenever a row's embedding does; 0 for one that never had any. */
  version(index: number): number {
    return this.#storage[Math.floor(index / BLOCK_ROWS)]?.versions[index % BLOCK_ROWS] ?? 0;
  }

  /** a [D] of a row, to float32 precision. */
  raw(index: number): Float64Array {
    const length = this.length(index);
    return Float64Array.from(this.unit(index), (value) => value * length);
  }

  /** The first `count` rows in order, all unless told; rows that come while they are gone through are left out. */
  *blocks(count = this.#count): Generator<Block> {
    for (let first = 0; first < count; first += BLOCK_ROWS)
      yield this.rows(first, Math.min(BLOCK_ROWS, count - first));
  }

  /** Rows that lie in one block. */
  rows(first: number, count: number): Block {
    const start = (first % BLOCK_ROWS) * this.dimension;
    return { first, count, units: this.#of(first).units.subarray(start, start + count * this.dimension) };
  }

  #of(index: number): Storage {
    const storage = this.#storage[Math.floor(index / BLOCK_ROWS)];
    if (!storage || index < 0) throw new RangeError(`no row ${index} among ${this.#count}`);
    return storage;
  }

  #write(index: number, unit: Float32Array, length: number): void {
    const { units, lengths, versions } = this.#of(index);
    const row = index % BLOCK_ROWS;
    units.set(unit, row * this.dimension);
    lengths[row] = length;
    versions[row]! += 1;
  }

  #newStorage(): Storage {
    return {
      units: new Float32Array(BLOCK_ROWS * this.dimension),
      lengths: new Float64Array(BLOCK_ROWS),
      versions: new Uint32Array(BLOCK_ROWS),
    };
  }
}
