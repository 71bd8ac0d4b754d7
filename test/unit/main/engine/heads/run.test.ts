/** @file A run of training on synthetic images: curves, before and after, and what a bad set says. */
import { beforeAll, describe, expect, it } from 'vitest';
import { tf } from '../../../../../main/engine/backbone/tensorflow';
import { subset, unitOf, type EvaluatedSet } from '../../../../../main/engine/evaluation/evaluatedSet';
import { plainScorer } from '../../../../../main/engine/guessing/scorer';
import { trainHead, type RunParts, type RunTold } from '../../../../../main/engine/heads/run';
import { logits } from '../../../../../main/engine/imprinting/head';
import { methodOf } from '../../../../../main/engine/training';
import { singles, synthetic } from '../evaluation/sets';

const set = synthetic({ sizes: singles(4, 8), within: 1.2 });

function partsOf(of: EvaluatedSet, parts: Partial<RunParts> = {}): RunParts & { told: RunTold[] } {
  const told: RunTold[] = [];
  return {
    set: of,
    method: methodOf('softmax'),
    before: methodOf('balanced'),
    background: [],
    options: { seed: 7, effectiveDimension: 25, projection: 16, steps: 20 },
    scorer: plainScorer,
    signal: new AbortController().signal,
    tell: (one) => told.push(one),
    told,
    ...parts,
  };
}

const plain: RunTold[] = [];
/** A run of the set, as several tests look at it. */
let run: Awaited<ReturnType<typeof trainHead>>;
beforeAll(async () => (run = await trainHead(partsOf(set, { tell: (one) => plain.push(one) }))));

describe('a run', () => {
  it('has a head of all images, curves of loss and held-out images, and both sides of every held-out group', () => {
    const { head, comparison, curve, calibration, perClass } = run;
    expect(head.classes).toBe(4);
    expect(comparison).toMatchObject({
      folds: 5,
      before: { n: 32, groups: 32 },
      after: { n: 32, groups: 32 },
    });
    expect(curve[0]!.step).toBe(1);
    expect(curve.at(-1)!.step).toBe(20);
    expect(curve.at(-1)!.loss!).toBeLessThan(curve[0]!.loss!);
    expect(curve.at(-1)!.heldOut).toBeCloseTo(comparison.after.value!, 10);
    expect(calibration.temperature).toBeGreaterThan(0);
    expect(head.temperature).toBe(calibration.temperature);
    const mean = perClass.reduce<number>((sum, share) => sum + share!, 0) / 4;
    expect(mean).toBeCloseTo(comparison.after.value!, 10);
    expect(plain.at(-1)).toMatchObject({ phase: 'final', done: 10, heads: 10, steps: 200 });
    expect(plain.map(({ done }) => done)).toEqual([...plain.map(({ done }) => done)].sort((a, b) => a - b));
  });

  it('gives the same bytes for the same seed, and keeps no tensor', async () => {
    const one = run;
    const before = tf.memory().numTensors;
    const other = await trainHead(partsOf(set));
    expect(Buffer.from(one.head.weights.buffer).equals(Buffer.from(other.head.weights.buffer))).toBe(true);
    expect([one.comparison, one.curve]).toEqual([other.comparison, other.curve]);
    expect(tf.memory().numTensors).toBe(before);
  });

  it('asks a method that makes its head at the end there, in every fold', async () => {
    const { curve, comparison } = await trainHead(partsOf(set, { method: methodOf('nca') }));
    expect(curve.slice(0, -1).every(({ heldOut }) => heldOut === null)).toBe(true);
    expect(curve.at(-1)).toMatchObject({ step: 20 });
    expect(curve.at(-1)!.heldOut).toBeCloseTo(comparison.after.value!, 10);
  });

  it('says the same before and after where imprinting is compared with itself', async () => {
    const { comparison } = await trainHead(partsOf(set, { method: methodOf('balanced') }));
    expect(comparison.difference!.value).toBe(0);
    expect(comparison.sentence).toBe('No difference that 32 held-out images can show.');
  });

  it('compares with the prototypes that guesses have: several of the background', async () => {
    const wide = synthetic({ sizes: singles(4, 15), within: 1.4 });
    const parted = { ...wide, several: [true, false, false, false] };
    const before = async (of: EvaluatedSet) => (await trainHead(partsOf(of))).comparison;
    const [one, several] = [await before(wide), await before(parted)];
    expect(several.after).toEqual(one.after);
    expect(several.before.value).not.toBe(one.before.value);
    const same = await trainHead(partsOf(parted, { method: methodOf('balanced') }));
    expect(same.comparison.difference!.value).toBe(0);
    expect(same.head.counts).toEqual([7, 1, 1, 1]);
  });

  it('never asks an image whose group teaches, nor one that was accepted in bulk', async () => {
    const grouped = synthetic({ sizes: Array.from({ length: 3 }, () => [3, 3, 3, 3]), within: 1 });
    const asked = grouped.asked.map((_, row) => Number(row % 3 !== 0));
    const { comparison } = await trainHead(partsOf({ ...grouped, asked }));
    expect(comparison.after.n).toBe(asked.reduce((a, b) => a + b, 0));
    expect(comparison.after.groups).toBeLessThanOrEqual(12);
  });

  it('ends between two steps where it is cancelled, and leaves no tensor', async () => {
    const before = tf.memory().numTensors;
    const stop = new AbortController();
    const tell = ({ steps }: RunTold): void => {
      if (steps === 30) stop.abort(new Error('stopped by the test'));
    };
    await expect(trainHead(partsOf(set, { signal: stop.signal, tell }))).rejects.toThrow(
      'stopped by the test',
    );
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('none of these', () => {
  it('has a threshold with what it rejects and what it lets through, each class unknown in its turn', async () => {
    const { rejection, calibration } = run;
    expect(rejection).toMatchObject({
      groups: 32,
      needed: 19,
      falseRejectRate: 0,
      why: null,
      background: [],
    });
    const raw = rejection.threshold! * calibration.temperature!;
    const shares: number[] = [];
    for (let stranger = 0; stranger < 4; stranger++) {
      const others = [0, 1, 2, 3].filter((own) => own !== stranger);
      const rows = [...set.labels.keys()];
      const taught = Int32Array.from(rows.filter((row) => set.labels[row] !== stranger));
      const { options } = partsOf(set);
      const context = { base: null, others: null, options };
      const head = await methodOf('softmax').fit(subset(set, taught, others), context);
      for (const row of rows.filter((one) => set.labels[one] === stranger)) {
        const a = Float64Array.from(unitOf(set, row), (value) => value * set.lengths[row]!);
        shares.push(Number(Math.max(...logits(head, a)) >= raw));
      }
    }
    const share = shares.reduce((a, b) => a + b, 0) / shares.length;
    expect(rejection.foreignAccepted).toBeCloseTo(share, 10);
  });

  it('counts no image of the background, and says what was not measured and why', async () => {
    const { rejection } = await trainHead(partsOf(set, { background: [3] }));
    expect(rejection).toMatchObject({ groups: 24, background: [3], why: null });
    const many = await trainHead(partsOf(synthetic({ sizes: singles(7, 3) })));
    expect(many.rejection.threshold).not.toBeNull();
    expect(many.rejection).toMatchObject({ foreignAccepted: null, groups: 21 });
    expect(many.rejection.why).toContain('not measured: a head would have to be trained without each class');
    const two = await trainHead(partsOf(synthetic({ sizes: singles(2, 10) })));
    expect(two.rejection.why).toContain('without one of its classes nothing could be trained');
  });

  it('has no threshold below 19 held-out groups, and trains no head for it', async () => {
    const parts = partsOf(synthetic({ sizes: singles(3, 6) }));
    const { rejection } = await trainHead(parts);
    expect(rejection).toMatchObject({ threshold: null, foreignAccepted: null, groups: 18, needed: 19 });
    expect(parts.told.at(-1)).toMatchObject({ done: 6, heads: 6 });
  });
});

describe('what cannot be held out', () => {
  it('trains on one image per class, says that nothing can be compared, and shows no percentages', async () => {
    const single = synthetic({ sizes: singles(4, 1) });
    const { comparison, calibration, curve, perClass } = await trainHead(partsOf(single));
    expect(comparison).toMatchObject({ folds: 0, difference: null, before: { value: null, n: 0 } });
    expect(comparison.sentence).toContain('nothing could be held out');
    expect(calibration.temperature).toBeNull();
    expect(calibration.why).toContain('20 held-out groups');
    expect(curve).toEqual([]);
    expect(perClass).toEqual([null, null, null, null]);
  });

  it('has no interval for few groups, and says how many it needs', async () => {
    const few = synthetic({ sizes: singles(2, 3) });
    const { comparison, calibration } = await trainHead(partsOf(few));
    expect(comparison.after).toMatchObject({ n: 6, groups: 6, interval: null });
    expect(comparison.after.why).toBe('An interval needs 10 held-out groups of images; there are 6.');
    expect(calibration.temperature).toBeNull();
  });

  it.each([
    ['one class', synthetic({ sizes: singles(1, 4) }), 'All 4 images belong to one class'],
    ['one image', synthetic({ sizes: singles(1, 1) }), 'There is only one labelled image'],
    ['embeddings that are no numbers', broken(), 'The embeddings of 2 of 32 images are not numbers'],
  ])('refuses %s in a sentence', async (_, of, sentence) => {
    await expect(trainHead(partsOf(of))).rejects.toThrow(sentence);
  });
});

function broken(): EvaluatedSet {
  const units = set.units.slice();
  units[5] = NaN;
  units[100] = Infinity;
  return { ...set, units };
}
