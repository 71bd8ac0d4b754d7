/**
 * @file Labelled images as an evaluation needs them: what methods learn from, and which of it may be asked. Types and the parts
 * of a set. Pure: runs in the engine, in commands and in tests.
 */
import type { LabelledSet } from '../training/method';

/** Rows are those of the set, 0 to N - 1, unless said otherwise. */
export interface EvaluatedSet extends LabelledSet {
  /** [N] the number that an image has where it came from: row of the open project, or of a file. */
  readonly rows: Int32Array;
  /** [N] 1: may be asked; 0: accepted in bulk, so that it teaches only. */
  readonly asked: Uint8Array;
  /** [N] camera, station, vendor; null where nobody said. */
  readonly domains: Int32Array | null;
  /** [C] place of each class where it came from; classes without images are not among them. */
  readonly places: readonly number[];
  readonly several: readonly boolean[] | null;
}

/**
 * The images of some rows, for a method.
 * @param rows in the order they are to have
 * @param classes of the set, in the order they are to have; each must have one of the rows
 */
export function subset(set: LabelledSet, rows: Int32Array, classes: readonly number[]): LabelledSet {
  const { dimension } = set;
  const units = new Float32Array(rows.length * dimension);
  rows.forEach((row, i) => units.set(unitOf(set, row), i * dimension));
  const position = new Map(classes.map((own, at) => [own, at]));
  return {
    dimension,
    classes: classes.length,
    units,
    lengths: Float64Array.from(rows, (row) => set.lengths[row]!),
    labels: Int32Array.from(rows, (row) => requirePosition(position, set.labels[row]!)),
    groups: Int32Array.from(rows, (row) => set.groups[row]!),
    several: set.several ? classes.map((own) => set.several![own]!) : null,
    ...(set.asked && { asked: Uint8Array.from(rows, (row) => set.asked![row]!) }),
  };
}

/** u [D] of a row, a view. */
export function unitOf({ units, dimension }: LabelledSet, row: number): Float32Array {
  return units.subarray(row * dimension, (row + 1) * dimension);
}

function requirePosition(positions: ReadonlyMap<number, number>, own: number): number {
  const found = positions.get(own);
  if (found === undefined) throw new RangeError(`class ${own} is not among those chosen`);
  return found;
}
