/** @file wDAE as a method: what it returns, refuses, and leaves behind. */
import { describe, expect, it } from 'vitest';
import { PersonError } from '../../../../../../main/contract/errors';
import { tf } from '../../../../../../main/engine/backbone/tensorflow';
import { logits, requireHead } from '../../../../../../main/engine/imprinting/head';
import { argmax } from '../../../../../../main/engine/imprinting/vectors';
import type { FitContext, LabelledSet } from '../../../../../../main/engine/training/method';
import { imprinting } from '../../../../../../main/engine/training/methods/imprinting';
import { wdae } from '../../../../../../main/engine/training/methods/wdae';
import { bytes } from '../../imprinting/synthetic';
import { baseOf, contextOf, synthetic } from '../sets';

const { set, queries, space } = synthetic([4, 3, 2, 1]);
const others = synthetic([5, 5, 5, 5, 5, 1], 9).set;
const context = (rest: Partial<FitContext> = {}, steps = 20) => contextOf({ steps }, rest);
const fit = (some: LabelledSet = set, rest?: Partial<FitContext>) => wdae.fit(some, context(rest));

describe('wDAE', () => {
  it('makes unit rows that know their classes, and are not the imprinted ones', async () => {
    for (const head of [await fit(), await fit(set, { others })]) {
      requireHead(head);
      expect(head).toMatchObject({ input: 'unit', classes: 4, shift: null, projection: null });
      const right = queries.filter(({ a, label }) => argmax(logits(head, a)) === label).length;
      expect(right / queries.length).toBeGreaterThan(0.5);
      expect(bytes(head.weights)).not.toBe(bytes((await imprinting.fit(set, context())).weights));
    }
  });

  it('has the same bytes for the same seed, others for another', async () => {
    const first = await fit();
    expect(bytes((await fit()).weights)).toBe(bytes(first.weights));
    const other = await wdae.fit(set, contextOf({ steps: 20, seed: 2 }));
    expect(bytes(other.weights)).not.toBe(bytes(first.weights));
  });

  it('learns from other classes once, and then improves classes of one image', async () => {
    let steps = 0;
    const some = { others: synthetic([4, 4, 4], 40).set, progress: () => void steps++ };
    const single = synthetic([1, 1, 1], 30).set;
    const head = await fit(single, some);
    await fit(set, some);
    expect(steps).toBe(20);
    expect(head.classes).toBe(3);
    await expect(fit(single)).rejects.toThrow(PersonError);
  });

  it('stands beside base classes by replacing, which are in the graph where there are no others', async () => {
    const head = await fit(set, { base: baseOf(space, 'replace', 1.5) });
    requireHead(head);
    expect(head.classes).toBe(34);
    expect([...head.bias.slice(30)]).toEqual([1.5, 1.5, 1.5, 1.5]);
    expect(bytes(head.weights.slice(30 * set.dimension))).not.toBe(bytes((await fit()).weights));
    await expect(fit(set, { base: baseOf(space, 'append') })).rejects.toThrow(PersonError);
  });

  it('leaves no tensor behind: after a fit, a refusal, a cancel', async () => {
    await fit();
    const before = tf.memory().numTensors;
    await fit(set, { others: synthetic([4, 4, 4], 41).set });
    await expect(fit(synthetic([1, 1]).set)).rejects.toThrow(PersonError);
    const stop = new AbortController();
    const reason = new Error('enough');
    const progress = ({ step }: { step: number }) => void (step === 3 && stop.abort(reason));
    await expect(fit(set, { signal: stop.signal, progress })).rejects.toBe(reason);
    expect(tf.memory().numTensors).toBe(before);
  });
});
