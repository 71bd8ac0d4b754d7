import { describe, expect, it } from 'vitest';
import { DifferenceHash } from '../../../renderer/decoder/differenceHash';
import { localTime } from '../../../renderer/decoder/headers/exif';
import { readHeader } from '../../../renderer/decoder/headers/read';
import { storedRect, stripOf } from '../../../renderer/decoder/reduce/strip';
import { facts, factsBytes } from './goldenFiles';

describe('what EXIF data say', () => {
  it.each(facts)('$file: when and with what it was taken', ({ file, capturedAt, camera }) => {
    expect(readHeader(factsBytes(file))).toMatchObject({ capturedAt, camera });
  });

  it.each([
    ['2024:02:29 00:00:00', '2024-02-29T00:00:00'],
    [' 2024:02:29 23:59:59 ', '2024-02-29T23:59:59'],
    ['2023:02:29 00:00:00', null],
    ['2024:13:01 00:00:00', null],
    ['2024:01:01 24:00:00', null],
    ['2024:01:01 12:60:00', null],
    ['1024:01:01 12:00:00', null],
    ['2024-01-01 12:00:00', null],
    ['    :  :     :  :  ', null],
    ['', null],
  ])('%j is a time or none', (text, time) => expect(localTime(text)).toBe(time));
});

describe('the difference hash', () => {
  const width = 37;
  const height = 29;
  const words = Uint32Array.from({ length: width * height }, (_, i) => Math.imul(i, 2654435761) >>> 0);
  const swapped = words.map((w) => ((w & 0xff) << 16) | (w & 0xff00) | ((w >>> 16) & 0xff));

  /** Of the picture as it comes in bands of `rows`. */
  function hash(pixels: { words: Uint32Array; blueFirst: boolean }, rows: number, orientation = 1): string {
    const [across, down] = orientation >= 5 ? [height, width] : [width, height];
    const made = new DifferenceHash({ width: across, height: down });
    for (let top = 0; top < down; top += rows) {
      const count = Math.min(rows, down - top);
      const rect = storedRect({ width, height }, orientation, top, count);
      const part = Uint32Array.from({ length: rect.width * rect.height }, (_, i) => {
        const [x, y] = [rect.left + (i % rect.width), rect.top + Math.floor(i / rect.width)];
        return pixels.words[y * width + x] as number;
      });
      made.add(stripOf({ ...pixels, words: part }, rect, orientation, top, count));
    }
    return made.finish();
  }

  it('is the same in one piece, in bands, and whichever channel comes first', () => {
    const whole = hash({ words, blueFirst: false }, height);
    expect(whole).toMatch(/^[0-9a-f]{16}$/);
    expect(hash({ words, blueFirst: false }, 3)).toBe(whole);
    expect(hash({ words: swapped, blueFirst: true }, 10)).toBe(whole);
  });

  it('is of the upright picture', () => {
    const whole = hash({ words, blueFirst: false }, height);
    const turned = [2, 3, 4, 5, 6, 7, 8].map((o) => hash({ words, blueFirst: false }, 7, o));
    expect(new Set([whole, ...turned]).size).toBe(8);
  });

  it('is 0 where nothing differs, and of one pixel too', () => {
    const grey = new Uint32Array(width * height).fill(0xff808080);
    expect(hash({ words: grey, blueFirst: false }, height)).toBe('0'.repeat(16));
    const pixel = new DifferenceHash({ width: 1, height: 1 });
    pixel.add(stripOf({ words: grey, blueFirst: false }, { width: 1, height: 1 }, 1, 0, 1));
    expect(pixel.finish()).toBe('0'.repeat(16));
  });

  it('sums the longest rows without overflow', () => {
    const long = 9 * 5000;
    const rows = new Uint32Array(long).map((_, x) => (x < long / 2 ? 0xffffffff : 0xff0000ff));
    const made = new DifferenceHash({ width: long, height: 1 });
    made.add(stripOf({ words: rows, blueFirst: false }, { width: long, height: 1 }, 1, 0, 1));
    expect(made.finish()).toBe('0c'.repeat(8).replace(/c/g, '0').replace(/00/g, '18'));
  });
});
