/** @file The bench's figures and what it says of them. */
import { describe, expect, it } from 'vitest';
import { boundOf, type BenchReport } from '../../../../main/headless/bench/figures';
import { atMost, SETS } from '../../../../main/headless/bench/sets';
import { summary } from '../../../../main/headless/bench/summary';

const report: BenchReport = {
  machine: {
    ...{ system: 'Linux 6 x64', processor: 'Some CPU', cores: 2, memory: 25.3 },
    ...{
      electron: '22.3.25',
      chromium: '108',
      node: '16.17.1',
      loadBefore: [0.5, 1, 2],
      loadAfter: [1.75, 1, 2],
    },
  },
  sets: [
    {
      ...{
        name: '500×375 JPEG',
        images: 600,
        endToEnd: 150.4,
        engineAlone: 250,
        decodeAlone: 400,
        bound: 153.8,
      },
      peers: [{ name: 'a peer', imagesPerSecond: 160, ratio: 0.94 }],
    },
    { name: 'large', images: 1, endToEnd: 77.25, engineAlone: 250, decodeAlone: 110, bound: 76.4, peers: [] },
  ],
  memory: { engine: 640.2, window: null },
  start: { app: 1.5, bare: 1, ratio: 1.5 },
};

describe('figures', () => {
  it('are bound by both halves sharing the same cores', () => {
    expect(boundOf(250, 400)).toBeCloseTo(153.846, 3);
  });

  it('are of every set, or of a part of it', () => {
    expect(SETS.map(({ images, width, height }) => [images, width * height])).toEqual([
      [600, 187_500],
      [100, 12_000_000],
    ]);
    expect(SETS.map((set) => [atMost(set, 200).images, atMost(set, null).images])).toEqual([
      [200, 600],
      [100, 100],
    ]);
  });
});

describe('the summary', () => {
  it('leaves out what was not measured', () => {
    expect(summary(report, { runs: 5 })).toBe(
      [
        'images/s            end to end  peer  ratio  engine alone  decoder alone  bound',
        '600 × 500×375 JPEG         150   160   0.94           250            400    154',
        '1 × large                 77.3     –      –           250            110   76.4',
        '',
        'Engine: 640 MB at its most',
        'Start: 1.50 s to the drawn window, 1.00 s for a bare one (ratio 1.50)',
        'Machine: Some CPU, 2 cores, 25.3 GB, Linux 6 x64, Electron 22.3.25',
        'Load average over a minute: 0.50 before, 1.75 after',
        'Medians of 5',
        '',
      ].join('\n'),
    );
  });
});
