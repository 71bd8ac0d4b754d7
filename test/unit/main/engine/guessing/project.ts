/**
 * @file A small project to guess in: synthetic images of a few classes, a backbone with 30 base classes. For tests.
 */
import type { BackboneConstants } from '../../../../../main/engine/guessing/constants';
import { BLOCK_ROWS, EmbeddingMatrix } from '../../../../../main/engine/guessing/embeddings';
import type { Lesson } from '../../../../../main/engine/guessing/lesson';
import { Synthetic } from '../imprinting/synthetic';

export const D = 48;
const BASE_CLASSES = 30;
/** More than one block, with a last one that is not full. */
export const ROWS = BLOCK_ROWS + 150;

export interface Project {
  space: Synthetic;
  matrix: EmbeddingMatrix;
  /** Raw embeddings by row; row i shows class i % 4, every fifth row a base class. */
  raw: Float32Array[];
  constants: BackboneConstants;
}

export function project(rows = ROWS, seed = 17): Project {
  const space = new Synthetic(seed, D);
  const base = Array.from({ length: BASE_CLASSES }, () => space.centre());
  const own = Array.from({ length: 4 }, () => space.centre());
  const raw = Array.from({ length: rows }, (_, i) =>
    space.image(i % 5 === 4 ? base[i % BASE_CLASSES]! : own[i % 4]!),
  );
  const matrix = new EmbeddingMatrix(D);
  raw.forEach((a, i) => matrix.set(i, a));
  return { space, matrix, raw, constants: constantsOf(space, base) };
}

function constantsOf(space: Synthetic, base: readonly Float64Array[]): BackboneConstants {
  const mean = new Float32Array(D);
  for (const centre of base) centre.forEach((value, i) => (mean[i]! += value / base.length));
  const weights = new Float32Array(D * base.length);
  base.forEach((centre, k) =>
    centre.forEach((value, i) => (weights[i * base.length + k] = value - mean[i]!)),
  );
  return {
    classes: base.length,
    dimension: D,
    weights,
    bias: new Float32Array(base.length).map(() => 0.02 * space.gaussian()),
    mean,
    radius: 3.5,
    labels: base.map((_, k) => `base ${k}`),
    effectiveDimension: 30,
    withinClassCosine: 0.6,
  };
}

/** Rows of own class c that are labelled: the first `shots` of them, none showing a base class. */
export function rowsOf(c: number, shots: number): number[] {
  const rows: number[] = [];
  for (let i = c; rows.length < shots; i += 4) if (i % 5 !== 4) rows.push(i);
  return rows;
}

/** A lesson of one class per entry, named c0, c1, …, with that many labelled images. */
export function lessonOf(
  shots: readonly number[],
  settings: Partial<Lesson['settings']> = {},
  revision = 1,
): Lesson {
  return {
    revision,
    classes: shots.map((_, c) => ({ id: `c${c}`, name: `Class ${c}`, kind: 'class' })),
    samples: shots.flatMap((count, c) =>
      rowsOf(c, count).map((index) => ({ index, class: c, group: `item ${index}`, bulk: false })),
    ),
    checks: [],
    settings: { base: 'none', join: 'replace', balanced: true, ...settings },
  };
}
