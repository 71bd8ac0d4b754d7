/** @file Figures in words: what was measured, on how much, between which bounds. Pure. */
import type { Figure } from '../../../main/contract/evaluation';
import { plural } from '../plural';

/** Whether there is a figure at all. */
export const isMeasured = (figure: Figure | null): figure is Figure & { value: number } =>
  figure !== null && figure.value !== null;

/** '84.0 %', or a dash. */
export const percent = (share: number | null): string =>
  share === null ? '–' : `${(100 * share).toFixed(1)} %`;

/** '84.0 % (95 % interval 75.1 to 90.3 %; 100 images in 60 groups)'. @param figure with a value */
export function inWords({ value, interval, n, groups }: Figure): string {
  const facts = [
    ...(interval ? [`95 % interval ${(100 * interval[0]).toFixed(1)} to ${percent(interval[1])}`] : []),
    ...(n > 0
      ? [n === groups ? plural(n, 'image') : `${plural(n, 'image')} in ${plural(groups, 'group')}`]
      : []),
  ];
  return facts.length === 0 ? percent(value) : `${percent(value)} (${facts.join('; ')})`;
}

/** In a cell: '84.0 % of 25 (65.3 to 93.6)'. */
export function inCell({ value, interval, n }: Figure): string {
  if (value === null) return 'not measured';
  const bounds = interval ? ` (${(100 * interval[0]).toFixed(0)} to ${(100 * interval[1]).toFixed(0)})` : '';
  return `${percent(value)}${n > 0 ? ` of ${n}` : ''}${bounds}`;
}
