/**
 * @file A described backbone of a few kilobytes in a folder of its own, which loads and answers in milliseconds: what is asked of every
 * described backbone can be asked of this one. Its weights are random, its constants are those of the sample photos. For tests.
 */
import { createHash } from 'node:crypto';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DescribedBackbone } from '../../../../../main/engine/backbone/described';
import { readDescription, type BackboneDescription } from '../../../../../main/engine/backbone/description';
import { float32ToFloat16 } from '../../../../../main/engine/backbone/float16';
import { allPixels } from '../export/samplePhotos';
import { network } from '../export/tiny';
import { Synthetic } from '../imprinting/synthetic';
import { BACKBONE } from './support';

export const SMALL_ID = 'small-net';
export const SMALL_SIDE = 32;
export const SMALL_DIMENSION = 96;
const [CHANNELS, BASE_CLASSES] = [16, 40];

/** Of the layers of the tiny network, whose kinds are all there are; wide enough to tell photos apart. */
const SHAPES: Record<string, number[]> = {
  k0: [3, 3, 3, CHANNELS],
  b0: [CHANNELS],
  k1: [3, 3, CHANNELS, 1],
  b1: [CHANNELS],
  half: [],
  k2: [1, 1, 2 * CHANNELS, SMALL_DIMENSION],
  b2: [SMALL_DIMENSION],
  'logits/kernel': [SMALL_DIMENSION, BASE_CLASSES],
};

/** Random tensors one after another, of a variance that keeps activations as large as pixels are. */
function weights(): { bytes: Buffer; tensors: BackboneDescription['tensors'] } {
  const random = new Synthetic(11);
  const values: number[] = [];
  const places = Object.entries(SHAPES).map(([key, shape]) => {
    const offset = 2 * values.length;
    const count = shape.reduce((a, b) => a * b, 1);
    const fanIn = key === 'k1' ? 9 : count / (shape.at(-1) ?? 1);
    const deviation = shape.length > 1 ? Math.sqrt(2 / fanIn) : 0.1;
    for (let i = 0; i < count; i++) values.push(key === 'half' ? 0.5 : deviation * random.gaussian());
    return [key, { offset, shape }] as const;
  });
  const halves = float32ToFloat16(Float32Array.from(values));
  return { bytes: Buffer.from(halves.buffer), tensors: Object.fromEntries(places) };
}

/** Mean embedding of the photos, and their mean distance from it. */
async function measured(dir: string, cache: string): Promise<{ mean: string; meanDistance: number }> {
  const backbone = await DescribedBackbone.load(dir, cache);
  const pixels = await allPixels(SMALL_SIDE);
  const { embeddings } = backbone.embed(pixels);
  backbone.dispose();
  const rows = pixels.map((_, i) => embeddings.subarray(i * SMALL_DIMENSION, (i + 1) * SMALL_DIMENSION));
  const mean = new Float32Array(SMALL_DIMENSION);
  for (const row of rows) row.forEach((value, i) => (mean[i]! += value / rows.length));
  const distances = rows.map((row) => Math.hypot(...row.map((value, i) => value - mean[i]!)));
  const meanDistance = distances.reduce((a, b) => a + b) / rows.length;
  return { mean: Buffer.from(mean.buffer).toString('base64'), meanDistance };
}

/** @returns the backbone's folder, below `root`, where its SavedModel is too, in `models` */
export async function smallBackbone(root: string): Promise<string> {
  const dir = path.join(root, SMALL_ID);
  await mkdir(dir, { recursive: true });
  const real = await readDescription(BACKBONE);
  const { bytes, tensors } = weights();
  const labels = Array.from({ length: BASE_CLASSES }, (_, k) => `base ${k}\n`).join('');
  const description: BackboneDescription = {
    ...{ ...real, id: SMALL_ID, name: 'Small net' },
    input: { ...network.input, size: SMALL_SIDE },
    outputs: { embedding: 'embedding', logits: 'logits', features: 'beside', headFeatures: 'mixed/relu6' },
    labels: { file: 'labels.txt', count: BASE_CLASSES, sha256: sha256(labels) },
    weights: { file: 'weights.bin', type: 'float16le', bytes: bytes.length, sha256: sha256(bytes) },
    ...{ layers: [...network.layers], tensors },
  };
  const describe = (constants: object): Promise<void> =>
    writeFile(
      path.join(dir, 'backbone.json'),
      JSON.stringify({ ...description, constants: { ...real.constants, ...constants } }),
    );
  await Promise.all([
    ...[writeFile(path.join(dir, 'weights.bin'), bytes), writeFile(path.join(dir, 'labels.txt'), labels)],
    cp(path.join(BACKBONE, 'LICENCE'), path.join(dir, 'LICENCE')),
    describe({}),
  ]);
  await describe(await measured(dir, path.join(root, 'models')));
  return dir;
}

const sha256 = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex');
