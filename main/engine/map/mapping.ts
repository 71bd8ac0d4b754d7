/**
 * @file The map of the open project: the principal plane at once, UMAP when it is there. Runs in the engine. Between two steps
 * the person's lessons come first; the layout itself is a thread of its own.
 */
import type { MapState } from '../../contract/areas/map';
import type { EmbeddingMatrix } from '../guessing/embeddings';
import type { Scorer } from '../guessing/scorer';
import type { SumOfSquares } from './covariance';
import { nearestNeighbours } from './neighbours';
import { principalPlane } from './pca';
import { MapProgress, type Stage } from './progress';
import { drawn, placeAmong } from './sample';
import type { LayoutTask } from './umap';
import { told } from '../../../strings/words';

/** Somebody cancelled the map or began another. */
export class MapCancelled extends Error {
  override name = 'MapCancelled';
}

export interface Cancellable {
  readonly cancelled: boolean;
  /** Called once it is. */
  onCancel: (() => void) | null;
}

/** Lays points out in a thread of its own. @throws MapCancelled */
export type LayOut = (
  task: LayoutTask,
  report: (done: number, total: number) => void,
  run: Cancellable,
) => Promise<Float32Array>;

export interface MappingParts {
  readonly matrix: EmbeddingMatrix;
  readonly scorer: Scorer;
  readonly squares: (dimension: number) => SumOfSquares;
  readonly layOut: LayOut;
  /** Resolves when no lesson is being learnt. */
  readonly idle: () => Promise<void>;
  readonly show: (state: MapState) => void;
}

/** Neighbours of each point, itself included. */
const NEIGHBOURS = 15;
/** With fewer points there is nothing to lay out, and the plane is the map. */
const LEAST = 5;

/**
 * Shows the plane, then how far the layout is, at last the layout.
 * @throws MapCancelled
 */
export async function drawMap(seed: number, parts: MappingParts, run: Cancellable): Promise<void> {
  const { matrix, scorer, squares } = parts;
  const rows = rowsOf(matrix);
  const pause = async (): Promise<void> => {
    await parts.idle();
    if (run.cancelled) throw new MapCancelled(told().engine.mapCancelled);
  };
  const plane = await principalPlane(rows, { matrix, scorer, squares, seed, pause });
  const about = { count: matrix.count, mapped: rows.length, added: 0 };
  const asPlane = spread(rows, plane, about.count);
  const drawn = rows.length >= LEAST;
  const progress = new MapProgress(rows.length);
  const tell = (told: MapProgress | null): void =>
    parts.show({ ...about, method: 'pca', points: asPlane, progress: told && told.now });
  tell(drawn ? progress : null);
  if (!drawn) return;
  const advance =
    (stage: Stage) =>
    (done: number, total: number): void => {
      if (progress.at(stage, done, total)) tell(progress);
    };
  const points = await layOutAll({ rows, plane, seed }, { ...parts, run, pause, advance });
  parts.show({ ...about, method: 'umap', points: spread(rows, points, about.count), progress: null });
}

interface LayingOut extends MappingParts {
  readonly run: Cancellable;
  readonly pause: () => Promise<void>;
  readonly advance: (stage: Stage) => (done: number, total: number) => void;
}

/** [n, 2]: a drawn sample is laid out where there are many, and the others are put among it. */
async function layOutAll(
  { rows, plane, seed }: { rows: Uint32Array; plane: Float32Array; seed: number },
  { run, pause, advance, layOut, matrix, scorer }: LayingOut,
): Promise<Float32Array> {
  const steps = (stage: Stage) => {
    const tell = advance(stage);
    return { matrix, scorer, step: (done: number, total: number) => (tell(done, total), pause()) };
  };
  const { laidOut, others } = drawn(rows.length, seed);
  const sample = pick(rows, laidOut);
  const k = Math.min(NEIGHBOURS, sample.length - 1);
  const neighbours = await nearestNeighbours(sample, k, steps('neighbours'));
  const task = { neighbours, plane: pickPoints(plane, laidOut), seed };
  const points = await layOut(task, advance('layout'), run);
  const placed = await placeAmong(pick(rows, others), sample, points, steps('others'));
  const all = new Float32Array(2 * rows.length);
  laidOut.forEach((at, i) => all.set(points.subarray(2 * i, 2 * i + 2), 2 * at));
  others.forEach((at, i) => all.set(placed.subarray(2 * i, 2 * i + 2), 2 * at));
  return all;
}

const pick = (rows: Uint32Array, at: Uint32Array): Uint32Array => at.map((i) => rows[i]!);

function pickPoints(points: Float32Array, at: Uint32Array): Float32Array {
  const some = new Float32Array(2 * at.length);
  at.forEach((from, i) => some.set(points.subarray(2 * from, 2 * from + 2), 2 * i));
  return some;
}

function rowsOf(matrix: EmbeddingMatrix): Uint32Array {
  const all = Uint32Array.from({ length: matrix.count }, (_, row) => row);
  return all.filter((row) => matrix.has(row));
}

/** [count, 2] points by row, NaN where there is none. */
function spread(rows: Uint32Array, points: Float32Array, count: number): Float32Array {
  const all = new Float32Array(2 * count).fill(NaN);
  rows.forEach((row, i) => all.set(points.subarray(2 * i, 2 * i + 2), 2 * row));
  return all;
}
