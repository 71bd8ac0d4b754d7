/**
 * @file A group of images that count as one shot (METHODS 1: frames of a burst, crops of one image, parts of a scene),
 * and the exact arithmetic on it. Pure: runs in the engine and in tests.
 */
import { squaredLength, type Vector } from './vectors';
import { toGrid } from './unit';

/** Images of one group and their exact sum [D]; while there is one image only, `sum` is its own u. */
export interface Group {
  readonly images: number;
  readonly sum: Vector;
}

/** The group with another group's images (+1) or without them (-1); undefined stands for no images. */
export function combine(group: Group | undefined, other: Group, sign: 1 | -1): Group {
  if (!group) return other;
  const images = group.images + sign * other.images;
  const sum = plus(group.sum, other.sum, sign);
  // A single image is float32 again: half the memory, and the same state as before the others came.
  return { images, sum: images === 1 ? Float32Array.from(sum) : sum };
}

/** The mean [D] of a group's images, rounded to the grid of u so that sums of shots are exact too. Not to be changed. */
export function shotOf({ images, sum }: Group): Vector {
  return images === 1 ? sum : sum.map((value) => toGrid(value / images));
}

/** A shot's squared length, rounded to the grid for the same reason. */
export function squareOf(shot: Vector): number {
  return toGrid(squaredLength(shot));
}

function plus(x: Vector, y: Vector, sign: 1 | -1): Float64Array {
  const sum = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) sum[i] = x[i]! + sign * y[i]!;
  return sum;
}
