/** @file Figures in a report's words. Pure; runs in main. */
import type { EvaluationProtocol, Figure, Interval, SplitRule } from '../contract/evaluation';

/** Keeps a number and its unit on one line. */
const NBSP = '\u00a0';
/** Longer than a hyphen, as wide as a plus. */
const MINUS = '\u2212';

/** '70.1 %', or a dash for what was not measured. */
export const shareText = (value: number | null): string =>
  value === null ? '–' : `${(100 * value).toFixed(1)}${NBSP}%`;

/** '62.0 to 77.4', percent. */
export const rangeText = ([low, high]: Interval): string =>
  `${(100 * low).toFixed(1)} to ${(100 * high).toFixed(1)}`;

/** '+3.2', in points. */
export function pointsText(difference: number): string {
  const points = (100 * Math.abs(difference)).toFixed(1);
  if (Number(points) === 0) return '0.0';
  return `${difference < 0 ? MINUS : '+'}${points}`;
}

export const pointsRange = ([low, high]: Interval): string => `${pointsText(low)} to ${pointsText(high)}`;

export const secondsText = (seconds: number): string => {
  if (seconds < 0.001) return `<${NBSP}1${NBSP}ms`;
  return seconds < 1 ? `${Math.round(1000 * seconds)}${NBSP}ms` : `${seconds.toFixed(1)}${NBSP}s`;
};

export const chanceText = (p: number | null): string => {
  if (p === null) return '';
  return p < 0.001 ? `<${NBSP}0.001` : p.toFixed(p < 0.1 ? 3 : 2);
};

/** '3 images', '1 image', '2 classes'. */
export function countText(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en-GB')}${NBSP}${n === 1 ? one : many}`;
}

/** 'from 50 images in 31 groups'. */
export const countedText = ({ n, groups }: Pick<Figure, 'n' | 'groups'>): string =>
  `from ${countText(n, 'image')}${groups > 0 && groups < n ? ` in ${countText(groups, 'group')}` : ''}`;

/** What was done, as a heading says it. */
export function ruleText(rule: SplitRule): string {
  if (rule.kind === 'leave-one-out') return 'Leave-one-out';
  if (rule.kind === 'k-fold') return `${rule.folds} folds`;
  const ways = rule.ways === null ? 'all classes' : countText(rule.ways, 'class', 'classes');
  return `${countText(rule.episodes, 'episode')}: ${ways}, ${countText(rule.shots, 'image')} per class`;
}

/** How, in a sentence. */
export function ruleSentence(rule: SplitRule): string {
  if (rule.kind === 'leave-one-out')
    return 'One group of images of every class that has two or more was held out in each fold and asked about, until each had been.';
  if (rule.kind === 'k-fold')
    return `The images were dealt out into ${rule.folds} parts, and each part was asked about by what the others taught.`;
  const shots = countText(rule.shots, 'image or group', 'images or groups');
  return `In each of ${countText(rule.episodes, 'episode')} ${shots} of each class were drawn to teach, and all others were asked about.`;
}

/** 'own classes alone' and the like. */
export const standingText = ({ base, join, offset }: EvaluationProtocol): string =>
  base === 'none'
    ? 'own classes alone'
    : `beside ImageNet’s 1000 (join ${join}${offset === 0 ? '' : `, offset ${offset}`})`;
