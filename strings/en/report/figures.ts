/** @file What the methods of a contest came to, side by side, as a report has it. Figures come as text. */
import type { Figure } from '../../../main/contract/evaluation';
import { counted } from './counted';

const from = ({ n, groups }: Pick<Figure, 'n' | 'groups'>): string =>
  `from ${counted(n, 'image')}${groups > 0 && groups < n ? ` in ${counted(groups, 'group')}` : ''}`;

const lowered = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);

export const figures = {
  columns: {
    method: 'Method',
    estimate: 'Estimate',
    difference: 'Difference to imprinting, points',
    p: 'p (Holm)',
    base: 'ImageNet’s classes',
    harmonicMean: 'Harmonic mean',
    macro: 'Mean of classes',
    calibration: 'Calibration error',
    time: 'Time to learn, to answer',
  },
  range: (low: string, high: string) => `${low} to ${high}`,
  estimates: (asked: Pick<Figure, 'n' | 'groups'>) =>
    `Estimates ${from(asked)}; intervals hold with 95 % certainty.`,
  failed: (method: string, why: string) => `${method} took no part: ${why}`,
  /** @param why a sentence */
  unmeasured: (what: string, why: string) => `${what}: ${lowered(why)}`,
  none: 'not measured',
  reference: 'compared with',
};
