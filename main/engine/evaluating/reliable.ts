/**
 * @file Whether percentages can be trusted: ten bins of confidence, and the expected calibration error over them (Guo et al.,
 * 'On Calibration of Modern Neural Networks', ICML 2017, equation 3). Pure: runs in the engine and in tests.
 */
import type { Reliability } from '../../contract/evaluation';
import { intervalOf, type Tally } from '../evaluation/intervals';
import type { Asked } from './asked';
import { told } from '../../../strings/words';

const BINS = 10;
/** With fewer groups, a bin holds two or three and the error says more of chance than of the percentages. */
const LEAST = 30;

export function reliabilityOf(asked: readonly Asked[]): Reliability {
  const told = asked.flatMap(({ group, row, class: own, guessed, confidence }) =>
    confidence === null ? [] : [{ group, row, confidence, right: guessed === own }],
  );
  const sorted = Array.from({ length: BINS }, (): Told[] => []);
  for (const one of told) sorted[Math.min(Math.floor(one.confidence * BINS), BINS - 1)]!.push(one);
  const bins = sorted.flatMap((own, b) => (own.length === 0 ? [] : binOf(b, own)));
  const error = bins.reduce(
    (sum, bin) => sum + (bin.n / told.length) * Math.abs(bin.accuracy - bin.confidence),
    0,
  );
  const n = new Set(told.map(({ row }) => row)).size;
  const why = whyNot(n, new Set(told.map(({ group }) => group)).size);
  return { error: why === null ? error : null, bins, n, why };
}

interface Told {
  group: string;
  row: number;
  confidence: number;
  right: boolean;
}

/** Intervals by groups: [Note: interval of a share] in `evaluation/intervals.ts`. */
function binOf(b: number, own: readonly Told[]): Reliability['bins'][number] {
  const groups = new Map<string, { items: number; right: number }>();
  for (const { group, right } of own) {
    const tally = groups.get(group) ?? { items: 0, right: 0 };
    groups.set(group, { items: tally.items + 1, right: tally.right + Number(right) });
  }
  const tallies: Tally[] = [...groups.values()];
  const n = own.length;
  return {
    from: b / BINS,
    to: (b + 1) / BINS,
    n,
    confidence: own.reduce((sum, one) => sum + one.confidence, 0) / n,
    accuracy: tallies.reduce((sum, { right }) => sum + right, 0) / n,
    interval: intervalOf(tallies)!,
  };
}

function whyNot(n: number, groups: number): string | null {
  if (n === 0) return told().engine.noPercentages;
  if (groups < LEAST) return told().engine.tooLittle(n, groups, LEAST);
  return null;
}
