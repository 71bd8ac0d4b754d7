/** @file Methods that learn a projection only where there are other labelled classes to learn it from. */
import { describe, expect, it } from 'vitest';
import { PersonError } from '../../../../../../main/contract/errors';
import { tf } from '../../../../../../main/engine/backbone/tensorflow';
import { logits, requireHead } from '../../../../../../main/engine/imprinting/head';
import { argmax } from '../../../../../../main/engine/imprinting/vectors';
import { methodOf } from '../../../../../../main/engine/training';
import type { FitContext } from '../../../../../../main/engine/training/method';
import { bytes } from '../../imprinting/synthetic';
import { baseOf, contextOf, synthetic } from '../sets';

const others = synthetic([5, 5, 5, 5, 5, 5], 9).set;
const { set, images, queries } = synthetic([4, 2, 3]);

describe.each(['softmax', 'protonet'] as const)('%s with other classes', (id) => {
  const fit = (rest: Partial<FitContext> = {}, some = set) =>
    methodOf(id).fit(some, contextOf({ steps: 40, projection: 6 }, { others, ...rest }));

  it('makes a head of its own classes in a space of the others', async () => {
    const head = await fit();
    requireHead(head);
    expect(head).toMatchObject({ classes: 3, dimension: 6, input: id === 'softmax' ? 'unit' : 'raw' });
    expect(bytes((await fit({}, synthetic([1, 1], 30).set)).projection!)).toBe(bytes(head.projection!));
    // Of the images that it learnt from: six directions of other classes say little of these.
    const right = images.filter(({ a, label }) => argmax(logits(head, a)) === label).length;
    expect(right / images.length).toBeGreaterThan(0.5);
    expect((await fit({ others: null })).projection).toBeNull();
  });

  it('goes down its loss', async () => {
    const losses: number[] = [];
    // A set of its own: what was learnt from others is remembered.
    const some = { others: synthetic([5, 5, 5, 5], 12).set };
    const progress = ({ loss }: { loss: number | null }) => void losses.push(loss!);
    await fit({ ...some, progress });
    const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    expect(losses).toHaveLength(40);
    expect(mean(losses.slice(-10))).toBeLessThan(mean(losses.slice(0, 10)));
  });

  it('stands beside base classes, one class of its own too', async () => {
    const { space } = synthetic([1], 30);
    const [alone, beside] = [await fit(), await fit({ base: baseOf(space, 'replace', 1.5) })];
    const { a } = queries[0]!;
    const [own, all] = [logits(alone, a), logits(beside, a)];
    [0, 1, 2].forEach((c) => expect(all[30 + c]).toBeCloseTo(own[c]! + 1.5, 6));
    const single = await fit({ base: baseOf(space) }, synthetic([3], 30).set);
    expect(single.classes).toBe(31);
  });

  it('refuses others that nobody can learn from, and leaves no tensor behind', async () => {
    const before = tf.memory().numTensors;
    await expect(fit({ others: synthetic([4]).set })).rejects.toThrow(PersonError);
    const stop = new AbortController();
    const progress = ({ step }: { step: number }) => void (step === 3 && stop.abort(new Error('enough')));
    const some = synthetic([4, 4, 4], 41).set;
    await expect(fit({ others: some, progress, signal: stop.signal })).rejects.toThrow('enough');
    await fit({ others: some });
    expect(tf.memory().numTensors).toBe(before);
  });
});

it('episodes need classes of two shots', async () => {
  const single = synthetic([1, 1, 1, 1], 30).set;
  const fit = methodOf('protonet').fit(set, contextOf({}, { others: single }));
  await expect(fit).rejects.toThrow(/pairs of independent images/);
});
