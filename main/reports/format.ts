/** @file Figures as a report has them, to tenths, by the locale. Runs in main. */
import type { Interval } from '../contract/evaluation';
import { fixed } from '../../strings/format';
import { words } from '../../strings/words';

/** Keeps a number and its unit on one line. */
const NBSP = '\u00a0';
/** Longer than a hyphen, as wide as a plus. */
const MINUS = '\u2212';

const percents = (fraction: number): string => fixed(100 * fraction, 1);

/** '70.1 %', or a dash for what was not measured. */
export const shareText = (value: number | null): string =>
  value === null ? '–' : `${percents(value)}${NBSP}%`;

/** '62.0 to 77.4', percent. */
export const rangeText = ([low, high]: Interval): string =>
  words().report.figures.range(percents(low), percents(high));

/** '+3.2', in points. */
export function pointsText(difference: number): string {
  const size = Math.abs(difference);
  if (Number((100 * size).toFixed(1)) === 0) return percents(0);
  return `${difference < 0 ? MINUS : '+'}${percents(size)}`;
}

export const pointsRange = ([low, high]: Interval): string =>
  words().report.figures.range(pointsText(low), pointsText(high));
