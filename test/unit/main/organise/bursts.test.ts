/** @file Bursts: what goes together, what is kept apart, and what is left alone. */
import { describe, expect, test } from 'vitest';
import { burstsOf, DEFAULT_GAP, timeline } from '../../../../main/organise/bursts';
import { atSecond, row } from './rows';

const at = (index: number, seconds: number, about = {}) =>
  row(index, { capturedAt: atSecond(seconds), camera: 'Canon R7', ...about });

describe('bursts', () => {
  test('images that follow each other within the gap make one, however long it gets', () => {
    const rows = [0, 2, 4, 6, 8, 30, 31].map((seconds, index) => at(index, seconds));
    expect(burstsOf(timeline(rows, {}), 2)).toEqual([
      [0, 1, 2, 3, 4],
      [5, 6],
    ]);
    expect(burstsOf(timeline(rows, {}), 1)).toEqual([[5, 6]]);
    expect(burstsOf(timeline(rows, {}), 60)).toEqual([[0, 1, 2, 3, 4, 5, 6]]);
  });

  test('the order is that of the clock, not of the rows; a tie keeps the rows', () => {
    const rows = [at(0, 2), at(1, 0), at(2, 1), at(3, 1)];
    expect(burstsOf(timeline(rows, {}), DEFAULT_GAP)).toEqual([[1, 2, 3, 0]]);
  });

  test('another folder is another burst, below the same folder of the project too', () => {
    const rows = [
      at(0, 0, { path: 'a/1.jpg' }),
      at(1, 0, { path: 'b/1.jpg' }),
      at(2, 1, { path: 'a/2.jpg' }),
      at(3, 1, { folder: 'f2', path: 'a/1.jpg' }),
    ];
    expect(burstsOf(timeline(rows, {}), 3)).toEqual([[0, 2]]);
  });

  test('two cameras side by side make two bursts', () => {
    const other = { camera: 'Nikon Z6' };
    const rows = [at(0, 0), at(1, 0, other), at(2, 1), at(3, 2, other), at(4, 3)];
    expect(burstsOf(timeline(rows, {}), 3)).toEqual([
      [0, 2, 4],
      [1, 3],
    ]);
  });

  test('an image that names no camera goes with the last one, and one that does gives the burst its camera', () => {
    const rows = [at(0, 0, { camera: null }), at(1, 1), at(2, 2, { camera: 'Nikon Z6' }), at(3, 3)];
    expect(burstsOf(timeline(rows, {}), 3)).toEqual([[0, 1, 3]]);
  });

  test('images without a time are left alone and counted', () => {
    const rows = [at(0, 0), row(1), at(2, 1), row(3, { capturedAt: 'yesterday' })];
    const line = timeline(rows, {});
    expect(line.untimed).toBe(2);
    expect(burstsOf(line, 3)).toEqual([[0, 2]]);
  });

  test('a time from a file wins over the one in the image', () => {
    const rows = [at(0, 0), at(1, 1), row(2)];
    const times = { 'f1/IMG_1.jpg': atSecond(500), 'f1/IMG_2.jpg': atSecond(2) };
    expect(burstsOf(timeline(rows, times), 3)).toEqual([[0, 2]]);
  });

  test('the turn of a day, a month and a year is no gap', () => {
    const rows = [
      at(0, 0, { capturedAt: '2026-12-31T23:59:59' }),
      at(1, 0, { capturedAt: '2027-01-01T00:00:01' }),
    ];
    expect(burstsOf(timeline(rows, {}), 3)).toEqual([[0, 1]]);
  });

  test('every image is in at most one burst, whatever the times are', () => {
    const rows = Array.from({ length: 500 }, (_, index) =>
      at(index, (index * index) % 300, {
        camera: [null, 'A', 'B'][index % 3] ?? null,
        path: `${index % 4}/${index}.jpg`,
      }),
    );
    const all = burstsOf(timeline(rows, {}), 2).flat();
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(50);
  });
});
