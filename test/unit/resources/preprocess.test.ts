/** @file What samples in JavaScript make of pictures: the golden inputs, bit for bit. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Framing } from '../../../main/contract/model';

interface Preprocess {
  modelInput: (picture: object, framing: Framing, size: number) => Uint8Array;
}
interface Jpeg {
  jpegHeader: (bytes: Uint8Array) => object | null;
  eighthsOf: (header: object | null, framing: Framing, size: number) => number;
  isSrgb: (profile: Uint8Array | null) => boolean;
}
// Samples are plain JavaScript, for whoever opens an export; here they have types.
const sample = (name: string): Promise<unknown> => import(path.resolve('resources/export/shared', name));
const { modelInput } = (await sample('preprocess.mjs')) as Preprocess;
const { eighthsOf, isSrgb, jpegHeader } = (await sample('jpeg.mjs')) as Jpeg;

const goldens = path.resolve('test/golden/decoder');
interface Goldens {
  framings: Framing[];
  files: { file: string; size: number; eighths: number[] }[];
}
const { framings, files } = JSON.parse(readFileSync(path.join(goldens, 'goldens.json'), 'utf8')) as Goldens;
const read = (file: string) => readFileSync(path.join(goldens, 'images', file));

/** Converted colours are rounded otherwise by every library, and sharp reads no BMP. */
const OTHERS = /^(cmyk|icc-display|icc-adobe)|\.avif$|\.bmp$/;

async function decoded(file: string) {
  const { data, info } = await sharp(read(file))
    .autoOrient()
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { data: new Uint8Array(data), width: info.width, height: info.height };
}

describe('modelInput', () => {
  const whole = files.filter(({ file }) => !OTHERS.test(file));

  it.each(whole)("gives Pillow's pixels of $file", async ({ file, size, eighths }) => {
    const expected = gunzipSync(readFileSync(path.join(goldens, `expected/${file}.rgb.gz`)));
    const picture = await decoded(file);
    const bytes = size * size * 3;
    for (const [i, framing] of framings.entries()) {
      if (eighths[i] !== 8) continue;
      const found = Buffer.from(modelInput(picture, framing, size));
      expect(found.equals(expected.subarray(i * bytes, (i + 1) * bytes))).toBe(true);
    }
  });
});

describe('eighthsOf', () => {
  const jpegs = files.filter(({ file }) => file.endsWith('.jpg'));

  it.each(jpegs)('is as in the app for $file', ({ file, size, eighths }) => {
    const header = jpegHeader(read(file));
    expect(framings.map((framing) => eighthsOf(header, framing, size))).toEqual(eighths);
  });

  it('is for JPEGs only', () => {
    expect(jpegHeader(read('rgb.png'))).toBeNull();
    expect(isSrgb(null)).toBe(true);
  });
});
