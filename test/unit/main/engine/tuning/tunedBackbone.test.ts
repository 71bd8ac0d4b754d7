/** @file A tuned backbone as a folder: engine, emitters and checks take it as they take the shipped one. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXPORT_FORMATS, FORMAT_CHECKS } from '../../../../../main/contract/exportFormats';
import { DescribedBackbone } from '../../../../../main/engine/backbone/described';
import { backboneHash, featureHash, readDescription } from '../../../../../main/engine/backbone/description';
import { tf } from '../../../../../main/engine/backbone/tensorflow';
import { readGraph } from '../../../../../main/engine/backbone/weights';
import { PreparedExport } from '../../../../../main/engine/export/preparedExport';
import { writeFolder } from '../../../../../main/engine/export/files';
import { readConstants } from '../../../../../main/engine/guessing/constants';
import { EmbeddingMatrix } from '../../../../../main/engine/guessing/embeddings';
import { Guesser } from '../../../../../main/engine/guessing/guesser';
import { tensorScorer } from '../../../../../main/engine/guessing/tensorScorer';
import { ModelRoom } from '../../../../../main/engine/modelFile/modelRoom';
import { embeddingsOf } from '../../../../../main/engine/tuning/forward';
import type { Convolution } from '../../../../../main/engine/tuning/lastConvolution';
import { asKept, tunedFiles } from '../../../../../main/engine/tuning/tunedBackbone';
import { about, CLASSES, lessonOf } from '../export/photos';
import { SMALL_DIMENSION, SMALL_SIDE, smallBackbone } from '../backbone/small';
import { cosine } from '../backbone/support';
import { readPhotos, type Photos } from './support';

let photos: Photos;
let dir: string;
let id: string;
let weights: Convolution;

beforeAll(async () => {
  photos = await readPhotos(smallBackbone);
  // As if it had been trained: every weight is another one.
  const { kernel, bias } = photos.last;
  const moved = (value: number, i: number): number => value * (1 + 0.1 * Math.sin(i));
  weights = asKept({ kernel: kernel.map(moved), bias: bias.map(moved) });
  const made = await tunedFiles(photos.dir, photos.last, weights);
  ({ id } = made);
  dir = path.join(photos.cache, id);
  await writeFolder(dir, made.files);
});
afterAll(() => photos.dispose());

describe('the folder', () => {
  test('is another backbone that says of which it was made', async () => {
    const [before, after] = [await readDescription(photos.dir), await readDescription(dir)];
    expect(id).toMatch(/^small-net-tuned-[0-9a-f]{12}$/);
    expect(after).toMatchObject({ id, tunedFrom: backboneHash(before), constants: before.constants });
    expect(backboneHash(after)).not.toBe(backboneHash(before));
    expect(featureHash(after)).toBe(featureHash(before));
  });

  test('differs in the last convolution alone', async () => {
    const [before, after] = [
      await readGraph(photos.dir, await readDescription(photos.dir)),
      await readGraph(dir, await readDescription(dir)),
    ];
    const { kernelKey, biasKey } = photos.last;
    for (const [key, { values }] of after.tensors) {
      if (key === kernelKey) expect(values).toEqual(weights.kernel);
      else if (key === biasKey) expect(values).toEqual(weights.bias);
      else expect(Buffer.compare(bytes(values), bytes(before.tensors.get(key)!.values))).toBe(0);
    }
  });

  test('has the same id whenever it has the same weights', async () => {
    expect((await tunedFiles(photos.dir, photos.last, weights)).id).toBe(id);
    expect((await tunedFiles(photos.dir, photos.last, photos.last)).id).not.toBe(id);
  });

  test('is refused once its weights are damaged', async () => {
    const broken = path.join(photos.cache, 'broken');
    await mkdir(broken);
    for (const name of ['backbone.json', 'weights.bin', 'labels.txt'])
      await writeFile(path.join(broken, name), await readFile(path.join(dir, name)));
    const file = path.join(broken, 'weights.bin');
    const content = await readFile(file);
    content[1000]! ^= 1;
    await writeFile(file, content);
    await expect(DescribedBackbone.load(broken, photos.cache)).rejects.toThrow('is damaged');
    await rm(broken, { recursive: true });
  });

  test('is not made of weights that a half cannot hold', async () => {
    const kernel = photos.last.kernel.slice();
    kernel[5] = 1e5;
    await expect(tunedFiles(photos.dir, photos.last, { ...weights, kernel })).rejects.toThrow('too large');
  });
});

test('the engine embeds as training did, to the precision of the kept features', async () => {
  const tuned = await DescribedBackbone.load(dir, photos.cache);
  const { embeddings } = tuned.embed(photos.pixels);
  const before = photos.backbone.embed(photos.pixels).embeddings;
  photos.set.views.forEach(([first], n) => {
    const own = embeddingsOf([first!], weights, photos.last);
    const there = embeddings.subarray(n * SMALL_DIMENSION, (n + 1) * SMALL_DIMENSION);
    expect(cosine(own, there)).toBeGreaterThan(0.9999995);
    expect(cosine(before.subarray(n * SMALL_DIMENSION, (n + 1) * SMALL_DIMENSION), there)).toBeLessThan(
      0.9999,
    );
  });
  tuned.dispose();
});

test('every format is exported from it and answers as the app does', async () => {
  const tuned = await DescribedBackbone.load(dir, photos.cache);
  const constants = await readConstants(dir);
  const matrix = new EmbeddingMatrix(constants.dimension);
  const { embeddings } = tuned.embed(photos.pixels);
  photos.pixels.forEach((_, i) =>
    matrix.set(i, embeddings.subarray(i * constants.dimension, (i + 1) * constants.dimension)),
  );
  const guesser = new Guesser(matrix, constants, tensorScorer(tf));
  const study = (await guesser.study(lessonOf({ shots: CLASSES.map(() => 3) })))!;
  const { description } = tuned;
  const graph = await readGraph(dir, description);
  const backbone = { graph, description, labels: constants.labels, licenceText: null };
  const prepared = new PreparedExport({ study, about, backbone });
  const rows = [4, 9, 28];
  const expected = prepared.reference(rows);
  for (const format of EXPORT_FORMATS) {
    const folder = path.join(photos.cache, format);
    await prepared.write(format, folder);
    const room = new ModelRoom();
    const metadata = await room.open(folder);
    expect(metadata.backbone).toMatchObject({ id, hash: backboneHash(description) });
    const framing = { kind: 'stretch' } as const;
    const batch = rows.map((n) => ({
      ...{ id: n, hash: '0'.repeat(64), box: null, framing, size: SMALL_SIDE },
      pixels: photos.pixels[n]!,
    }));
    room.classify(batch).forEach(({ answer }, i) => {
      const row = [...expected.subarray(i * CLASSES.length, (i + 1) * CLASSES.length)];
      const best = row.indexOf(Math.max(...row));
      expect(answer.top[0]).toMatchObject({ label: CLASSES[best] });
      expect(Math.abs(answer.top[0]!.confidence - row[best]!)).toBeLessThan(FORMAT_CHECKS[format].limit);
    });
    room.close();
  }
  tuned.dispose();
});

const bytes = (values: Float32Array): Buffer =>
  Buffer.from(values.buffer, values.byteOffset, values.byteLength);
