/** @file Whether the weights of a TensorFlow.js model lie in its folder, whole, and no larger than may be. Pure. */
import { MOST_BYTES, Unfit } from '../answer';
import { tensorBytes } from '../dtypes';
import type { Files } from '../folder';
import type { WeightGroup, WeightInfo } from './modelJson';

/** @throws Unfit naming the file that is missing or of another size than its tensors */
export function requireWeights(groups: readonly WeightGroup[], files: Files): void {
  requireOnce(groups.flatMap(({ paths }) => paths));
  const claimed = groups.map(({ weights }) => weights.reduce((sum, weight) => sum + weightBytes(weight), 0));
  const total = claimed.reduce((a, b) => a + b, 0);
  if (!(total <= MOST_BYTES)) throw new Unfit(`its weights claim ${total} bytes, more than ${MOST_BYTES}`);
  groups.forEach(({ paths }, i) => {
    const found = paths.reduce((sum, file) => sum + sizeOf(files, file), 0);
    if (found !== claimed[i])
      throw new Unfit(
        `${paths.join(', ')} should be ${claimed[i]} bytes by model.json, but ${found} were found`,
      );
  });
}

function requireOnce(paths: readonly string[]): void {
  const twice = paths.find((file, i) => paths.indexOf(file) !== i);
  if (twice !== undefined) throw new Unfit(`model.json names ${twice} twice`);
}

const weightBytes = ({ shape, dtype, quantization }: WeightInfo): number =>
  // TensorFlow.js writes a boolean as a byte.
  tensorBytes(quantization?.dtype ?? dtype, shape);

function sizeOf(files: Files, name: string): number {
  const bytes = files.get(name);
  if (bytes === undefined) throw new Unfit(`${name} is missing`);
  return bytes;
}
