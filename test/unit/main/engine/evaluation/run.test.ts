/** @file Methods on the same splits: what goes on, what is recorded, what stops. */
import { describe, expect, it } from 'vitest';
import { PersonError } from '../../../../../main/contract/errors';
import { tf } from '../../../../../main/engine/backbone/tensorflow';
import { runMethods, type RunProgress } from '../../../../../main/engine/evaluation/run';
import { planOf } from '../../../../../main/engine/evaluation/splits/plan';
import { plainScorer } from '../../../../../main/engine/guessing/scorer';
import { leaveOneOut } from '../../../../../main/engine/imprinting/estimate';
import { holdOut } from '../../../../../main/engine/imprinting/folds';
import { unitOf } from '../../../../../main/engine/evaluation/evaluatedSet';
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

describe('a run', () => {
  it('comes to the estimate of section 1 with leave-one-out, plain and balanced', async () => {
    const support = Array.from({ length: set.classes }, (_, own) =>
      supportClass(
        [...set.labels].flatMap((label, row) =>
          label === own ? [{ group: String(set.groups[row]).padStart(4, '0'), u: unitOf(set, row) }] : [],
        ),
      ),
    );
    for (const id of ['imprinting', 'balanced'] as const) {
      const [run] = await runMethods({ ...request, methods: [methodOf(id)] });
      const options = { balanced: id === 'balanced', base: false };
      let [right, all] = [0, 0];
      splits.forEach(({ query, weights }, s) =>
        query.forEach((row, i) => {
          all += weights[i]!;
          if (run!.answers[s]!.guesses[i] === set.labels[row]) right += weights[i]!;
        }),
      );
      expect(right / all).toBeCloseTo(leaveOneOut(holdOut(support, options), set.classes).accuracy!, 12);
    }
  });

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
