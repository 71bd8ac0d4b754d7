/**
 * @file What Evaluate says of a kept head beside the figures of imprinting: its own folds told which share of the held-out images it
 * names rightly, and not which image it takes for what. Pure; runs in main.
 */
import type { HeadStanding } from '../../contract/areas/training';
import type { Figure } from '../../contract/evaluation';

const IMPRINTING =
  'The estimate here, by class and by pairs of classes, is that of imprinting; the list of classes in Label has the head’s own, class by class.';

export function ofKeptHead(standing: HeadStanding): string {
  const head = standing.kind === 'imprinting' ? null : standing.head;
  const said = head ? ownEstimate(head.comparison.after) : '';
  return `Guesses come from a fine-tuned head.${said} ${IMPRINTING}`;
}

function ownEstimate({ value, interval, n, groups }: Figure): string {
  if (value === null) return ' It has no estimate of its own, because nothing could be held out.';
  const range = interval
    ? `, 95 % interval ${whole(interval[0])} to ${whole(interval[1])} %`
    : ', too few groups for an interval';
  const counted = n === groups ? images(n) : `${images(n)} of ${groups} groups`;
  return ` When it was trained, its own folds named ${whole(value)} % of ${counted} rightly${range}.`;
}

const whole = (share: number): number => Math.round(100 * share);
const images = (n: number): string => (n === 1 ? '1 held-out image' : `${n} held-out images`);
