/** @file The training loop: it goes downhill, can be stopped, lets others in, and leaves no tensor behind. */
import { beforeEach, afterEach, describe, expect, it } from 'vitest';
import { PersonError } from '../../../../../../main/contract/errors';
import { tf } from '../../../../../../main/engine/backbone/tensorflow';
import type { FitContext } from '../../../../../../main/engine/training/method';
import { scoped, valuesOf, variable } from '../../../../../../main/engine/training/optimise/scope';
import { train, type Training } from '../../../../../../main/engine/training/optimise/train';

/** |x - (1, 2)|² + (y - 3)², x and y at rates of their own. */
function bowl(
  steps: number,
  context: Pick<FitContext, 'progress' | 'signal'> = {},
  change: (made: Training) => Partial<Training> = () => ({}),
): Promise<number[]> {
  return scoped(async (own) => {
    const [x, y] = [own(variable(Float32Array.of(0, 0), [2])), own(variable(Float32Array.of(0), [1]))];
    const goal = own(tf.tensor1d([1, 2]));
    const made: Training = {
      trained: [
        { variable: x, rate: 0.05 },
        { variable: y, rate: 0.2 },
      ],
      steps,
      loss: () => x.sub(goal).square().sum().add(y.sub(3).square().sum()).asScalar(),
    };
    await train({ ...made, ...change(made) }, context);
    return [...valuesOf(x), ...valuesOf(y)];
  });
}

let before = 0;
beforeEach(() => (before = tf.memory().numTensors));
afterEach(() => expect(tf.memory().numTensors).toBe(before));

describe('training', () => {
  it('finds the bottom of a bowl and tells the loss of each step', async () => {
    const losses: (number | null)[] = [];
    const found = await bowl(400, { progress: ({ loss }) => losses.push(loss) });
    [1, 2, 3].forEach((value, i) => expect(found[i]).toBeCloseTo(value, 2));
    expect(losses).toHaveLength(400);
    expect(losses[0]).toBe(14);
    expect(losses.at(-1)).toBeLessThan(1e-4);
  });

  it('moves each variable at its own rate: by about the rate in the first step', async () => {
    const [x, , y] = await bowl(1);
    expect([x, y]).toEqual([expect.closeTo(0.05, 5), expect.closeTo(0.2, 5)]);
  });

  it('makes the same bytes again', async () => {
    expect(await bowl(50)).toEqual(await bowl(50));
  });

  it('puts right what a step must not change', async () => {
    const restore = ({ trained }: Training) => ({
      restore: () => trained[1]!.variable.assign(tf.tensor1d([-1])),
    });
    expect((await bowl(5, {}, restore))[2]).toBe(-1);
  });

  it('stops between two steps with the reason of who cancelled', async () => {
    const [cancelled, steps] = [new AbortController(), [] as number[]];
    const progress = ({ step }: { step: number }): void => {
      steps.push(step);
      if (step === 3) cancelled.abort(new Error('enough'));
    };
    await expect(bowl(100, { progress, signal: cancelled.signal })).rejects.toThrow('enough');
    expect(steps).toEqual([1, 2, 3]);
  });

  it('ends with a sentence where the loss is no number', async () => {
    const broken = ({ loss }: Training) => ({
      loss: (step: number) => (step < 2 ? loss(step) : tf.scalar(NaN).mul(loss(step)).asScalar()),
    });
    const training = bowl(10, {}, broken);
    await expect(training).rejects.toBeInstanceOf(PersonError);
    await expect(training).rejects.toThrow(/no number any more after 3 steps/);
  });

  it('passes on what a loss throws', async () => {
    const throwing = () => ({
      loss: () => {
        tf.scalar(1);
        throw new Error('out of memory');
      },
    });
    await expect(bowl(10, {}, throwing)).rejects.toThrow('out of memory');
  });

  it('lets others in while it works', async () => {
    let others = 0;
    const other = (): void => void (++others, (waiting = setImmediate(other)));
    let waiting = setImmediate(other);
    const slow = ({ loss }: Training) => ({
      loss: (step: number) => {
        const until = performance.now() + 15;
        while (performance.now() < until);
        return loss(step);
      },
    });
    await bowl(4, {}, slow);
    clearImmediate(waiting);
    expect(others).toBeGreaterThanOrEqual(3);
  });
});
