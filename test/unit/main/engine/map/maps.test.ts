/** @file The map from start to end: seeds, blobs that stay apart, cancelling, and what is new since. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MapState } from '../../../../../main/contract/areas/map';
import { tf } from '../../../../../main/engine/backbone/tensorflow';
import { EmbeddingMatrix } from '../../../../../main/engine/guessing/embeddings';
import { tensorScorer } from '../../../../../main/engine/guessing/tensorScorer';
import { tensorSquares } from '../../../../../main/engine/map/covariance';
import { workerLayout } from '../../../../../main/engine/map/layOut';
import { Maps } from '../../../../../main/engine/map/maps';
import { nearestNeighbours } from '../../../../../main/engine/map/neighbours';
import { Synthetic } from '../imprinting/synthetic';
import { bundle } from '../../../../bundle.mjs';

const D = 32;
const [BLOBS, EACH] = [8, 40];
/** So many where the layout need not be a good one, nor take its time. */
const FEW = 12;

/** Blobs of images in as many directions: more than a plane can keep apart. */
function blobs(each = EACH) {
  const space = new Synthetic(5, D, 0.3, 0.12);
  const matrix = new EmbeddingMatrix(D);
  const centres = Array.from({ length: BLOBS }, () => space.centre());
  for (let row = 0; row < BLOBS * each; row++) matrix.set(row, space.image(centres[row % BLOBS]!));
  return { matrix, space, centre: centres[0]! };
}

describe('the map', () => {
  let folder = '';
  let script = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'imprint-map-'));
    script = await bundle('main/engine/map/worker.ts', path.join(folder, 'worker.cjs'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Maps with all that they showed, and a promise for the first state that fits. */
  function drawing(matrix: EmbeddingMatrix) {
    const states: MapState[] = [];
    const waiting: { fits: (state: MapState) => boolean; resolve: (state: MapState) => void }[] = [];
    const problems: unknown[] = [];
    const maps = new Maps({
      matrix,
      scorer: tensorScorer(tf),
      squares: tensorSquares(tf),
      layOut: workerLayout(script),
      idle: () => new Promise((resolve) => setImmediate(resolve)),
      show: (state) => {
        states.push(state);
        for (const { fits, resolve } of waiting) if (fits(state)) resolve(state);
      },
      problem: (error) => problems.push(error),
    });
    const until = (fits: (state: MapState) => boolean): Promise<MapState> =>
      new Promise((resolve) => waiting.push({ fits, resolve }));
    return { maps, states, until, problems };
  }

  async function finished(matrix: EmbeddingMatrix, seed: number): Promise<MapState> {
    const { maps, until } = drawing(matrix);
    const done = until(({ progress }) => progress === null);
    maps.start(seed);
    const state = await done;
    maps.close();
    return state;
  }

  const drawn = new Map<number, Promise<MapState>>();
  /** The map of few by a seed, drawn once. */
  const mapOf = (seed: number): Promise<MapState> => {
    const known = drawn.get(seed) ?? finished(blobs(FEW).matrix, seed);
    drawn.set(seed, known);
    return known;
  };

  it('is the same for the same seed to the bit, and another for another', async () => {
    const [one, same, other] = [await mapOf(7), await finished(blobs(FEW).matrix, 7), await mapOf(8)];
    expect(one.method).toBe('umap');
    expect(same.points).toEqual(one.points);
    expect(other.points).not.toEqual(one.points);
  });

  it('shows the plane at once, then keeps alike together that the plane does not', async () => {
    const { matrix } = blobs();
    const { maps, states, until } = drawing(matrix);
    const done = until(({ method }) => method === 'umap');
    maps.start(1);
    const { points } = await done;
    const [first] = states;
    expect(first).toMatchObject({ method: 'pca', count: BLOBS * EACH, mapped: BLOBS * EACH, added: 0 });
    expect(first!.progress).toMatchObject({ done: 0, total: 1000 });
    const [plane, layout] = [
      await trustworthiness(matrix, first!.points),
      await trustworthiness(matrix, points),
    ];
    expect(layout).toBeGreaterThan(plane);
    expect(layout).toBeGreaterThan(0.9);
    const sameBlob = ofSameBlob(points);
    expect(sameBlob).toBeGreaterThan(0.99);
    expect(sameBlob).toBeGreaterThan(ofSameBlob(first!.points));
    expect(
      states.every(
        ({ progress }, i) => i === 0 || !progress || progress.done >= states[i - 1]!.progress!.done,
      ),
    ).toBe(true);
    maps.close();
  });

  it('knows nothing of rows without an embedding', async () => {
    const { matrix } = blobs(FEW);
    const all = BLOBS * FEW;
    for (const row of [0, 17, 80]) matrix.remove(row);
    matrix.grow(all + 3);
    const { points, count, mapped } = await finished(matrix, 1);
    expect([count, mapped]).toEqual([all + 3, all - 3]);
    const none = Array.from({ length: count }, (_, row) => row).filter((row) =>
      Number.isNaN(points[2 * row]),
    );
    expect(none).toEqual([0, 17, 80, all, all + 1, all + 2]);
  });

  it('keeps its places when more images come, and says how many are not on it', async () => {
    const { matrix, space, centre } = blobs(FEW);
    const all = BLOBS * FEW;
    matrix.remove(5);
    const { maps, until } = drawing(matrix);
    const done = until(({ method }) => method === 'umap');
    maps.start(1);
    const before = await done;
    const counted = until(({ added }) => added > 0);
    for (const row of [5, all, all + 1]) matrix.set(row, space.image(centre));
    maps.changed();
    const after = await counted;
    expect(after).toMatchObject({ added: 3, mapped: all - 1, method: 'umap', progress: null });
    expect(after.points).toEqual(before.points);
    maps.close();
  });

  it.each(['neighbours', 'layout'])(
    'can be cancelled while it is at the %s; what was shown stays',
    async (stage) => {
      const before = tf.memory().numTensors;
      const { matrix } = blobs();
      const { maps, states, until, problems } = drawing(matrix);
      const reached = until(({ progress }) => (stage === 'layout' ? (progress?.done ?? 0) > 30 : true));
      const ended = until(({ progress }) => progress === null);
      maps.start(1);
      await reached;
      maps.cancel();
      expect(await ended).toMatchObject({ method: 'pca', progress: null });
      const shown = states.length;
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect([states.length, problems]).toEqual([shown, []]);
      expect(tf.memory().numTensors).toBe(before);
    },
  );

  it('says nothing more once it is put away', async () => {
    const { matrix } = blobs();
    const { maps, states, until } = drawing(matrix);
    const begun = until(() => true);
    maps.start(1);
    await begun;
    maps.close();
    maps.changed();
    const shown = states.length;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(states.length).toBe(shown);
  });

  it('gives up the one under way for another', async () => {
    const expected = await mapOf(8);
    const { maps, until } = drawing(blobs(FEW).matrix);
    const done = until(({ method }) => method === 'umap');
    maps.start(1);
    maps.start(8);
    expect((await done).points).toEqual(expected.points);
    maps.close();
  });

  it('of a few images is the plane, and of none is refused with what to do', async () => {
    const { matrix } = blobs();
    const few = new EmbeddingMatrix(D);
    expect(() => drawing(few).maps.start(1)).toThrow('Wait until some images have been read');
    for (let row = 0; row < 4; row++) few.set(row, Float32Array.from(matrix.raw(row)));
    expect(await finished(few, 1)).toMatchObject({ method: 'pca', mapped: 4, progress: null });
  });
});

/** Share of each point's ten nearest that are of its blob. */
function ofSameBlob(points: Float32Array): number {
  const count = points.length / 2;
  let same = 0;
  for (let i = 0; i < count; i++)
    for (const j of nearestOnMap(points, i, 10)) same += Number(i % BLOBS === j % BLOBS);
  return same / (10 * count);
}

function nearestOnMap(points: Float32Array, i: number, k: number): number[] {
  const distance = (j: number) =>
    Math.hypot(points[2 * i]! - points[2 * j]!, points[2 * i + 1]! - points[2 * j + 1]!);
  return Array.from({ length: points.length / 2 }, (_, j) => j)
    .filter((j) => j !== i)
    .sort((one, other) => distance(one) - distance(other))
    .slice(0, k);
}

/** Venna, Kaski 2001: 1 where every neighbour on the map is one in truth, less the farther those are that are not. */
async function trustworthiness(matrix: EmbeddingMatrix, points: Float32Array, k = 10): Promise<number> {
  const n = points.length / 2;
  const rows = Uint32Array.from({ length: n }, (_, row) => row);
  const parts = { matrix, scorer: tensorScorer(tf), step: () => Promise.resolve() };
  const { places } = await nearestNeighbours(rows, n, parts);
  let penalty = 0;
  for (let i = 0; i < n; i++) {
    const rank = new Map(Array.from(places.subarray(i * n, (i + 1) * n), (j, at) => [j, at]));
    for (const j of nearestOnMap(points, i, k)) penalty += Math.max(0, rank.get(j)! - k);
  }
  return 1 - (2 / (n * k * (2 * n - 3 * k - 1))) * penalty;
}
