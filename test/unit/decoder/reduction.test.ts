import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Reduction } from '../../../renderer/decoder/reduce/reduction';
import { storedRect, stripOf, uprightSize, type Size } from '../../../renderer/decoder/reduce/strip';
import { reductions } from './goldenFiles';

/** The bytes that make_goldens.py calls `scramble`, as RGBA words. */
function scramble({ width, height }: Size): Uint32Array {
  const byte = (i: number) => Number(((BigInt(i) * 2654435761n) >> 13n) & 255n);
  return Uint32Array.from({ length: width * height }, (_, i) => {
    return (0xff000000 | byte(i * 3) | (byte(i * 3 + 1) << 8) | (byte(i * 3 + 2) << 16)) >>> 0;
  });
}

function reduce(pixels: Uint32Array, from: Size, to: Size, stripRows = from.height): Uint8Array {
  const reduction = new Reduction({ left: 0, top: 0, ...from }, to);
  for (let top = 0; top < from.height; top += stripRows) {
    const rows = Math.min(stripRows, from.height - top);
    const band = pixels.subarray(top * from.width, (top + rows) * from.width);
    reduction.add({ pixels: band, blueFirst: false, top, rows, origin: 0, across: 1, down: from.width });
  }
  return reduction.finish();
}

describe('reduction', () => {
  it.each(reductions)('gives the bytes that Pillow gives, from $from to $to', ({ from, to, sha256 }) => {
    const [size, target] = [from, to].map(([width, height]) => ({ width, height })) as [Size, Size];
    const reduced = reduce(scramble(size), size, target);
    expect(createHash('sha256').update(reduced).digest('hex')).toBe(sha256);
  });

  it('gives the same whether the rows come at once or in bands of any height', () => {
    const from = { width: 61, height: 83 };
    const pixels = scramble(from);
    const whole = reduce(pixels, from, { width: 17, height: 19 });
    for (const rows of [1, 7, 16, 82])
      expect(reduce(pixels, from, { width: 17, height: 19 }, rows)).toEqual(whole);
  });

  it('puts red first whichever way round the words have it', () => {
    for (const [width, height] of [
      [61, 83],
      [40, 41],
      [400, 300],
    ] as const) {
      const words = scramble({ width, height });
      const swapped = words.map(
        (word) => ((word & 0xff00ff00) | ((word & 255) << 16) | ((word >>> 16) & 255)) >>> 0,
      );
      const [plain, other] = [words, swapped].map((pixels, i) => {
        const reduction = new Reduction({ left: 0, top: 0, width, height }, { width: 30, height: 30 });
        reduction.add({
          pixels,
          blueFirst: i === 1,
          top: 0,
          rows: height,
          origin: 0,
          across: 1,
          down: width,
        });
        return reduction.finish();
      });
      expect(other).toEqual(plain);
    }
  });

  it('reads nothing outside the crop', () => {
    const from = { width: 40, height: 30 };
    const crop = { left: 5, top: 7, width: 20, height: 11 };
    const pixels = scramble(from);
    const poisoned = pixels.map((word, i) => {
      const [x, y] = [i % from.width, Math.floor(i / from.width)];
      return x >= 5 && x < 25 && y >= 7 && y < 18 ? word : 0xff0000ff;
    });
    const [clean, other] = [pixels, poisoned].map((words) => {
      const reduction = new Reduction(crop, { width: 8, height: 8 });
      reduction.add({ pixels: words, blueFirst: false, top: 0, rows: 30, origin: 0, across: 1, down: 40 });
      return reduction.finish();
    });
    expect(other).toEqual(clean);
  });

  it('keeps a flat colour exactly, at any scale', () => {
    for (const side of [1, 5, 63, 64, 65, 200, 1999]) {
      const pixels = new Uint32Array(side * side).fill(0xff1e90fd);
      const reduced = reduce(pixels, { width: side, height: side }, { width: 64, height: 64 });
      expect(reduced.every((value, i) => value === [0xfd, 0x90, 0x1e][i % 3])).toBe(true);
    }
  });
});

describe('strips', () => {
  /** A 3 × 2 picture of words 0 to 5, walked upright for each EXIF orientation. */
  const upright: Record<number, number[][]> = {
    1: [
      [0, 1, 2],
      [3, 4, 5],
    ],
    2: [
      [2, 1, 0],
      [5, 4, 3],
    ],
    3: [
      [5, 4, 3],
      [2, 1, 0],
    ],
    4: [
      [3, 4, 5],
      [0, 1, 2],
    ],
    5: [
      [0, 3],
      [1, 4],
      [2, 5],
    ],
    6: [
      [3, 0],
      [4, 1],
      [5, 2],
    ],
    7: [
      [5, 2],
      [4, 1],
      [3, 0],
    ],
    8: [
      [2, 5],
      [1, 4],
      [0, 3],
    ],
  };
  const stored = { width: 3, height: 2 };

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('walks orientation %i upright, in bands too', (orientation) => {
    const size = uprightSize(stored, orientation);
    for (const height of [1, 2, 3]) {
      const walked: number[][] = [];
      for (let top = 0; top < size.height; top += height) {
        const rows = Math.min(height, size.height - top);
        walked.push(...walk(orientation, size.width, top, rows));
      }
      expect(walked).toEqual(upright[orientation]);
    }
  });

  function walk(orientation: number, width: number, top: number, rows: number): number[][] {
    const rect = storedRect(stored, orientation, top, rows);
    const words = Array.from({ length: rect.width * rect.height }, (_, i) => {
      return (rect.top + Math.floor(i / rect.width)) * stored.width + rect.left + (i % rect.width);
    });
    const strip = stripOf({ words: Uint32Array.from(words), blueFirst: false }, rect, orientation, top, rows);
    return Array.from({ length: rows }, (_, y) =>
      Array.from(
        { length: width },
        (_, x) => strip.pixels[strip.origin + x * strip.across + y * strip.down] as number,
      ),
    );
  }
});
