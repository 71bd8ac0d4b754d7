/** @file What an operating point means, in plain words. */
import type { OperatingPoint } from '../../../main/contract/evaluation';
import { decimal, fixed } from '../../format';

interface Of {
  /** Of the class. */
  name: string;
  /** Share of its images that may be missed. */
  wanted: number;
  scale: 'confidence' | 'cosine';
}

interface Count {
  readonly n: number;
  readonly groups: number;
}

/** Why there is no point: too few images of the class in the check, or too many of them were given hardly any chance. */
function refusal({ name, wanted }: Of, { n, groups }: Count, needed: number): string {
  const there =
    groups === 0 ? 'there is none yet' : `there ${n === 1 ? 'is' : 'are'} ${images({ n, groups })}`;
  return (
    `To say that at most ${percent(wanted)} of ${name} are missed takes ${needed} independent images of it in the blind check; ` +
    `${there}. Draw more check items, or allow more misses.`
  );
}

function sentence(
  { name, scale }: Of,
  { threshold, misses, missesAtMost, falseAlarms, falseAlarmsAtMost }: OperatingPoint,
  { cases, others }: { readonly cases: Count; readonly others: Count },
): string {
  const from = scale === 'confidence' ? percentDown(threshold) : `a cosine of ${fixed(threshold, 3)}`;
  const missed = `of ${images(cases)} of it ${percent(misses)} would be missed (at most ${percent(missesAtMost)})`;
  const alarms =
    others.n === 0
      ? 'how many others are called so cannot be told, since the check has none'
      : `of ${images(others)} of other classes ${percent(falseAlarms)} would be called so (at most ${percent(falseAlarmsAtMost)})`;
  return `Call an image ${name} from ${from} on: ${missed}, and ${alarms}. ‘At most’ holds with 95\u00a0% certainty.`;
}

function images({ n, groups }: Count): string {
  const all = n === 1 ? '1 image' : `${n} images`;
  return groups < n ? `${all} in ${groups} groups` : all;
}

/** Whole, with one digit below ten; bounds must not be rounded down to what they do not promise. */
function percent(share: number): string {
  const value = 100 * share;
  return `${decimal(value >= 10 || value === 0 ? Math.round(value) : Math.ceil(value * 10 - 1e-9) / 10)}\u00a0%`;
}

const percentDown = (share: number): string => `${decimal(Math.floor(share * 1000) / 10)}\u00a0%`;

export const operating = { refusal, sentence };
