import { describe, expect, it } from 'vitest';
import { calibrate } from '../../../../../main/engine/heads/calibrate';
import { compare, type Outcome } from '../../../../../main/engine/heads/compare';
import { softmax } from '../../../../../main/engine/imprinting/head';
import { Synthetic } from '../imprinting/synthetic';

const outcome = (before: number, after: number, own = 0): Outcome => ({
  class: own,
  images: 1,
  before,
  after,
});
const times = (n: number, one: Outcome): Outcome[] => Array.from({ length: n }, () => one);

describe('before and after', () => {
  it('calls it better only where its interval leaves zero out', async () => {
    const better = await compare([...times(12, outcome(0, 1)), ...times(30, outcome(1, 1, 1))], 5, 1);
    expect(better.difference?.value).toBeCloseTo(12 / 42, 10);
    expect(better.sentence).toMatch(/^Better than imprinting by \d+ to \d+ points on 42 held-out images\.$/);
    const worse = await compare([...times(15, outcome(1, 0)), ...times(30, outcome(1, 1, 1))], 5, 1);
    expect(worse.sentence).toMatch(/^Worse than imprinting by .*: discard it\.$/);
  });

  it('finds no difference in what goes both ways, or in a handful', async () => {
    const both = await compare([...times(10, outcome(0, 1)), ...times(10, outcome(1, 0))], 5, 1);
    expect(both.sentence).toBe('No difference that 20 held-out images can show.');
    const handful = await compare([...times(5, outcome(0, 1)), ...times(30, outcome(1, 1, 1))], 5, 1);
    expect(handful.sentence).toBe('No difference that 35 held-out images can show.');
  });

  it('is the same for the same seed', async () => {
    const outcomes = [...times(7, outcome(0, 1)), ...times(20, outcome(1, 0.5, 1))];
    expect(await compare(outcomes, 5, 3)).toEqual(await compare(outcomes, 5, 3));
  });
});

describe('a share without an error', () => {
  it('is not called certain', async () => {
    const { before, difference } = await compare(times(20, outcome(1, 1)), 5, 1);
    expect(before.value).toBe(1);
    // Wilson's interval for 20 of 20.
    expect(before.interval![0]).toBeCloseTo(0.8389, 3);
    expect(difference!.interval[0]).toBeLessThan(0);
    expect(difference!.interval[1]).toBeGreaterThan(0);
  });
});

describe('the temperature', () => {
  const space = new Synthetic(31);
  /** Logits that are `times` as sure as the classes that were drawn by them. */
  const heldOut = (groups: number, times: number) =>
    Array.from({ length: groups }, (_, g) => {
      const truth = Float32Array.from({ length: 4 }, () => 1.5 * space.gaussian());
      const shares = softmax(truth);
      const at = Math.abs(space.gaussian() * 1e6) % 1;
      let [own, sum] = [0, shares[0]!];
      while (sum < at && own < 3) sum += shares[++own]!;
      return { class: own, group: String(g), cosines: [truth.map((value) => value * times)] };
    });

  it('takes back what a head is too sure of', () => {
    expect(calibrate(heldOut(4000, 3), 4).temperature).toBeCloseTo(3, 0);
    expect(calibrate(heldOut(4000, 1), 4).temperature).toBeCloseTo(1, 0);
  });

  it('stays a number where no image is wrong', () => {
    const sure = Array.from({ length: 40 }, (_, g) => ({
      class: g % 4,
      group: String(g),
      cosines: [Float32Array.from({ length: 4 }, (_, c) => (c === g % 4 ? 10 : 0))],
    }));
    expect(calibrate(sure, 4).temperature).toBeGreaterThan(0.05);
  });

  it('says what is missing below twenty groups or three classes', () => {
    expect(calibrate(heldOut(19, 1), 4)).toMatchObject({ temperature: null });
    expect(calibrate(heldOut(30, 1), 2).why).toContain('there are 30 in 2');
  });
});
