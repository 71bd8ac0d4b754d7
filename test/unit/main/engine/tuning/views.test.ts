/** @file Views of an item: the same every time, within the picture, and exact where nothing is resampled. */
import { expect, test } from 'vitest';
import { partOf, viewsOf, VIEWS } from '../../../../../main/engine/tuning/views';
import { resampled } from '../../../../../main/engine/tuning/resampled';
import { keyOf } from './support';

const SIZE = 16;
const picture = Uint8Array.from({ length: SIZE * SIZE * 3 }, (_, i) => (i * 37) % 256);
const at = (pixels: Uint8Array, x: number, y: number): number[] => [
  ...pixels.subarray((y * SIZE + x) * 3, (y * SIZE + x) * 3 + 3),
];

test('the first view is the picture to the bit, the second its mirror image', () => {
  const [first, second] = viewsOf(picture, SIZE, keyOf(1));
  expect(first).toEqual(picture);
  for (let y = 0; y < SIZE; y++)
    for (let x = 0; x < SIZE; x++) expect(at(second!, x, y)).toEqual(at(picture, SIZE - 1 - x, y));
});

test('smaller parts lie within the picture, differ from item to item and are the same every time', () => {
  const parts = Array.from({ length: 200 }, (_, n) =>
    [2, 3].map((view) => partOf(keyOf(n), view, 224)),
  ).flat();
  for (const { left, top, side } of parts) {
    expect(side).toBeGreaterThanOrEqual(179);
    expect(side).toBeLessThanOrEqual(213);
    expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
    expect(Math.max(left, top) + side).toBeLessThanOrEqual(224);
  }
  expect(new Set(parts.map((part) => JSON.stringify(part))).size).toBeGreaterThan(390);
  expect(partOf(keyOf(7), 3, 224)).toEqual(partOf(keyOf(7), 3, 224));
  expect(viewsOf(picture, SIZE, keyOf(1))).toHaveLength(VIEWS);
});

test('a part is enlarged between its own pixels and never beyond them', () => {
  const ramp = Uint8Array.from({ length: SIZE * SIZE * 3 }, (_, i) => Math.floor(i / 3) % SIZE);
  const part = resampled(ramp, SIZE, { left: 4, top: 2, side: 8, mirrored: false });
  // Pixel centres: the first is a quarter of a pixel before that of pixel 4, and cut off there.
  expect(at(part, 0, 0)).toEqual([4, 4, 4]);
  expect(at(part, SIZE - 1, 9)).toEqual([11, 11, 11]);
  expect(at(part, 8, 3)).toEqual([8, 8, 8]);
  const flat = new Uint8Array(SIZE * SIZE * 3).fill(201);
  expect(resampled(flat, SIZE, { left: 1, top: 2, side: 13, mirrored: true })).toEqual(flat);
});
