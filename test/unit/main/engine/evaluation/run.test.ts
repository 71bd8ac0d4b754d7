/** @file Methods on the same splits: what goes on, what is recorded, what stops. */
import { describe, expect, it } from 'vitest';
import { PersonError } from '../../../../../main/contract/errors';
import { tf } from '../../../../../main/engine/backbone/tensorflow';
import { runMethods, type RunProgress } from '../../../../../main/engine/evaluation/run';
import { planOf } from '../../../../../main/engine/evaluation/splits/plan';
import { plainScorer } from '../../../../../main/engine/guessing/scorer';
import { leaveOneOut } from '../../../../../main/engine/imprinting/estimate';
import { holdOut } from '../../../../../main/engine/imprinting/folds';
import { unitOf, type EvaluatedSet } from '../../../../../main/engine/evaluation/evaluatedSet';
import { mixtureOf } from '../../../../../main/engine/imprinting/mixture';
import { methodOf } from '../../../../../main/engine/training';
import type { Method } from '../../../../../main/engine/training/method';
import { supportClass } from '../imprinting/synthetic';
import { CONTEXT, singles, synthetic } from './sets';

const set = synthetic({ sizes: [[1, 2, 1, 3], [1, 1, 1], [2, 1, 1, 1, 1], [1]], within: 0.8 });
const { splits } = planOf(set, { kind: 'leave-one-out' }, { seed: 1 });
const request = { set, splits, context: CONTEXT, baseImages: null, scorer: plainScorer };
const imprinting = methodOf('imprinting');

function failing(error: Error): Method {
  return { id: 'softmax', fit: () => Promise.reject(error) };
}

/** Share of right answers of imprinting as one of its methods, by leave-one-out, and by the folds that guesses are estimated with. */
async function both(of: EvaluatedSet, id: 'imprinting' | 'balanced'): Promise<[number, number]> {
  const support = Array.from({ length: of.classes }, (_, own) => {
    const one = supportClass(
      [...of.labels].flatMap((label, row) =>
        label === own ? [{ group: String(of.groups[row]).padStart(4, '0'), u: unitOf(of, row) }] : [],
      ),
    );
    return { ...one, mixture: of.several?.[own] ? mixtureOf(one.sums) : null };
  });
  const plan = planOf(of, { kind: 'leave-one-out' }, { seed: 1 });
  const [run] = await runMethods({ ...request, set: of, splits: plan.splits, methods: [methodOf(id)] });
  let [right, all] = [0, 0];
  plan.splits.forEach(({ query, weights }, s) =>
    query.forEach((row, i) => {
      all += weights[i]!;
      if (run!.answers[s]!.guesses[i] === of.labels[row]) right += weights[i]!;
    }),
  );
  const held = holdOut(support, { balanced: id === 'balanced', base: false });
  return [right / all, leaveOneOut(held, of.classes).accuracy!];
}

describe('a run', () => {
  it.each(['imprinting', 'balanced'] as const)(
    'comes to the estimate of section 1 with leave-one-out: %s',
    async (id) => {
      const [contest, estimate] = await both(set, id);
      expect(contest).toBeCloseTo(estimate, 12);
    },
  );

  it.each(['imprinting', 'balanced'] as const)(
    'comes to it with a background and several looks of up to ten groups: %s',
    async (id) => {
      const sizes = [[1, 2, 1, 3, 1, 1], [1, 1, 1], new Array<number>(10).fill(1), [2, 1, 1, 1, 1], [1]];
      const single = synthetic({ sizes, within: 1.1 });
      const parted = { ...single, several: [true, false, true, false, true] };
      const [contest, estimate] = await both(parted, id);
      expect(contest).toBeCloseTo(estimate, 12);
      expect(await both(single, id)).not.toEqual([contest, estimate]);
    },
  );

  it('goes on without a method that cannot, and says why', async () => {
    const progress: RunProgress[] = [];
    const methods = [
      failing(new PersonError('Too few.')),
      failing(new TypeError('x is undefined')),
      imprinting,
    ];
    const runs = await runMethods({ ...request, methods, progress: (at) => progress.push(at) });
    expect(runs.map(({ failed }) => failed)).toEqual([
      'Too few.',
      'This method stopped by a fault of the program: x is undefined',
      null,
    ]);
    expect(runs[1]!.fault).toBeInstanceOf(TypeError);
    expect(runs[2]!.answers).toHaveLength(splits.length);
    expect(progress.at(-1)).toEqual({
      method: 'imprinting',
      done: 3 * splits.length,
      total: 3 * splits.length,
    });
  });

  it('takes no scores that are no numbers', async () => {
    const broken: Method = {
      id: 'nca',
      fit: async (some, context) => {
        const head = await imprinting.fit(some, context);
        return { ...head, weights: head.weights.map((value, i) => (i === 3 ? NaN : value)) };
      },
    };
    const [run] = await runMethods({ ...request, methods: [broken] });
    expect(run!.failed).toMatch(/no score for \d+ of \d+ images/);
  });

  it('stops between splits when it is cancelled, and leaves no tensor behind', async () => {
    const control = new AbortController();
    const before = tf.memory().numTensors;
    const stopped = runMethods({
      ...request,
      methods: [imprinting],
      signal: control.signal,
      progress: ({ done }) => done === 2 && control.abort(new Error('enough')),
    });
    await expect(stopped).rejects.toThrow('enough');
    expect(tf.memory().numTensors).toBe(before);
  });

  it('answers with classes of the set, and confidences over those of the split', async () => {
    const many = synthetic({ sizes: singles(6, 5) });
    const plan = planOf(many, { kind: 'episodes', ways: 2, shots: 2, episodes: 10 }, { seed: 1 });
    const [run] = await runMethods({ ...request, set: many, splits: plan.splits, methods: [imprinting] });
    run!.answers.forEach(({ guesses, own, confidences, base }, s) => {
      expect([...guesses].every((guess) => plan.splits[s]!.classes.includes(guess))).toBe(true);
      expect(own).toEqual(guesses);
      expect(Math.min(...confidences)).toBeGreaterThanOrEqual(0.5);
      expect(base).toBeNull();
    });
  });
});
