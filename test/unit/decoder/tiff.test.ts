import { createHash } from 'node:crypto';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { describe, expect, it } from 'vitest';
import type { Framing } from '../../../main/contract/model';
import { DecodeError } from '../../../renderer/decoder/errors';
import { cropOf } from '../../../renderer/decoder/framing';
import { readHeader } from '../../../renderer/decoder/headers/read';
import { checkPixels } from '../../../renderer/decoder/limits';
import { Reduction } from '../../../renderer/decoder/reduce/reduction';
import { stripOf, uprightSize } from '../../../renderer/decoder/reduce/strip';
import { decodeTiff } from '../../../renderer/decoder/tiff/decodeTiff';
import { framings, tiffBytes, tiffGoldens } from './goldenFiles';

/** The model's input, as the decoder's workers make it. */
async function inputOf(bytes: Uint8Array, framing: Framing, size: number): Promise<Uint8Array> {
  const { orientation } = readHeader(bytes);
  const { words, ...stored } = await decodeTiff(bytes);
  const upright = uprightSize(stored, orientation);
  const reduction = new Reduction(cropOf(framing, upright), { width: size, height: size });
  reduction.add(stripOf({ words, blueFirst: false }, stored, orientation, 0, upright.height));
  return reduction.finish();
}

/** As a worker goes about it. @returns null where it was read, else why not */
async function failureOf(bytes: Uint8Array): Promise<DecodeError | null> {
  try {
    const header = readHeader(bytes);
    if (header.format !== 'tiff') return null;
    checkPixels(header, header);
    // A flipped bit may ask for any picture within the limits: only small ones are made here.
    if (header.width * header.height < 4e6) await decodeTiff(bytes);
    return null;
  } catch (error) {
    if (error instanceof DecodeError) return error;
    throw error;
  }
}

describe('TIFF files', () => {
  it.each(tiffGoldens.files)('$file: gives what Pillow gives', async ({ file, inputs }) => {
    const bytes = tiffBytes(file);
    for (const [at, framing] of framings.entries()) {
      const input = await inputOf(bytes, framing, tiffGoldens.size);
      expect(createHash('sha256').update(input).digest('hex'), framing.kind).toBe(inputs[at]);
    }
  });

  it('say how they are turned, and with what they were taken', () => {
    expect(readHeader(tiffBytes('orientation-6.tif'))).toMatchObject({
      ...{ format: 'tiff', width: 111, height: 90, orientation: 6, camera: 'Canon EOS R5', profile: null },
    });
    expect(readHeader(tiffBytes('icc-display-p3.tif')).profile?.bytes.length).toBeGreaterThan(100);
  });

  it.each([
    ['unread-jpeg.tif', /compressed by JPEG that is not read\. Save it as/],
    ['unread-fax.tif', /compressed by fax that is not read/],
    ['unread-cmyk.tif', /in colours \(such as CMYK or Lab\) that are not read/],
    ['unread-float.tif', /with values \(32 bits, kind 3\) that are not read/],
    ['unread-big.tif', /BigTIFF picture .* Save it as JPEG or PNG/],
  ])('%s is named with what to do', async (file, reason) => {
    expect(await failureOf(tiffBytes(file))).toMatchObject({
      code: 'unsupported-tiff',
      reason: expect.stringMatching(reason) as string,
    });
  });
});

describe('hostile TIFF files', () => {
  it.each(tiffGoldens.files)('$file: end in a sentence wherever they are cut', async ({ file }) => {
    const whole = tiffBytes(file);
    const step = Math.ceil(whole.length / 60);
    for (let length = 8; length < whole.length; length += length < 200 ? 16 : step) {
      const failure = await failureOf(whole.slice(0, length));
      if (failure) expect(failure.reason.length).toBeGreaterThan(20);
    }
  });

  it.each(tiffGoldens.files)('$file: end in a sentence whatever bits are flipped', async ({ file }) => {
    const random = xoroshiro128plus(20261124);
    const whole = tiffBytes(file);
    // Directories lie at the start or at the end.
    for (let round = 0; round < 60; round++) {
      const bytes = whole.slice();
      for (let flips = uniformInt(random, 1, 8); flips > 0; flips--) {
        const near = uniformInt(random, 0, Math.min(whole.length, 400) - 1);
        const at = round % 2 === 0 ? near : whole.length - 1 - near;
        bytes[at] = (bytes[at] as number) ^ (1 << uniformInt(random, 0, 7));
      }
      const failure = await failureOf(bytes);
      if (failure) expect(failure.code).toMatch(/^[a-z0-9-]+$/);
    }
  });
});
