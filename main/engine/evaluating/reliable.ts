/**
 * @file Whether percentages can be trusted: ten bins of confidence, and the expected calibration error over them (Guo et al.,
 * 'On Calibration of Modern Neural Networks', ICML 2017, equation 3). Pure: runs in the engine and in tests.
 */
import type { Reliability } from '../../contract/evaluation';
import { wilson } from '../evaluation/intervals';
import type { Asked } from './asked';

const BINS = 10;
/** With fewer, a bin holds two or three images and the error says more of chance than of the percentages. */
const LEAST = 30;

export function reliabilityOf(asked: readonly Asked[]): Reliability {
  const told = asked.flatMap(({ class: own, guessed, confidence }) =>
    confidence === null ? [] : [{ confidence, right: guessed === own }],
  );
  const n = told.length;
  const bins = Array.from({ length: BINS }, (_, b) => binOf(b, told)).filter((bin) => bin.n > 0);
  const error = bins.reduce((sum, bin) => sum + (bin.n / n) * Math.abs(bin.accuracy - bin.confidence), 0);
  const why = whyNot(n);
  return { error: why === null ? error : null, bins, n, why };
}

interface Told {
  confidence: number;
  right: boolean;
}

function binOf(b: number, told: readonly Told[]): Reliability['bins'][number] {
  const own = told.filter(({ confidence }) => Math.min(Math.floor(confidence * BINS), BINS - 1) === b);
  const n = own.length;
  const accuracy = own.filter(({ right }) => right).length / Math.max(n, 1);
  const confidence = own.reduce((sum, one) => sum + one.confidence, 0) / Math.max(n, 1);
  const range = { from: b / BINS, to: (b + 1) / BINS };
  return { ...range, n, confidence, accuracy, interval: n === 0 ? [0, 1] : wilson(accuracy, n) };
}

function whyNot(n: number): string | null {
  if (n === 0) return 'No percentages are shown yet, so there is nothing to hold them against.';
  if (n < LEAST) return `Of ${n} images too little can be said: it takes ${LEAST}.`;
  return null;
}
