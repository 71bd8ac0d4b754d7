/** @file The graph network of wDAE (METHODS 4): its adjacency, its identities, its episodes. */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { tf, type Tensor2D } from '../../../../../../main/engine/backbone/tensorflow';
import { drawEpisode, normalisedMean } from '../../../../../../main/engine/training/graph/episode';
import { heard, neighboursOf } from '../../../../../../main/engine/training/graph/neighbours';
import {
  denoised,
  startingParameters,
  variablesOf,
} from '../../../../../../main/engine/training/graph/network';
import { rows } from '../../../../../../main/engine/training/graph/learn';
import { scoped } from '../../../../../../main/engine/training/optimise/scope';
import { bytes, Synthetic } from '../../imprinting/synthetic';

const [N, D] = [24, 16];
const space = new Synthetic(29, D);
const nodes = Array.from({ length: N }, () => normalisedMean([space.image(space.centre())]));

/** S [N, N] as a matrix. */
function adjacency(some: readonly Float32Array[]): number[][] {
  return tf.tidy(() => heard(neighboursOf(rows(some)), tf.eye(some.length)).arraySync());
}

/** The nodes in an order, as a network of this seed leaves them. */
function moved(some: readonly Float32Array[], step: number): Promise<Float32Array[]> {
  return scoped((own) => {
    const network = variablesOf(startingParameters(D, 7), own);
    const all = own(
      tf.tidy((): Tensor2D => denoised(network, rows(some), neighboursOf(rows(some)), step)),
    ).dataSync<'float32'>();
    return Promise.resolve(some.map((_, i) => all.slice(i * D, (i + 1) * D)));
  });
}

describe('the adjacency', () => {
  const matrix = adjacency(nodes);

  it('has rows of ten neighbours that sum to 1, and a diagonal of zeros', () => {
    matrix.forEach((row, i) => {
      expect(row[i]).toBe(0);
      expect(row.filter((value) => value > 0)).toHaveLength(10);
      expect(row.reduce((a, b) => a + b)).toBeCloseTo(1, 6);
    });
  });

  it('is the softmax of 5·cosine over the nearest', () => {
    const cosine = (i: number, j: number) =>
      nodes[i]!.reduce((sum, value, d) => sum + value * nodes[j]![d]!, 0);
    const others = nodes.map((_, j) => j).filter((j) => j !== 0);
    const nearest = others.sort((a, b) => cosine(0, b) - cosine(0, a)).slice(0, 10);
    const sum = nearest.reduce((total, j) => total + Math.exp(5 * cosine(0, j)), 0);
    for (const j of nearest) expect(matrix[0]![j]).toBeCloseTo(Math.exp(5 * cosine(0, j)) / sum, 5);
  });

  it('makes do with fewer classes', () => {
    expect(adjacency(nodes.slice(0, 2))).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });
});

describe('the network', () => {
  it('leaves the weights as they are with step 0, to the bit', async () => {
    (await moved(nodes, 0)).forEach((weight, i) => expect(bytes(weight)).toBe(bytes(nodes[i]!)));
    expect(bytes((await moved(nodes, 1))[0]!)).not.toBe(bytes(nodes[0]!));
  });

  it('gives the same in another order of the classes', async () => {
    const order = space.shuffled(nodes.map((_, i) => i));
    const [before, after] = [
      await moved(nodes, 1),
      await moved(
        order.map((i) => nodes[i]!),
        1,
      ),
    ];
    order.forEach((from, to) =>
      after[to]!.forEach((value, d) => expect(Math.abs(value - before[from]![d]!)).toBeLessThan(1e-6)),
    );
  });

  it('moves a class by less than a length of 1: r has one direction, gates are below 1', async () => {
    (await moved(nodes, 1)).forEach((weight, i) => {
      const by = Math.hypot(...weight.map((value, d) => value - nodes[i]![d]!));
      expect(by).toBeGreaterThan(0);
      expect(by).toBeLessThan(1);
    });
  });

  it('is deterministic in evaluation: no noise, the same bytes', async () => {
    const [first, again] = [await moved(nodes, 1), await moved(nodes, 1)];
    first.forEach((weight, i) => expect(bytes(again[i]!)).toBe(bytes(weight)));
  });
});

describe('an episode', () => {
  const teachers = Array.from({ length: 40 }, (_, c) => {
    const centre = space.centre();
    const shots = Array.from({ length: c === 0 ? 1 : 4 }, () => normalisedMean([space.image(centre)]));
    return { shots, weight: normalisedMean(shots) };
  });
  const draw = (seed: number) => drawEpisode(teachers, nodes, xoroshiro128plus(seed));

  it('takes half of the known classes for new, shows some of their shots and asks the others', () => {
    const episode = draw(1);
    expect(episode.shown).toHaveLength(20 + 20 + N);
    expect(new Set(episode.answers).size).toBe(20);
    episode.asked.forEach((shot, i) => {
      const node = episode.answers[i]!;
      const teacher = teachers.find(({ weight }) => weight === episode.true[node])!;
      expect(teacher.shots).toContain(shot);
      expect(teacher.shots.length).toBeGreaterThan(1);
    });
    for (let node = 20; node < episode.shown.length; node++)
      expect(episode.shown[node]).toBe(episode.true[node]);
  });

  it('is drawn by seed', () => {
    expect(draw(3)).toEqual(draw(3));
    expect(draw(3)).not.toEqual(draw(4));
  });

  it('shows a single class of two shots too', () => {
    const [only] = teachers.slice(1, 2);
    const episode = drawEpisode([only!], nodes.slice(0, 1), xoroshiro128plus(1));
    expect(episode.shown).toHaveLength(2);
    expect(episode.answers.length).toBeGreaterThan(0);
  });
});
