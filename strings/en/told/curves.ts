/** @file What a learning curve says. */
import { points } from '../../format';

type Advice = keyof typeof ADVICE;

const ADVICE = {
  hardly: 'more images of the same kind will hardly help',
  probably: 'more images will probably help, though each further one by less',
  unknown: 'whether more images help cannot be told from these',
};

interface Spread {
  value: number;
  interval: readonly [number, number];
}

export const curves = {
  noCurve:
    'A curve takes two classes with two independent images each: at least one to learn from and one to ask. Label some more.',
  /** Where some class has several looks, or is the background. */
  onePrototype:
    'Here every class has one prototype, also those to which guesses give several, so these figures may be lower than the estimate.',
  tooShort:
    'With two independent images per class nothing can be said about more of them yet: label a third of each.',
  change: (from: number, to: number, { value, interval: [low, high] }: Spread, advice: Advice): string => {
    const change = value < 0 ? `falls by ${points(-value)}` : `rises by ${points(value)}`;
    const range = value < 0 ? `${points(-high)} to ${points(-low)}` : `${points(low)} to ${points(high)}`;
    const isOne = points(Math.abs(value)) === '1';
    return `From ${from} to ${to} images per class the estimate ${change} ${isOne ? 'point' : 'points'} (${range}): ${ADVICE[advice]}.`;
  },
};
