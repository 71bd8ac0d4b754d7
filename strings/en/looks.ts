/** @file Sentences about classes of several looks. */
import type { LooksGain, PairedEstimate } from '../../main/contract/areas/looks';
import { percent } from '../format';
import { plural } from './plural';

const NBSP = '\u00a0';
const fromTo = ({ one, several }: PairedEstimate) =>
  one === several
    ? `stays at ${percent(one)}`
    : `${several > one ? 'rises' : 'falls'} from ${percent(one)} to ${percent(several)}`;
function points(value: number): string {
  const rounded = Math.round(100 * value);
  return `${rounded > 0 ? '+' : rounded < 0 ? '−' : ''}${Math.abs(rounded)}`;
}

export const looks = {
  menu: 'Several looks…',
  title: (name: string) => `Does ${name} look several ways?`,
  about:
    'A class of several looks is told by one prototype for each kind of its images, and the nearest one counts. That helps where a class holds what does not look alike, such as males and females.',
  asking: 'Comparing both on the labelled images…',
  couldNot: 'Several looks could not be compared',
  short: 'several looks',
  sign: (prototypes: number) => `Several looks: told by ${plural(prototypes, 'prototype')}`,
  columns: {
    group: 'Images found again',
    one: 'One look',
    several: 'Several looks',
    difference: 'Difference in points',
    groups: 'Independent images',
  },
  all: 'All classes',
  difference: ({ difference, interval: [low, high] }: PairedEstimate) =>
    `${points(difference)} (95${NBSP}%: ${points(low)} to ${points(high)})`,
  verdict: (name: string, { verdict, own, all, why, prototypes }: LooksGain): string => {
    if (!own || !all || verdict === 'unknown') return `This cannot be compared yet. ${why ?? ''}`.trim();
    const estimate = `the estimate of ${name} ${fromTo(own)}`;
    if (verdict === 'better')
      return `Several looks help: with ${plural(prototypes, 'prototype')} ${estimate}.`;
    if (verdict === 'unclear')
      return own.changed === 0
        ? `Several looks change nothing here: ${estimate}.`
        : `No difference that ${plural(own.groups, 'independent image')} can show: ${estimate}.`;
    if (own.difference < 0) return `Several looks do harm here: ${estimate}.`;
    return `Several looks cost the other classes more than they bring: ${estimate}, but that of all classes ${fromTo(all)}.`;
  },
  note: 'Estimates from the learning images: each was asked of prototypes that its group had no part in.',
  on: 'This class has several looks now.',
  use: 'Use several looks',
  back: 'Back to one look',
  undo: 'You can undo this.',
};
