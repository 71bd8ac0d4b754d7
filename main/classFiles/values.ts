/**
 * @file Sums as a class file has them, and whether they can be sums of unit embeddings at all: a file may come from anybody.
 * Pure; runs in main and in the engine.
 *
 * [Note: what can be checked] A shot is a unit embedding or the mean of some, so it is no longer than 1 and lies on the grid of
 * 2^-32 (unit.ts). So does their sum, which is no longer than their number, and by Cauchy and Schwarz |Σ|² ≤ n·Σ|shot|². A file that
 * passes can still be invented; but it cannot break arithmetic, and no class of it counts for more than it says.
 */
import { toGrid } from '../engine/imprinting/unit';
import { squaredLength } from '../engine/imprinting/vectors';
import type { ClassStatistics, GivenSums } from '../engine/imprinting/sums';
import { MOST_GIVEN_IMAGES } from '../projects/schema';
import { told } from '../../strings/words';

/** What the lengths of unit embeddings are off by (unit.ts), and more. */
const SLACK = 2 ** -20;
const STEP = 2 ** 32;

/** Base64 of little-endian float64. */
export function encodeSum(sum: Float64Array): string {
  const bytes = Buffer.alloc(8 * sum.length);
  sum.forEach((value, i) => bytes.writeDoubleLE(value, 8 * i));
  return bytes.toString('base64');
}

/** [D], or null where the text is not that of D values. */
export function decodeSum(text: string, dimension: number): Float64Array | null {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== 8 * dimension || bytes.toString('base64') !== text) return null;
  return Float64Array.from({ length: dimension }, (_, i) => bytes.readDoubleLE(8 * i));
}

/** Why these cannot be the sums of a class, as the rest of a sentence that begins with its name; null: they can. */
export function sumsFault({ images, parts }: GivenSums, shots: number): string | null {
  if (images > MOST_GIVEN_IMAGES) return told().sums.tooManyImages(images, MOST_GIVEN_IMAGES);
  if (shots > images) return told().sums.shotsOfImages(shots, images);
  if (parts.reduce((sum, part) => sum + part.shots, 0) !== shots) return told().sums.prototypesMisfit;
  for (const part of parts) {
    const fault = partFault(part, images === shots);
    if (fault !== null) return fault;
  }
  return null;
}

/** @param single every shot is one image */
function partFault({ shots, squares, sum }: ClassStatistics, single: boolean): string | null {
  const off = sum.find((value) => !(Math.abs(value) <= shots) || !Number.isInteger(value * STEP));
  if (off !== undefined) return told().sums.offValue(off, shots);
  const length = squaredLength(sum);
  if (length === 0) return told().sums.zeroSum;
  if (!Number.isInteger(squares * STEP) || !(squares > 0 && squares <= shots * (1 + SLACK)))
    return told().sums.squaredLengths(shots, squares);
  if (single && squares < shots * (1 - SLACK)) return told().sums.noUnitEmbeddings;
  const most = shots * squares * (1 + SLACK);
  if (length > most || (shots === 1 && toGrid(length) !== squares)) return told().sums.sumMisfits;
  return null;
}
