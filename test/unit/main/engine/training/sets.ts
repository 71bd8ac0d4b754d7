/** @file Labelled sets of synthetic embeddings, and what a fit is told besides. For tests. */
import type {
  BaseSide,
  FitContext,
  LabelledSet,
  MethodOptions,
} from '../../../../../main/engine/training/method';
import { writeUnit } from '../../../../../main/engine/imprinting/unit';
import { Synthetic } from '../imprinting/synthetic';

/** A raw embedding with its class and group. */
export interface Labelled {
  a: Float32Array | Float64Array;
  label: number;
  group: number;
}

export function setOf(images: readonly Labelled[]): LabelledSet {
  const dimension = images[0]!.a.length;
  const units = new Float32Array(images.length * dimension);
  const lengths = Float64Array.from(images, ({ a }, row) =>
    writeUnit(a, units.subarray(row * dimension, (row + 1) * dimension)),
  );
  return {
    dimension,
    classes: Math.max(...images.map(({ label }) => label)) + 1,
    units,
    lengths,
    labels: Int32Array.from(images, ({ label }) => label),
    groups: Int32Array.from(images, ({ group }) => group),
  };
}

/** A class for each entry, with so many images, each a group of its own; and images of the same classes to ask about. */
export function synthetic(shots: readonly number[], seed = 5, dimension = 32) {
  const space = new Synthetic(seed, dimension);
  const centres = shots.map(() => space.centre());
  const images = shots.flatMap((count, label) =>
    Array.from({ length: count }, (_, group) => ({ a: space.image(centres[label]!), label, group })),
  );
  const queries = centres.flatMap((centre, label) =>
    Array.from({ length: 20 }, (_, group) => ({ a: space.image(centre), label, group })),
  );
  return { set: setOf(images), images, queries, space };
}

export function contextOf(
  options: Partial<MethodOptions> = {},
  rest: Partial<Omit<FitContext, 'options'>> = {},
): FitContext {
  return {
    base: null,
    others: null,
    options: { seed: 1, effectiveDimension: 30, projection: 8, steps: null, ...options },
    ...rest,
  };
}

/** A base side of 30 classes. */
export function baseOf(space: Synthetic, join: BaseSide['join'] = 'replace', offset = 0): BaseSide {
  const { dimension } = space;
  const centres = Array.from({ length: 30 }, () => space.centre());
  const mean = new Float32Array(dimension);
  for (const centre of centres) centre.forEach((value, i) => (mean[i]! += value / centres.length));
  const weights = new Float32Array(dimension * centres.length);
  centres.forEach((centre, k) =>
    centre.forEach((value, i) => (weights[i * centres.length + k] = value - mean[i]!)),
  );
  const bias = new Float32Array(centres.length).fill(0.01);
  const classifier = { classes: centres.length, dimension, weights, bias, mean, radius: 3.5 };
  return { classifier, join, offset };
}
