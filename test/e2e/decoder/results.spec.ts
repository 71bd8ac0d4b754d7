/**
 * @file What comes back beside the pixels: size, hash, thumbnail.
 */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { facts, factsPath, files, goldenBytes, goldenPath, hashes } from '../../unit/decoder/goldenFiles';
import type { Box } from '../../../main/contract/model';
import { readHeader } from '../../../renderer/decoder/headers/read';
import { expect, test } from './harness';

test('gives the upright size and the hash of the bytes as they lie on disk', async ({ decoder }) => {
  for (const [file, width, height] of [
    ['whole-500x375.jpg', 500, 375],
    ['orientation-6-quarter.jpg', 263, 303],
    ['orientation-6.png', 90, 111],
    ['orientation-6.avif', 90, 111],
    ['orientation-8.webp', 90, 111],
  ] as const) {
    const { result } = await decoder.decode(goldenPath(file));
    const hash = createHash('sha256').update(goldenBytes(file)).digest('hex');
    expect(result).toMatchObject({ hash, width, height });
  }
});

test('reads files of several megabytes whole, whether their size is known or not, one after the other', async ({
  decoder,
}) => {
  const picture = goldenBytes('whole-500x375.jpg');
  const expected = await decoder.decode(goldenPath('whole-500x375.jpg'));
  for (const megabytes of [3, 9, 20, 5]) {
    const bytes = Buffer.concat([picture, Buffer.alloc(megabytes * 2 ** 20, megabytes)]);
    const file = test.info().outputPath(`${megabytes}.jpg`);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes);
    const hash = createHash('sha256').update(bytes).digest('hex');
    for (const options of [{}, { bytes: bytes.length }, { bytes: 1000 }]) {
      const { result, pixels } = await decoder.decode(file, options);
      expect(result).toMatchObject({ hash });
      expect(pixels).toBe(expected.pixels);
    }
  }
});

test('makes an upright thumbnail of at most the size asked for', async ({ decoder }) => {
  expect(await thumbnailSize('whole-500x375.jpg', 256)).toEqual([256, 192]);
  expect(await thumbnailSize('orientation-7-eighth.jpg', 100)).toEqual([87, 100]);
  expect(await thumbnailSize('one-pixel.jpg', 256)).toEqual([1, 1]);

  async function thumbnailSize(file: string, longest: number): Promise<[number, number]> {
    const bytes = await decoder.thumbnail(goldenPath(file), longest);
    const { format, width, height } = readHeader(bytes);
    expect(format).toBe('jpeg');
    return [width, height];
  }
});

test('shows a picture as large as asked for, upright, never enlarged, and a part of it as large as that', async ({
  decoder,
}) => {
  const sizeOf = async (file: string, side: number, region: Box | null): Promise<[number, number]> => {
    const { format, width, height } = readHeader(await decoder.view(goldenPath(file), side, region));
    expect(format).toBe('jpeg');
    return [width, height];
  };
  const part = { x: 0.25, y: 0.5, width: 0.5, height: 0.25 };
  expect(await sizeOf('eighth-2405x1811.jpg', 1600, null)).toEqual([1600, 1205]);
  expect(await sizeOf('eighth-2405x1811.jpg', 4096, null)).toEqual([2405, 1811]);
  expect(await sizeOf('orientation-6-quarter.jpg', 100, null)).toEqual([87, 100]);
  expect(await sizeOf('eighth-2405x1811.jpg', 4096, part)).toEqual([1203, 452]);
  // Of the picture at half its size, 1203 × 906, the lines 453 to 679.5: the half one is taken whole.
  expect(await sizeOf('eighth-2405x1811.jpg', 600, part)).toEqual([600, 227]);
});

test('gives the same input whether or not a thumbnail is wanted', async ({ decoder }) => {
  const file = goldenPath('eighth-2405x1811.jpg');
  const [one, other] = [await decoder.decode(file), await decoder.decode(file, { thumbnailSize: null })];
  expect(one.pixels).toBe(other.pixels);
  expect(other.result).toMatchObject({ thumbnail: null });
});

test('says when and with what a picture was taken, whatever kind of file it is', async ({ decoder }) => {
  for (const { file, capturedAt, camera } of facts) {
    const { result } = await decoder.decode(factsPath(file));
    expect(result).toMatchObject({ capturedAt, camera });
  }
});

test('gives the difference hash that is computed outside, whatever of the picture the model sees', async ({
  decoder,
}) => {
  for (const { file, pixelHash } of hashes) {
    const inputSize = files.find((golden) => golden.file === file)?.size ?? 0;
    const { result } = await decoder.decode(goldenPath(file), { inputSize });
    expect(result, file).toMatchObject({ pixelHash });
    const cropped = await decoder.decode(goldenPath(file), { inputSize, framing: { kind: 'centreCrop' } });
    const found = 'failure' in cropped.result ? '' : cropped.result.pixelHash;
    expect(bitsApart(found, pixelHash), file).toBeLessThanOrEqual(2);
  }
});

function bitsApart(one: string, other: string): number {
  const differing = BigInt(`0x${one}`) ^ BigInt(`0x${other}`);
  return differing.toString(2).replace(/0/g, '').length;
}
