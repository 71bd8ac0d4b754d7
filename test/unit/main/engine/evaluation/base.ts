/** @file Base classes with images of them. For tests. */
import type { BaseImages } from '../../../../../main/engine/evaluation/answering';
import type { BaseClassifier } from '../../../../../main/engine/imprinting/joins/base';
import { writeUnit } from '../../../../../main/engine/imprinting/unit';
import { Synthetic } from '../imprinting/synthetic';

const CLASSES = 12;
const IMAGES = 60;

export function constantsFor(dimension: number): { base: BaseClassifier; images: BaseImages } {
  const space = new Synthetic(31, dimension);
  const centres = Array.from({ length: CLASSES }, () => space.centre());
  const mean = new Float32Array(dimension);
  for (const centre of centres) centre.forEach((value, i) => (mean[i]! += value / CLASSES));
  const weights = new Float32Array(dimension * CLASSES);
  centres.forEach((centre, k) => centre.forEach((value, i) => (weights[i * CLASSES + k] = value - mean[i]!)));
  const base = { classes: CLASSES, dimension, weights, bias: new Float32Array(CLASSES), mean, radius: 2 };
  return { base, images: imagesOf(space, centres, dimension) };
}

function imagesOf(space: Synthetic, centres: readonly Float64Array[], dimension: number): BaseImages {
  const units = new Float32Array(IMAGES * dimension);
  const labels = Int32Array.from({ length: IMAGES }, (_, i) => i % CLASSES);
  const lengths = Float64Array.from(labels, (label, i) =>
    writeUnit(space.image(centres[label]!), units.subarray(i * dimension, (i + 1) * dimension)),
  );
  return { units, lengths, labels };
}
