/**
 * @file A backbone with another last convolution, as a folder of the same form: what engine and emitters work with. Engine.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  backboneHash,
  BackboneError,
  readChecked,
  readDescription,
  type BackboneDescription,
} from '../backbone/description';
import { float16ToFloat32, float32ToFloat16 } from '../backbone/float16';
import type { Files } from '../export/files';
import type { Convolution, LastConvolution } from './lastConvolution';

const DESCRIPTION_FILE = 'backbone.json';
const LICENCE_FILE = 'LICENCE';

const bytesOf = (halves: Uint16Array): Uint8Array =>
  new Uint8Array(halves.buffer, halves.byteOffset, halves.byteLength);

/** The weights to half precision, as they are kept: what is measured is measured of these. */
export function asKept({ kernel, bias }: Convolution): Convolution {
  const rounded = (values: Float32Array): Float32Array => float16ToFloat32(bytesOf(float32ToFloat16(values)));
  return { kernel: rounded(kernel), bias: rounded(bias) };
}

/**
 * The files of a tuned backbone, whose id follows from its weights. Constants, labels and licence are passed on.
 * @param dir the backbone that it was made of
 * @throws BackboneError where that one is damaged, or where a weight is too large for a half
 */
export async function tunedFiles(
  dir: string,
  { kernelKey, biasKey }: Pick<LastConvolution, 'kernelKey' | 'biasKey'>,
  weights: Convolution,
): Promise<{ id: string; files: Files }> {
  const before = await readDescription(dir);
  const bytes = Buffer.from(await readChecked(dir, before.weights));
  writeTensor(bytes, before, kernelKey, weights.kernel);
  writeTensor(bytes, before, biasKey, weights.bias);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const id = `${before.id}-tuned-${sha256.slice(0, 12)}`;
  const description: BackboneDescription = {
    ...before,
    id,
    name: `${before.name}, its last convolution tuned`,
    tunedFrom: backboneHash(before),
    weights: { ...before.weights, sha256 },
  };
  const files = {
    [DESCRIPTION_FILE]: Buffer.from(`${JSON.stringify(description, null, 2)}\n`),
    [before.weights.file]: bytes,
    [before.labels.file]: await readChecked(dir, before.labels),
    [LICENCE_FILE]: await readFile(path.join(dir, LICENCE_FILE)),
  };
  return { id, files };
}

function writeTensor(
  bytes: Buffer,
  { tensors }: BackboneDescription,
  key: string,
  values: Float32Array,
): void {
  const place = tensors[key];
  const count = place?.shape.reduce((a, b) => a * b, 1);
  if (!place || count !== values.length)
    throw new BackboneError(`the tensor ${key} has ${count} values and cannot take ${values.length}`);
  const halves = float32ToFloat16(values);
  if (halves.some((half) => (half & 0x7c00) === 0x7c00))
    throw new BackboneError(`a value of ${key} is too large, or no number: the tuned backbone is not kept`);
  bytes.set(bytesOf(halves), place.offset);
}
