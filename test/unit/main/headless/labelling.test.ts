/** @file The figures of the bench of labelling and what it says of them. */
import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../../../main/headless/commandLine';
import {
  figuresOf,
  growth,
  spread,
  worst,
  type LabellingReport,
} from '../../../../main/headless/labelling/figures';
import type { Bare, Fresh, Kept, Scroll } from '../../../../main/headless/labelling/plan';
import { labellingSummary } from '../../../../main/headless/labelling/summary';

const scroll = (frame: number, longestTask = 0): Scroll => ({
  frames: [frame, frame, 2 * frame],
  longestTask,
  settled: 40,
});
const three = (frame: number): Scroll[] => [scroll(frame), scroll(frame, 71), scroll(frame)];
const keys = { painted: [20, null, 30], followed: [100, 200, 300] };
const memory = { window: 200.4, engine: 500, main: 150 };

const kept = (by: number): Kept => ({
  pictures: { first: 300 * by, screen: null },
  scroll: three(16),
  keys: { ...keys, followed: keys.followed.map((time) => time * by) },
  similar: null,
  memory,
});
const fresh: Fresh = {
  pictures: { first: 700, screen: 900 },
  scroll: three(17),
  keys: { painted: [25], followed: [] },
  loop: { p50: 1, p99: 12, most: 44 },
  embedded: [100, 700],
  seconds: 6,
  memory,
};
const bare: Bare = { scroll: three(16), keys: [10], window: 90 };
const sizes = [figuresOf(1000, fresh, kept(1), bare), figuresOf(10_000, fresh, kept(4), bare)];

describe('spread', () => {
  it('is by what so many do not exceed', () => {
    const times = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect(spread(times)).toEqual({ p50: 50, p95: 95 });
    expect(spread([7])).toEqual({ p50: 7, p95: 7 });
  });

  it('of nothing is nothing, and what never came is left out', () => {
    expect(spread([])).toEqual({ p50: null, p95: null });
    expect(spread([null, 3])).toEqual({ p50: 3, p95: 3 });
  });
});

describe('the figures of a size', () => {
  it('count labels that never showed', () => {
    expect(sizes[0]?.keys.missed).toBe(1);
  });

  it('say how fast images were embedded meanwhile, and whether that went on to the end', () => {
    expect(sizes[0]?.embedding).toEqual({ imagesPerSecond: 100, whole: false });
    const all = figuresOf(1000, { ...fresh, embedded: [900, 1000] }, kept(1), bare);
    expect(all.embedding.whole).toBe(true);
  });

  it('have the speed that was the worst', () => {
    expect(worst(sizes[0]?.scroll.embedding ?? [])).toBe(34);
    expect(worst([])).toBeNull();
  });
});

describe('growth', () => {
  it('is by the fewest images', () => {
    const found = new Map(growth(sizes).map(({ name, ratios }) => [name, ratios]));
    expect(found.get('guesses follow p95')).toEqual([1, 4]);
    expect(found.get('key to label p95')).toEqual([1, 1]);
    expect(found.get('similar p95')).toEqual([null, null]);
  });

  it('of nothing is nothing', () => {
    expect(growth([])).toEqual([]);
  });
});

it('tells figures beside aims, growth, machine and load', () => {
  const machine: LabellingReport['machine'] = {
    ...{ system: 'Linux', processor: 'Some CPU', cores: 2, memory: 8, electron: '22', chromium: '108' },
    ...{ node: '16', loadBefore: [0.5, 0, 0], loadAfter: [1.5, 0, 0] },
  };
  const lines = labellingSummary({ machine, sizes }).split('\n');
  const line = (name: string): string => lines.find((one) => one.startsWith(name)) ?? '';
  expect(lines[0]).toMatch(/1000 images +10000 images +aim$/);
  expect(line('known folder: all in view')).toMatch(/– +–$/);
  expect(line('frame p50 p95 at 5,000 px/s, idle')).toMatch(/16\.0 32\.0 \(71\.0\) .* ≤ 17, ≤ 100$/);
  expect(line('guesses follow p95')).toMatch(/× 1\.00 +× 4\.00$/);
  expect(line('Machine')).toContain('Some CPU, 2 cores');
  expect(line('Load average')).toContain('0.50 before, 1.50 after');
});

describe('the words', () => {
  const parse = (words: string) =>
    parseCommandLine(words.split(' '), { cwd: '/home/user', version: '1', backbones: [] });

  it('are three sizes unless told otherwise', () => {
    expect(parse('bench-labelling')).toEqual({
      command: 'bench-labelling',
      options: { images: [1000, 10_000, 50_000], json: null, force: false, prepareOnly: false },
    });
  });

  it('take sizes in any order', () => {
    expect(parse('bench-labelling --images 5000,200,5000')).toMatchObject({
      options: { images: [200, 5000] },
    });
    expect(() => parse('bench-labelling --images many')).toThrow('--images needs a whole number');
  });
});
