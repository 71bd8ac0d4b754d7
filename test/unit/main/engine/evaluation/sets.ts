/** @file Synthetic sets to evaluate. For tests. Randomness: pure-rand's xoroshiro128+. */
import type { EvaluatedSet } from '../../../../../main/engine/evaluation/evaluatedSet';
import { labelledSetFrom } from '../../../../../main/engine/evaluation/labelledSet';
import type { FitContext } from '../../../../../main/engine/training/method';
import { Synthetic } from '../imprinting/synthetic';

export const CONTEXT: Pick<FitContext, 'base' | 'others' | 'options'> = {
  base: null,
  others: null,
  options: { seed: 7, effectiveDimension: 25, projection: 16, steps: 20 },
};

export interface Wanted {
  /** Images of each group, by class. */
  readonly sizes: readonly (readonly number[])[];
  readonly seed?: number;
  readonly dimension?: number;
  /** How far images of a class lie apart. */
  readonly within?: number;
  /** Domain of the group at this place of its class. */
  readonly domainOf?: (place: number) => string;
}

/** Images in turn of all classes, so that rows of a class are not side by side. */
export function synthetic({
  sizes,
  seed = 11,
  dimension = 24,
  within = 0.6,
  domainOf,
}: Wanted): EvaluatedSet {
  const space = new Synthetic(seed, dimension, 0.3, within);
  const images = sizes.flatMap((groups, own) => {
    const centre = space.centre();
    return groups.flatMap((size, place) => {
      const scene = Float64Array.from(space.image(centre));
      return Array.from({ length: size }, () => ({
        own,
        place,
        group: `${own} ${String(place).padStart(3, '0')}`,
        a: space.image(scene, 0.05),
      }));
    });
  });
  const mixed = space.shuffled(images);
  return labelledSetFrom({
    dimension,
    values: Float32Array.from(mixed.flatMap(({ a }) => [...a])),
    labels: mixed.map(({ own }) => own),
    groups: mixed.map(({ group }) => group),
    domains: domainOf ? mixed.map(({ place }) => domainOf(place)) : null,
  });
}

/** `classes` times `groups` groups of one image. */
export const singles = (classes: number, groups: number): number[][] =>
  Array.from({ length: classes }, () => new Array<number>(groups).fill(1));
