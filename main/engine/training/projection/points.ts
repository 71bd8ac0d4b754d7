/**
 * @file What a projection is trained on: shots, centred and of unit length on average. Pure: runs in the engine and in tests.
 * Source: METHODS 4.
 */
import type { LabelledSet } from '../method';
import { squaredLength } from '../../imprinting/vectors';

/** Shots that differ by less than this share of their length differ by the rounding of float32. */
const ROUNDING = 1e-6;

export interface Points {
  /** D */
  readonly dimension: number;
  /** M, the number of shots. */
  readonly count: number;
  /** [M, D] (a - shift)/length, a the mean raw embedding of a shot's images. */
  readonly values: Float32Array;
  /** [M] class of each, from 0 to C - 1. */
  readonly labels: Int32Array;
  /** C, the classes of the set; some may have no shot here. */
  readonly classes: number;
  /** [D] the mean over classes that have shots of the mean of these. */
  readonly shift: Float32Array;
  /** Mean |a - shift|; 0 where all shots are the same. */
  readonly length: number;
}

/** Shots in the order in which their first images come. Each class weighs the same in the shift, however many it has. */
export function pointsOf(set: LabelledSet): Points {
  const { dimension, classes } = set;
  const { means, labels } = shotMeans(set);
  const count = labels.length;
  const shift = new Float32Array(balancedMean(means, labels, set));
  for (let from = 0; from < means.length; from += dimension)
    for (let i = 0; i < dimension; i++) means[from + i] = means[from + i]! - shift[i]!;
  const mean = meanLength(means, dimension);
  const length = mean > ROUNDING * Math.sqrt(squaredLength(shift)) ? mean : 0;
  const values = new Float32Array(means.length);
  if (length > 0) for (let at = 0; at < values.length; at++) values[at] = means[at]! / length;
  return { dimension, count, values, labels, classes, shift, length };
}

function meanLength(rows: Float64Array, dimension: number): number {
  let sum = 0;
  for (let at = 0; at < rows.length; at += dimension)
    sum += Math.sqrt(squaredLength(rows.subarray(at, at + dimension)));
  return (sum * dimension) / rows.length;
}

/** Mean raw embedding [M, D] of each group of each class. */
function shotMeans({ dimension, units, lengths, labels, groups }: LabelledSet) {
  const { places, shotOf } = shotsOf(labels, groups);
  const means = new Float64Array(places.length * dimension);
  shotOf.forEach((shot, row) => {
    const weight = lengths[row]! / places[shot]!.images;
    const [to, from] = [shot * dimension, row * dimension];
    for (let i = 0; i < dimension; i++) means[to + i] = means[to + i]! + weight * units[from + i]!;
  });
  return { means, labels: Int32Array.from(places, (place) => place.label) };
}

function shotsOf(labels: Int32Array, groups: Int32Array) {
  const places: { label: number; images: number }[] = [];
  const known = new Map<string, number>();
  const shotOf = Array.from(labels, (label, row) => {
    const name = `${label} ${groups[row]}`;
    const shot = known.get(name) ?? places.push({ label, images: 0 }) - 1;
    known.set(name, shot);
    places[shot]!.images++;
    return shot;
  });
  return { places, shotOf };
}

function balancedMean(
  means: Float64Array,
  labels: Int32Array,
  { classes, dimension }: LabelledSet,
): Float64Array {
  const shots = new Float64Array(classes);
  for (const label of labels) shots[label] = shots[label]! + 1;
  const present = shots.filter((count) => count > 0).length;
  const mean = new Float64Array(dimension);
  labels.forEach((label, shot) => {
    const [from, weight] = [shot * dimension, present * shots[label]!];
    for (let i = 0; i < dimension; i++) mean[i] = mean[i]! + means[from + i]! / weight;
  });
  return mean;
}
