/** @file Similar items beside plain arithmetic on a small synthetic project. */
import { describe, expect, it } from 'vitest';
import { tf } from '../../../../../main/engine/backbone/tensorflow';
import { plainScorer } from '../../../../../main/engine/guessing/scorer';
import { tensorScorer } from '../../../../../main/engine/guessing/tensorScorer';
import { similarTo } from '../../../../../main/engine/searching/similar';
import { project, ROWS } from '../guessing/project';

const { matrix, raw } = project();
const scorer = tensorScorer(tf);
const search = (rows: number[], leftOut: number[] = []) => similarTo({ rows, leftOut }, matrix, scorer);

/** Cosine of raw embeddings in float64, to the sum of the unit vectors of some. */
function naive(rows: readonly number[], other: number): number {
  const unit = (a: Float32Array) => Array.from(a, (value) => value / Math.hypot(...a));
  const sum = rows.map((row) => unit(raw[row]!)).reduce((one, two) => one.map((value, i) => value + two[i]!));
  const product = unit(raw[other]!).reduce((total, value, i) => total + value * sum[i]!, 0);
  return product / Math.hypot(...sum);
}

describe('similar items', () => {
  it.each([[[7]], [[0, 4, 8, 900]]])('of rows %j are all rows, by the exact cosine', (asked) => {
    const { rows, cosines } = search(asked);
    expect(rows).toHaveLength(ROWS);
    expect(new Set(rows).size).toBe(ROWS);
    const expected = new Map(Array.from(rows, (row) => [row, naive(asked, row)]));
    rows.forEach((row, i) => expect(cosines[i]).toBeCloseTo(expected.get(row)!, 5));
    cosines.forEach((cosine, i) => i > 0 && expect(cosine).toBeLessThanOrEqual(cosines[i - 1]!));
  });

  it('begin with the item itself', () => {
    expect(search([11]).rows[0]).toBe(11);
    expect(search([11]).cosines[0]).toBeCloseTo(1, 6);
  });

  it('are the same with plain loops', () => {
    const [fast, plain] = [search([5]), similarTo({ rows: [5], leftOut: [] }, matrix, plainScorer)];
    fast.cosines.forEach((cosine, i) => expect(cosine).toBeCloseTo(plain.cosines[i]!, 6));
  });

  it('come in the order of their rows where they are equally similar', () => {
    const twins = project();
    const copies = [3, 40, 1023, 1024, 1100, ROWS - 1];
    for (const row of copies) twins.matrix.set(row, twins.raw[3]!);
    const { rows, cosines } = similarTo({ rows: [3], leftOut: [] }, twins.matrix, scorer);
    expect([...rows.subarray(0, copies.length)]).toEqual(copies);
    expect(new Set(cosines.subarray(0, copies.length)).size).toBe(1);
  });

  it('leave out rows without an embedding and those they are told to', () => {
    const some = project(60);
    some.matrix.remove(10);
    some.matrix.grow(70);
    const { rows } = similarTo({ rows: [2], leftOut: [3, 4, 500] }, some.matrix, scorer);
    const left = Array.from({ length: 60 }, (_, row) => row).filter((row) => ![3, 4, 10].includes(row));
    expect([...rows].sort((one, other) => one - other)).toEqual(left);
  });

  it('are none where nothing asked about has an embedding, and those of the others where some have none', () => {
    const some = project(60);
    some.matrix.remove(10);
    expect(similarTo({ rows: [10, 99], leftOut: [] }, some.matrix, scorer).rows).toHaveLength(0);
    expect(similarTo({ rows: [10, 7], leftOut: [] }, some.matrix, scorer)).toEqual(
      similarTo({ rows: [7], leftOut: [] }, some.matrix, scorer),
    );
  });

  it('leave no tensor behind', () => {
    const before = tf.memory().numTensors;
    search([1, 2]);
    expect(tf.memory().numTensors).toBe(before);
  });
});
