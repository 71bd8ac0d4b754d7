/** @file Methods that learn a projection: what they return, refuse, and leave behind. */
import { beforeAll, describe, expect, it } from 'vitest';
import { PersonError } from '../../../../../../main/contract/errors';
import { tf } from '../../../../../../main/engine/backbone/tensorflow';
import { logits, requireHead, type Head } from '../../../../../../main/engine/imprinting/head';
import { argmax } from '../../../../../../main/engine/imprinting/vectors';
import type { FitContext, LabelledSet } from '../../../../../../main/engine/training/method';
import { nca } from '../../../../../../main/engine/training/methods/nca';
import { proxyNca } from '../../../../../../main/engine/training/methods/proxyNca';
import { triplet } from '../../../../../../main/engine/training/methods/triplet';
import { bytes } from '../../imprinting/synthetic';
import { baseOf, contextOf, setOf, synthetic } from '../sets';

const STEPS = 40;
const { set, queries } = synthetic([4, 4, 3, 2, 1]);
const others = synthetic([5, 5, 5, 5, 5, 5], 9).set;
const context = (rest: Partial<FitContext> = {}) => contextOf({ steps: STEPS, projection: 6 }, rest);

describe.each([proxyNca, nca, triplet])('$id', (method) => {
  const fit = (some: LabelledSet = set, rest?: Partial<FitContext>) => method.fit(some, context(rest));
  let plain: Head;
  beforeAll(async () => {
    plain = await fit();
  });

  it('makes a head of unit rows in a space of its own that knows its classes', () => {
    const head = plain;
    requireHead(head);
    expect(head).toMatchObject({ input: 'unit', classes: 5, dimension: 6, counts: null });
    expect(head.projection).toHaveLength(6 * set.dimension);
    expect(head.shift).toHaveLength(set.dimension);
    const right = queries.filter(({ a, label }) => argmax(logits(head, a)) === label).length;
    expect(right / queries.length).toBeGreaterThan(0.5);
  });

  it('has the same bytes for the same seed, others for another', async () => {
    const [first, again] = [plain, await fit()];
    expect(bytes(again.projection!)).toBe(bytes(first.projection!));
    expect(bytes(again.weights)).toBe(bytes(first.weights));
    const other = await method.fit(set, contextOf({ steps: STEPS, projection: 6, seed: 2 }));
    expect(bytes(other.projection!)).not.toBe(bytes(first.projection!));
  });

  it('learns from other classes once, however many supports there are', async () => {
    let steps = 0;
    const some = { others: synthetic([4, 4, 4], 40).set, progress: () => void steps++ };
    const first = await fit(set, some);
    const again = await fit(synthetic([2, 2], 30).set, some);
    expect(steps).toBe(STEPS);
    expect(again.projection).toBe(first.projection);
  });

  it('learns its space from other classes where there are any, whatever the support is', async () => {
    const smaller = synthetic([1, 1], 30).set;
    const [head, another] = [await fit(set, { others }), await fit(smaller, { others })];
    expect(bytes(another.projection!)).toBe(bytes(head.projection!));
    expect(another.classes).toBe(2);
    expect(bytes(plain.projection!)).not.toBe(bytes(head.projection!));
  });

  it('stands beside base classes by replacing, and refuses to be appended', async () => {
    const { space } = synthetic([1, 1], 30);
    const own = plain;
    const head = await fit(set, { base: baseOf(space, 'replace', 1.5) });
    requireHead(head);
    expect(head.classes).toBe(35);
    expect(bytes(head.weights.slice(30 * 6))).toBe(bytes(own.weights));
    expect([...head.bias.slice(30)]).toEqual([...own.bias].map((bias) => bias + 1.5));
    const single = synthetic([3], 30).set;
    expect((await fit(single, { others, base: baseOf(space) })).classes).toBe(31);
    await expect(fit(single, { others })).rejects.toThrow(PersonError);
    await expect(fit(set, { base: baseOf(space, 'append') })).rejects.toThrow(PersonError);
  });

  it('tells of every step, and lowers its loss', async () => {
    const losses: number[] = [];
    await fit(others, { progress: ({ loss }) => losses.push(loss!) });
    expect(losses).toHaveLength(STEPS);
    // The loss of triplets is over those that are semi-hard still, whose mean says little.
    if (method !== triplet) expect(losses.at(-1)!).toBeLessThan(losses[0]!);
  });

  it('leaves no tensor behind: after a fit, a refusal, a cancel', async () => {
    const before = tf.memory().numTensors;
    await fit();
    await fit(set, { others: synthetic([4, 4, 4], 41).set });
    await expect(fit(setOf(queries.map((one) => ({ ...one, a: queries[0]!.a }))))).rejects.toThrow(
      PersonError,
    );
    const stop = new AbortController();
    const reason = new Error('enough');
    const progress = ({ step }: { step: number }) => void (step === 3 && stop.abort(reason));
    await expect(fit(set, { signal: stop.signal, progress })).rejects.toBe(reason);
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('learning from pairs', () => {
  const single = synthetic([1, 1, 1]).set;

  it.each([nca, triplet])('$id refuses classes of one image each, in a sentence', async (method) => {
    await expect(method.fit(single, context())).rejects.toThrow(/pairs of independent images/);
    expect((await method.fit(single, context({ others }))).classes).toBe(3);
  });

  it('counts a burst as one image', async () => {
    const { images } = synthetic([3, 3]);
    const bursts = setOf(images.map((one) => ({ ...one, group: 0 })));
    await expect(nca.fit(bursts, context())).rejects.toThrow(PersonError);
  });

  it('Proxy-NCA learns from one image each', async () => {
    expect((await proxyNca.fit(single, context())).classes).toBe(3);
  });
});

it('leaves classes of one out of NCA: what they are makes no difference to its space', async () => {
  const { images } = synthetic([3, 3, 1]);
  const moved = images.map((one) => (one.label === 2 ? { ...one, a: images[0]!.a.map((v) => v + 1) } : one));
  const [head, other] = [await nca.fit(setOf(images), context()), await nca.fit(setOf(moved), context())];
  expect(bytes(other.projection!)).toBe(bytes(head.projection!));
  expect(head.dimension).toBe(5);
  expect(head.classes).toBe(3);
});
