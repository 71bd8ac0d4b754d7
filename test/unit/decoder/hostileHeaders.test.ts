import { describe, expect, it } from 'vitest';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { DecodeError } from '../../../renderer/decoder/errors';
import { readHeader } from '../../../renderer/decoder/headers/read';
import { planDecode } from '../../../renderer/decoder/plan';
import { isSrgb } from '../../../renderer/decoder/profile';
import { facts, factsBytes, files, goldenBytes } from './goldenFiles';

/** Big files are like the small ones at their start. */
const sample = [
  ...files.map(({ file }) => ({ name: file, whole: goldenBytes(file) })),
  ...facts.map(({ file }) => ({ name: `facts/${file}`, whole: factsBytes(file) })),
].filter(({ whole }) => whole.length < 30_000);
const LONGEST_MS = 5_000;

/** Reads and plans; a DecodeError with words for a person is the only way out besides success. */
async function attempt(bytes: Uint8Array): Promise<void> {
  const began = performance.now();
  try {
    const header = readHeader(bytes);
    const srgb = await isSrgb(header.profile);
    planDecode(header, { framing: { kind: 'centreCrop' }, inputSize: 224, srgb });
    if (header.capturedAt !== null) expect(header.capturedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
    if (header.camera !== null) expect(header.camera).toMatch(/^[\x20-\x7e\xa1-\xff]{1,80}$/);
    for (const { at, bytes: patch } of header.patches)
      expect(at + patch.length).toBeLessThanOrEqual(bytes.length);
  } catch (error) {
    expect(error).toBeInstanceOf(DecodeError);
    expect((error as DecodeError).code).toMatch(/^[a-z0-9-]+$/);
    expect((error as DecodeError).reason.length).toBeGreaterThan(20);
  }
  expect(performance.now() - began).toBeLessThan(LONGEST_MS);
}

describe('header parsers on hostile bytes', () => {
  it.each(sample)('$name: ends cleanly wherever the file is cut', async ({ whole: bytes }) => {
    const step = Math.max(1, Math.floor(bytes.length / 150));
    for (let length = 0; length < bytes.length; length += length < 400 ? 1 : step)
      await attempt(bytes.slice(0, length));
  });

  it.each(sample)('$name: ends cleanly whatever bits are flipped', async ({ whole }) => {
    const random = xoroshiro128plus(20261124);
    for (let round = 0; round < 300; round++) {
      const bytes = whole.slice();
      for (let flips = uniformInt(random, 1, 12); flips > 0; flips--) {
        // Mostly in the header, where they do most.
        const at = uniformInt(random, 0, (round % 3 === 0 ? bytes.length : Math.min(bytes.length, 700)) - 1);
        bytes[at] = (bytes[at] as number) ^ (1 << uniformInt(random, 0, 7));
      }
      await attempt(bytes);
    }
  });

  it('ends cleanly on random bytes behind every signature', async () => {
    const random = xoroshiro128plus(7);
    for (const { whole } of sample) {
      const bytes = Uint8Array.from({ length: 5_000 }, () => uniformInt(random, 0, 255));
      bytes.set(whole.subarray(0, 16));
      await attempt(bytes);
    }
  });
});
