/** @file Words in place of percentages (METHODS 1b; the rules are told in words.ts). */
import { describe, expect, it } from 'vitest';
import { meanLength, wordForConfidence, wordForCosine } from '../../../../../main/engine/imprinting/words';
import { imprint, prototype } from '../../../../../main/engine/imprinting/imprint';
import { dot } from '../../../../../main/engine/imprinting/vectors';
import { sumsOf, Synthetic } from './synthetic';

/** A quarter of the way is .3, half of it .4, a fifth of it .08. */
const likeness = { unrelated: 0.2, related: 0.6 };

describe('where no percentage may be shown', () => {
  it.each([
    [0.29, -1, 'unlike anything'],
    [0.29, 0.1, 'unlike anything'],
    [0.31, -1, 'unsure'],
    [0.39, 0.1, 'unsure'],
    [0.41, 0.34, 'unsure'],
    [0.41, 0.32, 'likely'],
    [0.41, -1, 'likely'],
  ])('%d to the best class and %d to the next is %s', (best, next, word) => {
    expect(wordForCosine(best, next, likeness)).toBe(word);
  });

  it('cosines times |x̄_c| are mean cosines to the shots, whose number then does not matter', () => {
    const space = new Synthetic(2, 32);
    const samples = space.samples(7);
    const sums = sumsOf(samples);
    const p = prototype(imprint([sums], { balanced: false, base: false }), 0);
    const { u } = space.samples(1)[0]!;
    const mean = samples.reduce((sum, sample) => sum + dot(u, sample.u) / 7, 0);
    expect(dot(u, p) * meanLength(sums)).toBeCloseTo(mean, 6);
  });
});

it('beside a percentage the word follows it, unless the image was rejected', () => {
  expect(wordForConfidence(0.8, false)).toBe('likely');
  expect(wordForConfidence(0.79, false)).toBe('unsure');
  expect(wordForConfidence(0.99, true)).toBe('unlike anything');
});
