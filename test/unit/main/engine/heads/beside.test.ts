/**
 * @file A kept head put beside base classes is what its method makes there by itself. Not so for wDAE, whose graph would have had
 * the base classes in it: what is kept was trained without.
 */
import { describe, expect, it } from 'vitest';
import { besideBase } from '../../../../../main/engine/heads/beside';
import { logits } from '../../../../../main/engine/imprinting/head';
import { methodOf } from '../../../../../main/engine/training';
import { baseOf, contextOf, synthetic } from '../training/sets';

const { set, queries, space } = synthetic([6, 6, 6]);
const meanLength = set.lengths.reduce((a, b) => a + b, 0) / set.lengths.length;

describe('a kept head beside base classes', () => {
  it.each(['softmax', 'proxy-nca', 'nca', 'triplet', 'protonet', 'nearest'] as const)(
    'of %s says what the method says there',
    async (method) => {
      const base = baseOf(space, 'replace', 0.5);
      const options = { steps: 10 };
      const own = await methodOf(method).fit(set, contextOf(options));
      const there = await methodOf(method).fit(set, contextOf(options, { base }));
      const { classifier, offset } = base;
      const beside = besideBase(own, { method, classifier, meanLength, offset });
      for (const { a } of queries.slice(0, 20)) {
        const [one, other] = [logits(beside, a), logits(there, a)];
        one.forEach((value, c) => expect(value).toBeCloseTo(other[c]!, 4));
      }
    },
  );
});
