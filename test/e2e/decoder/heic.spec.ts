/** @file HEIC in the real Electron: what pillow-heif gives, within rounding; damage ends in a sentence. */
import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { goldenPath } from '../../unit/decoder/goldenFiles';
import { expect, test } from './harness';

const folder = path.resolve(import.meta.dirname, '../../golden/decoder/heic');
const names = fs
  .readdirSync(folder)
  .filter((name) => name.endsWith('.heic') && !name.startsWith('unread'))
  .map((name) => name.slice(0, -5));
/** Levels of 255: another version of libheif rounds otherwise; measured: at most 2 (10 bits), on average .02. */
const MOST = 3;
const ON_AVERAGE = 0.1;

const heic = (name: string): string => path.join(folder, `${name}.heic`);
const bytesOf = (name: string): Uint8Array => new Uint8Array(fs.readFileSync(heic(name)));

function write(name: string, bytes: Uint8Array): string {
  const file = test.info().outputPath(name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, bytes);
  return file;
}

test('every golden file gives what Pillow gives, upright, on white and in its colours', async ({
  decoder,
}) => {
  const gaps: Record<string, { largest: number; mean: number }> = {};
  for (const name of names) {
    const { result, pixels } = await decoder.decode(heic(name), { inputSize: 56 });
    if (pixels === null) throw new Error(`${name}: ${JSON.stringify(result)}`);
    const got = Buffer.from(pixels, 'base64');
    const expected = gunzipSync(fs.readFileSync(path.join(folder, `${name}.rgb.gz`)));
    expect(got.length).toBe(expected.length);
    const off = Array.from(got, (value, i) => Math.abs(value - (expected[i] ?? 0)));
    gaps[name] = { largest: Math.max(...off), mean: off.reduce((sum, each) => sum + each, 0) / off.length };
  }
  const far = Object.entries(gaps).filter(([, { largest, mean }]) => largest > MOST || mean > ON_AVERAGE);
  expect(far).toEqual([]);
});

test('its EXIF data are read, its size is the upright one, and Display P3 is not taken for sRGB', async ({
  decoder,
}) => {
  const turned = await decoder.decode(heic('orientation-6'), { inputSize: 56 });
  expect(turned.result).toMatchObject({
    ...{ width: 90, height: 112, capturedAt: '2024-05-01T12:30:00', camera: 'Apple iPhone 12' },
  });
  const plain = await decoder.decode(heic('plain'), { inputSize: 56 });
  const wide = await decoder.decode(heic('icc-display-p3'), { inputSize: 56 });
  expect(wide.pixels).not.toBe(plain.pixels);
});

test('files cut short or damaged end in a sentence, and the next one is read', async ({ decoder }) => {
  const whole = bytesOf('plain');
  for (let end = 20; end < whole.length; end += Math.ceil(whole.length / 12)) {
    const { result } = await decoder.decode(write(`cut-${end}.heic`, whole.subarray(0, end)));
    expect(result).toMatchObject({ failure: { reason: expect.stringMatching(/^(The|This) .*\.$/) } });
  }
  for (let at = 30; at < whole.length; at += Math.ceil(whole.length / 40)) {
    const broken = Uint8Array.from(whole);
    broken.fill(0xff, at, at + 6);
    const { result } = await decoder.decode(write(`broken-${at}.heic`, broken));
    if (result && 'failure' in result) expect(result.failure.reason).toMatch(/^(The|This) .*\.$/);
  }
  expect((await decoder.decode(heic('plain'))).pixels).not.toBeNull();
  expect((await decoder.decode(goldenPath('rgb.png'))).pixels).not.toBeNull();
  expect(await decoder.ends()).toEqual([]);
});

test('colours of high dynamic range are named, not shown wrong', async ({ decoder }) => {
  const { result } = await decoder.decode(heic('unread-hdr'));
  expect(result).toMatchObject({ failure: { code: 'unsupported-heic' } });
});

test('refuses a size that is too large, or another one than it holds, before it decodes', async ({
  decoder,
}) => {
  for (const [side, code] of [
    [60_000, 'too-large'],
    [4000, 'damaged'],
  ] as const) {
    const bytes = Buffer.from(bytesOf('plain'));
    for (let at = bytes.indexOf('ispe'); at > 0; at = bytes.indexOf('ispe', at + 4)) {
      bytes.writeUInt32BE(side, at + 8);
      bytes.writeUInt32BE(side, at + 12);
    }
    const { result } = await decoder.decode(write(`${side}.heic`, bytes));
    expect(result).toMatchObject({ failure: { code } });
  }
});
