/**
 * @file The decoder's process is killed, or hangs, while it works: every image is decoded in the end, and a file that
 * is itself to blame is set aside.
 */
import { goldenPath } from '../../unit/decoder/goldenFiles';
import { expect, test, type DecoderApp } from './harness';

const innocent = ['whole-500x375.jpg', 'rgb.png', 'lossy.webp', 'scale-half.jpg', 'grey.jpg', 'plain.bmp'];

function decodeAll(decoder: DecoderApp, rounds: number) {
  const files = Array.from({ length: rounds }, () => innocent).flat();
  return Promise.all(files.map((file) => decoder.decode(goldenPath(file))));
}

test('killed at work, it comes back and everything is decoded', async ({ decoder }) => {
  const before = await decoder.pid();
  const all = decodeAll(decoder, 20);
  process.kill(before, 'SIGKILL');
  for (const { result, pixels } of await all) {
    expect(result).toHaveProperty('hash');
    expect(pixels).not.toBeNull();
  }
  expect(await decoder.pid()).not.toBe(before);
  expect(await decoder.ends()).toContainEqual(expect.stringContaining('process ended'));
});

test('standing still, it is replaced after the time-out and everything is decoded', async ({ decoder }) => {
  await decoder.setTimeout(2_000);
  const all = decodeAll(decoder, 20);
  process.kill(await decoder.pid(), 'SIGSTOP');
  for (const { result } of await all) expect(result).toHaveProperty('hash');
});

test('a file that takes too long is set aside with its reason; those beside it are decoded', async ({
  decoder,
}) => {
  await decoder.setTimeout(1);
  const { result } = await decoder.decode(goldenPath('eighth-2405x1811.jpg'));
  expect(result).toMatchObject({ failure: { code: 'decoder-timeout' } });
  await decoder.setTimeout(20_000);
  const all = await decodeAll(decoder, 1);
  for (const { result } of all) expect(result).toHaveProperty('hash');
});
