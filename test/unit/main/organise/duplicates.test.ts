/** @file Near-duplicates: hashes, what must be near besides the hash, which one is kept, and the search itself. */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, test } from 'vitest';
import {
  DEFAULT_DISTANCE,
  DEFAULT_MINUTES,
  findDuplicates,
  type HashedRow,
} from '../../../../main/organise/duplicates';
import { bitsIn, distanceIn, hashDistance, hashTable } from '../../../../main/organise/hashes';
import { MultiIndex } from '../../../../main/organise/multiIndex';
import { inSlices } from '../../../../main/organise/slices';
import { atSecond, row } from './rows';

const OPTIONS = { distance: DEFAULT_DISTANCE, minutes: DEFAULT_MINUTES };

function find(rows: HashedRow[], contents: (string | null)[] = [], options = OPTIONS) {
  const work = findDuplicates(rows, {}, (index) => contents[index] ?? null, options);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

const hex = (value: bigint): string => value.toString(16).padStart(16, '0');
/** The hash with these bits, 0 to 63, turned over. */
const flip = (hash: string, ...bits: number[]): string =>
  hex(bits.reduce((value, bit) => value ^ (1n << BigInt(bit)), BigInt(`0x${hash}`)));
const HASH = '9f3c5a7716e2b084';

describe('hashes', () => {
  test('bits are counted as BigInt counts them', () => {
    const random = xoroshiro128plus(5);
    for (let i = 0; i < 500; i++) {
      const value = random.next();
      expect(bitsIn(value)).toBe((value >>> 0).toString(2).replaceAll('0', '').length);
    }
    expect(hashDistance(HASH, flip(HASH, 0, 31, 32, 63))).toBe(4);
    expect(hashDistance('0'.repeat(16), 'f'.repeat(16))).toBe(64);
    expect(hashDistance(HASH, null)).toBeNull();
  });

  test('the index finds every hash that is near, as comparing all with all does', () => {
    const random = xoroshiro128plus(11);
    const hashes = Array.from({ length: 300 }, () =>
      hex((BigInt(random.next() >>> 0) << 32n) | BigInt(random.next() >>> 0)),
    );
    for (let i = 0; i < 300; i++)
      hashes.push(flip(hashes[i]!, ...Array.from({ length: i % 12 }, () => (random.next() >>> 0) % 64)));
    const table = hashTable(hashes);
    const index = new MultiIndex(table);
    for (const distance of [0, 3, 4, 7, 8, 11])
      for (let a = 0; a < hashes.length; a++) {
        const found = new Set<number>();
        index.near(a, distance, (b) => {
          if (distanceIn(table, a, b) <= distance) found.add(b);
        });
        const all = hashes.flatMap((_, b) => (distanceIn(table, a, b) <= distance ? [b] : []));
        expect([...found].sort((x, y) => x - y)).toEqual(all);
      }
  });
});

describe('near-duplicates', () => {
  test('a near hash in the same folder is one, a far one is not', () => {
    const rows = [
      row(0, { pixelHash: HASH }),
      row(1, { pixelHash: flip(HASH, 3, 17, 40, 63) }),
      row(2, { pixelHash: flip(HASH, 1, 2, 3, 4, 5) }),
    ];
    expect(find(rows)).toEqual([{ rows: [0, 1], distances: [0, 4], same: [true, false] }]);
  });

  test('in another folder the hash alone is not enough: the times must be within minutes', () => {
    const elsewhere = { path: 'b/1.jpg', pixelHash: HASH };
    const one = row(0, { path: 'a/1.jpg', pixelHash: HASH, capturedAt: atSecond(0) });
    expect(find([one, row(1, elsewhere)])).toEqual([]);
    expect(find([one, row(1, { ...elsewhere, capturedAt: atSecond(601) })])).toEqual([]);
    expect(find([one, row(1, { ...elsewhere, capturedAt: atSecond(599) })])).toHaveLength(1);
  });

  test('the same file is one wherever it lies, with or without a hash', () => {
    const rows = [row(0, { path: 'a/1.jpg' }), row(1, { path: 'b/9.jpg' }), row(2)];
    expect(find(rows, ['c', 'c', 'd'])).toEqual([{ rows: [0, 1], distances: [0, null], same: [true, true] }]);
  });

  test('the largest picture is kept, then the first; the sets come in the order of what is kept', () => {
    const small = { width: 800, height: 600, pixelHash: HASH };
    const rows = [
      row(0, small),
      row(1, small),
      row(2, { pixelHash: HASH }),
      row(3, { pixelHash: flip(HASH, 9, 10, 11, 12, 13, 14) }),
      row(4, { pixelHash: flip(HASH, 9, 10, 11, 12, 13, 14) }),
    ];
    expect(find(rows).map((set) => set.rows)).toEqual([
      [2, 0, 1],
      [3, 4],
    ]);
  });

  test('each is near to the one that is kept: a chain does not make a set of what is far apart', () => {
    const far = flip(HASH, 0, 1, 2, 3);
    const rows = [HASH, far, flip(far, 10, 11, 12, 13)].map((pixelHash, i) => row(i, { pixelHash }));
    expect(find(rows).map((set) => set.rows)).toEqual([[0, 1]]);
  });

  test('no image is in two sets, and every pair that was left was not near', () => {
    const random = xoroshiro128plus(3);
    const rows = Array.from({ length: 400 }, (_, i) => {
      const bits = Array.from({ length: 5 }, () => (random.next() >>> 0) % 24);
      const capturedAt = i % 5 === 0 ? null : atSecond((random.next() >>> 0) % 20_000);
      return row(i, { pixelHash: flip(HASH, ...bits), path: `${i % 3}/${i}.jpg`, capturedAt });
    });
    const sets = find(rows);
    const all = sets.flatMap((set) => set.rows);
    expect(new Set(all).size).toBe(all.length);
    const left = rows.filter(({ index }) => !all.includes(index));
    for (const a of left)
      for (const b of left)
        if (a !== b && (a.path[0] === b.path[0] || minutesApart(a, b) <= DEFAULT_MINUTES))
          expect(hashDistance(a.pixelHash, b.pixelHash)).toBeGreaterThan(DEFAULT_DISTANCE);
    for (const {
      rows: [first, ...others],
      distances,
    } of sets)
      for (const [i, other] of others.entries())
        expect(hashDistance(rows[first!]!.pixelHash, rows[other]!.pixelHash)).toBe(distances[i + 1]);
  });

  test('main goes on answering while it searches, and gives up what nobody waits for', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    expect(await inSlices(counting(200_000))).toBe(200_000);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(0);
    expect(await inSlices(counting(Infinity), () => true)).toBeNull();
  });
});

/** NaN where one of them has no time. */
const minutesApart = (a: HashedRow, b: HashedRow): number =>
  Math.abs(Date.parse(a.capturedAt ?? '') - Date.parse(b.capturedAt ?? '')) / 60_000;

/** Counts, slowly enough for several slices. */
function* counting(to: number): Generator<number, number> {
  let reached = 0;
  for (; reached < to; reached++) yield Math.hypot(...Array.from({ length: 50 }, (_, i) => i));
  return reached;
}
