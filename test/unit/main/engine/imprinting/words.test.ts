/** @file Words in place of percentages (METHODS 1b; the rules are told in words.ts). */
import { describe, expect, it } from 'vitest';
import { marksOf, wordForConfidence, wordForCosine } from '../../../../../main/engine/imprinting/words';
import { imprint, prototype } from '../../../../../main/engine/imprinting/imprint';
import { dot } from '../../../../../main/engine/imprinting/vectors';
import { sumsOf, Synthetic } from './synthetic';

const likeness = { unrelated: 0.2, related: 0.6 };
const space = new Synthetic(2, 32);

describe('where no percentage may be shown', () => {
  /** A quarter of the way is .3, half of it .4, a fifth of it .08. */
  const marks = { length: 1, unlikeBelow: 0.3, likelyFrom: 0.4, lead: 0.08 };

  it.each([
    [0.29, -1, 'unlike anything'],
    [0.29, 0.1, 'unlike anything'],
    [0.31, -1, 'unsure'],
    [0.39, 0.1, 'unsure'],
    [0.41, 0.34, 'unsure'],
    [0.41, 0.32, 'likely'],
    [0.41, -1, 'likely'],
  ])('%d to the best class and %d to the next is %s', (best, next, word) => {
    expect(wordForCosine(best, next, marks)).toBe(word);
  });

  it('cosines times |x̄_c| are mean cosines to the shots, whose number then does not matter', () => {
    const samples = space.samples(7);
    const imprinted = imprint([sumsOf(samples)], { balanced: false, base: false });
    const { u } = space.samples(1)[0]!;
    const mean = samples.reduce((sum, sample) => sum + dot(u, sample.u) / 7, 0);
    const [found] = marksOf(imprinted, likeness);
    expect(dot(u, prototype(imprinted, 0)) * found!.length).toBeCloseTo(mean, 6);
    expect(found).toMatchObject({ ...marks, length: expect.any(Number) as number });
  });

  it('ways and leads are shortened where rows were drawn together', () => {
    const sums = [1, 1, 1].map((shots) => sumsOf(space.samples(shots)));
    const imprinted = imprint(sums, { balanced: true, base: true });
    const share = imprinted.kept[0]!;
    const way = 0.4 * (share + (1 - share) / 3);
    const { unlikeBelow, likelyFrom, lead } = marksOf(imprinted, likeness)[0]!;
    expect([unlikeBelow, likelyFrom, lead]).toEqual(
      [0.2 + way / 4, 0.2 + way / 2, 0.08 * share].map((v) => expect.closeTo(v, 12) as number),
    );
    expect(share).toBeLessThan(1);
  });
});

it('beside a percentage the word follows it, unless the image was rejected', () => {
  expect(wordForConfidence(0.8, false)).toBe('likely');
  expect(wordForConfidence(0.79, false)).toBe('unsure');
  expect(wordForConfidence(0.99, true)).toBe('unlike anything');
});
