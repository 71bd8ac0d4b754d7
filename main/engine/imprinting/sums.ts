/**
 * @file Exact sums of one class of the support set, from which its prototype follows. Pure: runs in the engine and in
 * tests. Adding, removing and merging never round ([Note: the grid] in unit.ts), so the state depends only on which
 * images are in it.
 */
import { requireLength } from './checks';
import { combine, shotOf, squareOf, type Group } from './groups';
import { requireUnit } from './unit';
import type { Vector } from './vectors';

/** What imprinting needs to know of a class. A shot is the mean of one group of images (METHODS 1: shots are groups). */
export interface ClassStatistics {
  /** n_c, the number of shots. */
  readonly shots: number;
  /** [D] sum of the shots, multiples of 2^-32. */
  readonly sum: Float64Array;
  /** Sum of the shots' squared lengths, a multiple of 2^-32. */
  readonly squares: number;
  /** Where the class has several prototypes: the same of what each is imprinted from, which together are all of it. */
  readonly parts?: readonly ClassStatistics[];
  /** Shots among them that came as sums, so that nobody can take one out of them again; absent: none. */
  readonly given?: number;
}

/** Sums of images that are not here (docs/class-files.md): of each prototype that was imprinted from them. */
export interface GivenSums {
  readonly images: number;
  /** At least one; that of a class of one prototype is all of it. */
  readonly parts: readonly ClassStatistics[];
}

/** What each prototype of a class is imprinted from: its parts, or all of it. */
export function partsOf(one: ClassStatistics): readonly ClassStatistics[] {
  return one.parts ?? [one];
}

/** Groups in the order of their names, each with its number of images and their exact sum [D]. */
export interface SerialisedSums {
  dimension: number;
  groups: { name: string; images: number; sum: number[] }[];
}

/** Beyond 2^21 terms of at most 1 a float64 has no room for steps of 2^-32. */
const MOST_IMAGES = 2 ** 21;

export class ClassSums implements ClassStatistics {
  readonly dimension: number;
  readonly sum: Float64Array;
  squares = 0;
  /** With those that were given. */
  images = 0;
  readonly #groups = new Map<string, Group>();
  #given: readonly GivenSums[] = [];

  constructor(dimension: number) {
    this.dimension = dimension;
    this.sum = new Float64Array(dimension);
  }

  get shots(): number {
    return this.#groups.size + this.given;
  }

  get given(): number {
    return this.givenParts.reduce((sum, { shots }) => sum + shots, 0);
  }

  /** What came as sums, in the order in which it was given. */
  get givenParts(): readonly ClassStatistics[] {
    return this.#given.flatMap(({ parts }) => parts);
  }

  /**
   * Takes the place of all sums that were given before; with none, the state is as if there had never been any.
   * @throws RangeError where one has another length, or there are more than 2^21 images
   */
  give(given: readonly GivenSums[]): void {
    for (const { sum } of given.flatMap(({ parts }) => parts))
      requireLength('given sum', sum.length, this.dimension);
    const images = given.reduce((sum, one) => sum + one.images, 0);
    const before = this.#given.reduce((sum, one) => sum + one.images, 0);
    this.#requireRoom(images - before);
    for (const part of this.givenParts) this.#plus(part, -1);
    this.#given = given;
    for (const part of this.givenParts) this.#plus(part, 1);
    this.images += images - before;
  }

  /** Names of the groups in code unit order, the order everything is reported in; what was given has none. */
  groupNames(): string[] {
    return [...this.#groups.keys()].sort();
  }

  /**
   * Adds the unit embedding u [D] to a group. u is kept, not copied, while it is alone there: it must not change.
   * @throws RangeError when u has another length or is no unit embedding, or with more than 2^21 images.
   */
  add(group: string, u: Float32Array): void {
    requireUnit(u, this.dimension);
    this.#absorb(group, { images: 1, sum: u });
  }

  /**
   * Takes an image out that was added; the state is then as if it had never been there, to the bit.
   * @throws RangeError when the group does not hold it, as far as its sum can tell.
   */
  remove(group: string, u: Float32Array): void {
    requireLength('embedding', u.length, this.dimension);
    const before = this.#groups.get(group);
    if (!before)
      throw new RangeError(`cannot remove an image from "${group}": no such group among ${this.shots}`);
    const after = combine(before, { images: 1, sum: u }, -1);
    if (after.images > 0) this.#replace(group, after);
    else if (after.sum.every((value) => value === 0)) this.#replace(group, null);
    else throw new RangeError(`cannot remove an image from "${group}": its only image is another one`);
  }

  /** The mean [D] of a group's images, on the grid. Not to be changed. @throws RangeError for an unknown group. */
  shot(group: string): Vector {
    const found = this.#groups.get(group);
    if (!found) throw new RangeError(`no group "${group}" among ${this.shots}`);
    return shotOf(found);
  }

  /** Sums of both sets of images; a group named in both becomes one. Neither is changed. */
  merge(other: ClassSums): ClassSums {
    requireLength('class to merge', other.dimension, this.dimension);
    const merged = new ClassSums(this.dimension);
    merged.give([...this.#given, ...other.#given]);
    for (const source of [this, other])
      for (const [name, group] of source.#groups) merged.#absorb(name, group);
    return merged;
  }

  /** Plain data of the images that JSON carries without loss, without what was given; the same for the same images. */
  toJSON(): SerialisedSums {
    const groups = this.groupNames().map((name) => {
      const { images, sum } = this.#groups.get(name)!;
      return { name, images, sum: Array.from(sum) };
    });
    return { dimension: this.dimension, groups };
  }

  /** @throws RangeError where a sum has another length than `dimension`. */
  static from(data: SerialisedSums): ClassSums {
    const sums = new ClassSums(data.dimension);
    for (const { name, images, sum } of data.groups) {
      requireLength(`sum of group "${name}"`, sum.length, data.dimension);
      sums.#absorb(name, { images, sum: images === 1 ? Float32Array.from(sum) : Float64Array.from(sum) });
    }
    return sums;
  }

  #absorb(name: string, group: Group): void {
    this.#requireRoom(group.images);
    this.#replace(name, combine(this.#groups.get(name), group, 1));
  }

  /** The only place that changes anything: swaps a group's shot in the sums. */
  #replace(name: string, after: Group | null): void {
    const before = this.#groups.get(name);
    if (before) this.#count(before, -1);
    if (after) this.#count(after, 1);
    if (after) this.#groups.set(name, after);
    else this.#groups.delete(name);
  }

  #count(group: Group, sign: 1 | -1): void {
    const shot = shotOf(group);
    this.#plus({ sum: shot, squares: squareOf(shot) }, sign);
    this.images += sign * group.images;
  }

  #plus({ sum, squares }: { sum: Vector; squares: number }, sign: 1 | -1): void {
    for (let i = 0; i < sum.length; i++) this.sum[i] = this.sum[i]! + sign * sum[i]!;
    this.squares += sign * squares;
  }

  #requireRoom(images: number): void {
    if (this.images + images > MOST_IMAGES)
      throw new RangeError(`a class holds at most ${MOST_IMAGES} images`);
  }
}
