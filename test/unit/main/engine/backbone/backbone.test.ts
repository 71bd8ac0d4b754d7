/** @file The backbone as the engine runs it: batches, memory, refusals. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MAX_BATCH } from '../../../../../main/engine/backbone/backbone';
import { DescribedBackbone } from '../../../../../main/engine/backbone/described';
import { tf } from '../../../../../main/engine/backbone/tensorflow';
import { BACKBONE, readGoldens, readInput } from './support';

let backbone: DescribedBackbone;
let cache: string;
let images: Uint8Array[];

/** Differs from image to image, so that rows that changed places would be seen. */
function variant(image: Uint8Array, shift: number): Uint8Array {
  return image.map((value) => (value + 37 * shift) & 0xff);
}

beforeAll(async () => {
  cache = await mkdtemp(path.join(tmpdir(), 'imprint-backbone-'));
  backbone = await DescribedBackbone.load(BACKBONE, cache);
  const inputs = await Promise.all((await readGoldens()).map((golden) => readInput(golden)));
  images = Array.from({ length: MAX_BATCH + 3 }, (_, i) =>
    variant(inputs[i % inputs.length]!, Math.floor(i / 6)),
  );
});
afterAll(async () => {
  backbone.dispose();
  await rm(cache, { recursive: true });
});

describe('DescribedBackbone.embed', () => {
  it('gives bit-identical values whatever the batch', () => {
    const all = backbone.embed(images);
    images.forEach((image, i) => {
      const one = backbone.embed([image]);
      expect(one.embeddings).toEqual(all.embeddings.slice(1280 * i, 1280 * (i + 1)));
      expect(one.logits).toEqual(all.logits.slice(1000 * i, 1000 * (i + 1)));
    });
  });

  it('takes one contiguous array as it takes a list', () => {
    const some = images.slice(0, 5);
    const contiguous = new Uint8Array(some.flatMap((image) => [...image]));
    expect(backbone.embed(contiguous)).toEqual(backbone.embed(some));
  });

  it('says how many, in arrays of that many rows', () => {
    const result = backbone.embed(images);
    expect(result.count).toBe(images.length);
    expect(result.embeddings.length).toBe(images.length * backbone.embeddingSize);
    expect(result.logits.length).toBe(images.length * backbone.classCount);
    expect(result.embeddings.every((value) => value >= 0)).toBe(true);
  });

  it('gives nothing for no images', () => {
    expect(backbone.embed([])).toEqual({
      count: 0,
      embeddings: new Float32Array(),
      logits: new Float32Array(),
    });
  });

  it('leaves no tensor behind, not even after a refusal', () => {
    const before = tf.memory().numTensors;
    backbone.embed(images);
    expect(() => backbone.embed([new Uint8Array(1)])).toThrow();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('leaves no tensor behind when the model fails', async () => {
    const broken = await DescribedBackbone.load(BACKBONE, cache);
    broken.dispose();
    const before = tf.memory().numTensors;
    expect(() => broken.embed(images)).toThrow();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('refuses other shapes and names both', () => {
    expect(() => backbone.embed([images[0]!, new Uint8Array(75)])).toThrow(
      'expected images of shape [224, 224, 3], 150528 bytes, got shape [75] for image 1',
    );
    expect(() => backbone.embed(new Uint8Array(150529))).toThrow('shape [N, 224, 224, 3]');
  });
});
