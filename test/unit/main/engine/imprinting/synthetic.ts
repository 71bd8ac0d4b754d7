/**
 * @file Seeded embeddings that behave like a backbone's: non-negative, with a mean that all share, images of a class
 * closer to each other than to others. For tests. Randomness: pure-rand's xoroshiro128+.
 */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { SupportClass } from '../../../../../main/engine/imprinting/folds';
import { ClassSums } from '../../../../../main/engine/imprinting/sums';
import { unitEmbedding } from '../../../../../main/engine/imprinting/unit';

/** One labelled image for a support set; `u` is its unit embedding. */
export interface Sample {
  group: string;
  u: Float32Array;
  bulk?: boolean;
}

export class Synthetic {
  readonly #random;
  readonly #shared: Float64Array;

  constructor(
    seed: number,
    readonly dimension = 64,
    readonly between = 0.3,
    readonly within = 0.45,
  ) {
    this.#random = xoroshiro128plus(seed);
    this.#shared = this.#fill(() => Math.abs(0.5 + 0.3 * this.gaussian()));
  }

  /** A standard normal value (Box, Muller). */
  gaussian(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - uniformFloat64(this.#random)));
    return radius * Math.cos(2 * Math.PI * uniformFloat64(this.#random));
  }

  /** The centre of a new class. */
  centre(): Float64Array {
    return this.#shared.map((value) => value + this.between * this.gaussian());
  }

  /** A raw embedding a of a new image around a centre. */
  image(centre: Float64Array, spread = this.within): Float32Array {
    return Float32Array.from(centre, (value) => Math.max(0, value + spread * this.gaussian()));
  }

  /** Samples of one class: one image in each of `groups` groups, unless told how many each has. */
  samples(
    groups: number,
    imagesPerGroup: (group: number) => number = () => 1,
    centre = this.centre(),
  ): Sample[] {
    return Array.from({ length: groups }, (_, group) => {
      const scene = Float64Array.from(this.image(centre));
      const image = () => ({ group: `g${group}`, u: unitEmbedding(this.image(scene, 0.1)) });
      return Array.from({ length: imagesPerGroup(group) }, image);
    }).flat();
  }

  /** The values in another order (Fisher, Yates). */
  shuffled<T>(values: readonly T[]): T[] {
    const order = [...values];
    for (let i = order.length - 1; i > 0; i--) {
      const j = uniformInt(this.#random, 0, i);
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    return order;
  }

  #fill(value: () => number): Float64Array {
    return Float64Array.from({ length: this.dimension }, value);
  }
}

/** The sums of a class's samples. */
export function sumsOf(samples: readonly Sample[]): ClassSums {
  const sums = new ClassSums(samples[0]!.u.length);
  for (const { group, u } of samples) sums.add(group, u);
  return sums;
}

/** A class of a support set, scored on all of its samples but those accepted in bulk. */
export function supportClass(samples: readonly Sample[]): SupportClass {
  const scored = new Map<string, Float32Array[]>();
  for (const { group, u, bulk } of samples) if (!bulk) scored.set(group, [...(scored.get(group) ?? []), u]);
  return { sums: sumsOf(samples), scored };
}

/** The bytes of a vector, for comparisons to the bit (which tell -0 from 0). */
export function bytes(values: Float32Array | Float64Array): string {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('hex');
}
