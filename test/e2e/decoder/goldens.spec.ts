/**
 * @file From the file to the model's input, in the real Electron: bit for bit what Pillow gives (docs/decoding.md).
 */
import { createHash } from 'node:crypto';
import {
  tiffGoldens,
  tiffPath,
  expectedInput,
  files,
  framings,
  goldenPath,
  type Golden,
} from '../../unit/decoder/goldenFiles';
import { expect, test, type DecoderApp } from './harness';

/** Conversions from another colour space round differently: Chromium's (skcms) against Pillow's (Little CMS). */
const COLOUR_ROUNDING = 1;
/** A few pixels of a large AVIF: the two libraries' conversions from YUV round differently. */
const AVIF_ROUNDING = 1;
/** Newer Chromiums enlarge the colours of a half-transparent AVIF in another way (measured in 156). */
const ALPHA_AVIF_IN_NEWER = 17;

function largestGapAllowed({ file }: Golden, chromium: number): number {
  if (/^icc-(display-p3|adobe-rgb)/.test(file)) return COLOUR_ROUNDING;
  if (file === 'orientation-6-bands.avif') return AVIF_ROUNDING;
  return file === 'alpha.avif' && chromium > 108 ? ALPHA_AVIF_IN_NEWER : 0;
}

/** The largest difference from Pillow over the three framings, in levels of 255. */
async function largestGap(decoder: DecoderApp, golden: Golden): Promise<number> {
  let largest = 0;
  for (const [at, framing] of framings.entries()) {
    const { result, pixels } = await decoder.decode(goldenPath(golden.file), {
      framing,
      inputSize: golden.size,
    });
    if (pixels === null) throw new Error(JSON.stringify(result));
    const expected = expectedInput(golden, at);
    const got = Buffer.from(pixels, 'base64');
    expect(got.length).toBe(expected.length);
    for (let i = 0; i < got.length; i++)
      largest = Math.max(largest, Math.abs((got[i] ?? 0) - (expected[i] ?? 0)));
  }
  return largest;
}

for (const extension of ['jpg', 'png', 'webp', 'avif', 'gif', 'bmp']) {
  test(`${extension}: every golden file gives what Pillow gives`, async ({ decoder }) => {
    const chromium = await decoder.chromium();
    for (const golden of files.filter(({ file }) => file.endsWith(`.${extension}`))) {
      const gap = await largestGap(decoder, golden);
      expect(gap, `${golden.file} is off by ${gap}`).toBeLessThanOrEqual(largestGapAllowed(golden, chromium));
    }
  });
}

test('colours other than sRGB are converted, not ignored', async ({ decoder }) => {
  const [plain, wide] = await Promise.all(
    ['scale-half.jpg', 'icc-display-p3.jpg'].map((file) =>
      decoder.decode(goldenPath(file), { inputSize: 64 }),
    ),
  );
  expect(plain?.pixels).not.toBe(wide?.pixels);
});

test('tif: every golden file gives what Pillow gives', async ({ decoder }) => {
  for (const { file, inputs } of tiffGoldens.files) {
    for (const [at, framing] of framings.entries()) {
      const { result, pixels } = await decoder.decode(tiffPath(file), {
        framing,
        inputSize: tiffGoldens.size,
      });
      if (pixels === null) throw new Error(`${file}: ${JSON.stringify(result)}`);
      const hash = createHash('sha256').update(Buffer.from(pixels, 'base64')).digest('hex');
      expect(hash, `${file} ${framing.kind}`).toBe(inputs[at]);
    }
  }
});

test('tif: other colours are converted as those of a PNG with the same profile are', async ({ decoder }) => {
  const [tif, png, plain] = await Promise.all(
    [tiffPath('icc-display-p3.tif'), goldenPath('icc-display-p3.png'), goldenPath('rgb.png')].map((file) =>
      decoder.decode(file, { inputSize: 56 }),
    ),
  );
  expect(tif?.pixels).toBe(png?.pixels);
  expect(tif?.pixels).not.toBe(plain?.pixels);
});
