/**
 * @file Files that are broken, enormous or no pictures at all: each gets an answer with a reason, none hangs, and the
 * decoder goes on.
 */
import fs from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { crc32 } from '../../../renderer/decoder/crc32';
import { files, goldenBytes, goldenPath, tiffBytes, tiffPath } from '../../unit/decoder/goldenFiles';
import { expect, test } from './harness';

let written = 0;
function write(bytes: Uint8Array | string): string {
  const file = test.info().outputPath(`file-${written++}`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, bytes);
  return file;
}

/** A grey PNG of one flat value: a few kilobytes, however large the picture. */
function flatPng(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Uint8Array) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(8 + body.length);
    frame.writeUInt32BE(data.length, 0);
    body.copy(frame, 4);
    frame.writeUInt32BE(crc32(body), 4 + body.length);
    return frame;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc((1 + Math.ceil(width / 8)) * height), { level: 9 });
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', new Uint8Array()),
  ]);
}

test('names what is wrong with files that give no picture', async ({ decoder }) => {
  const jpeg = goldenBytes('whole-500x375.jpg');
  for (const [code, file] of [
    ['empty', write('')],
    ['not-an-image', write('just some text')],
    ['unsupported-pdf', write('%PDF-1.7 and so on')],
    ['truncated', write(jpeg.subarray(0, jpeg.length / 2))],
    ['truncated', write(goldenBytes('rgb.png').subarray(0, 5000))],
    ['truncated', write(goldenBytes('lossy.webp').subarray(0, 1000))],
    ['truncated', write(goldenBytes('plain.bmp').subarray(0, 5000))],
    ['unsupported-tiff', tiffPath('unread-jpeg.tif')],
    ['truncated', write(tiffBytes('tiff_lzw.tif').subarray(0, 3000))],
    ['unreadable', '/nowhere/at/all.jpg'],
  ] as const) {
    const { result } = await decoder.decode(file);
    expect(result).toMatchObject({ failure: { code } });
  }
});

test('refuses pictures that are too large before decoding them, saying how large', async ({ decoder }) => {
  const began = Date.now();
  const { result } = await decoder.decode(write(flatPng(16_000, 16_000)));
  expect(result).toMatchObject({ failure: { code: 'too-large' } });
  expect(JSON.stringify(result)).toContain('256 megapixels');
  expect(Date.now() - began).toBeLessThan(5_000);
});

test('refuses files that are too large before reading them, saying how large', async ({ decoder }) => {
  const { result } = await decoder.decode('/nowhere/at/all.jpg', { bytes: 700 * 2 ** 20 });
  expect(result).toMatchObject({ failure: { code: 'too-large' } });
  expect(JSON.stringify(result)).toContain('700 MB; at most 512 MB');
});

test('decodes big pictures one after the other', async ({ decoder }) => {
  const big = write(flatPng(6_000, 5_000));
  const outcomes = await Promise.all([
    decoder.decode(big),
    decoder.decode(big),
    decoder.decode(goldenPath('rgb.png')),
  ]);
  for (const { result } of outcomes) expect(result).toHaveProperty('hash');
  expect(await decoder.ends()).toEqual([]);
});

test('answers for every file with flipped bits or a missing end, and decodes a good one afterwards', async ({
  decoder,
}) => {
  test.setTimeout(180_000);
  await decoder.setTimeout(5_000);
  const random = xoroshiro128plus(41);
  const small = files.map(({ file }) => file).filter((file) => goldenBytes(file).length < 30_000);
  for (const file of small) {
    const damaged = Array.from({ length: 6 }, (_, round) => write(damage(goldenBytes(file), round)));
    const outcomes = await Promise.all(damaged.map((each) => decoder.decode(each, { inputSize: 64 })));
    for (const { result } of outcomes) {
      if ('failure' in result) expect(result.failure.reason.length).toBeGreaterThan(20);
      else expect(result.width).toBeGreaterThan(0);
    }
  }
  const { result } = await decoder.decode(goldenPath('rgb.png'));
  expect(result).toHaveProperty('hash');

  function damage(bytes: Uint8Array, round: number): Uint8Array {
    if (round === 0) return bytes.subarray(0, uniformInt(random, 20, bytes.length - 1));
    const from = round % 2 === 0 ? 0 : Math.min(600, bytes.length - 1);
    for (let flips = 1 + round * 3; flips > 0; flips--) {
      const at = uniformInt(random, from, bytes.length - 1);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << uniformInt(random, 0, 7));
    }
    return bytes;
  }
});
