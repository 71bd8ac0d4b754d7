/** @file What is known of the last lesson: figures that agree with leave-one-out, with each other, and with counting by hand. */
import { describe, expect, it } from 'vitest';
import { answeredOf } from '../../../../../main/engine/evaluating/answered';
import type { Asked } from '../../../../../main/engine/evaluating/asked';
import { overviewOf } from '../../../../../main/engine/evaluating/overview';
import { Guesser } from '../../../../../main/engine/guessing/guesser';
import type { Lesson } from '../../../../../main/engine/guessing/lesson';
import { plainScorer } from '../../../../../main/engine/guessing/scorer';
import { dotScores } from '../../../../../main/engine/imprinting/folds';
import { lessonOf, project, rowsOf } from '../guessing/project';

async function overview(lesson: Lesson) {
  const { matrix, constants } = project(400);
  const guesser = new Guesser(matrix, constants, plainScorer);
  const { estimate } = await guesser.teach(lesson);
  return { estimate, found: (await guesser.consult((shown) => overviewOf(shown, dotScores)))! };
}

describe('an overview', () => {
  it('says of held-out images what leave-one-out says', async () => {
    const { estimate, found } = await overview(lessonOf([6, 9, 3, 1]));
    const { share, perClass, confusion, rows } = found.estimate!;
    expect(share.value).toBeCloseTo(estimate.leaveOneOut!, 12);
    estimate.classes.slice(0, 3).forEach(({ leaveOneOut }, c) => {
      expect(perClass[c]!.recall.value).toBeCloseTo(leaveOneOut!, 12);
    });
    expect(perClass[3]!.recall).toMatchObject({
      value: null,
      n: 0,
      why: 'No image of this class was asked.',
    });
    expect(confusion.counts.map((row) => row.reduce((a, b) => a + b))).toEqual([6, 9, 3, 0]);
    expect([...rows].sort((a, b) => a - b)).toEqual(
      [...rowsOf(0, 6), ...rowsOf(1, 9), ...rowsOf(2, 3)].sort((a, b) => a - b),
    );
    expect(found.classes.map(({ images, groups }) => [images, groups])).toEqual([
      [6, 6],
      [9, 9],
      [3, 3],
      [1, 1],
    ]);
  });

  it('counts a burst as often as a single image, and every scored image is in the matrix', async () => {
    const lesson = lessonOf([8, 8]);
    for (const sample of lesson.samples.slice(0, 4)) sample.group = 'burst';
    lesson.samples[7]!.bulk = true;
    const { estimate, found } = await overview(lesson);
    expect(found.estimate!.share.value).toBeCloseTo(estimate.leaveOneOut!, 12);
    expect(found.estimate!.share).toMatchObject({ n: 15, groups: 12 });
    expect(found.estimate!.rows).not.toContain(lesson.samples[7]!.index);
  });

  it('tells check items apart, as the check report does', async () => {
    const checks = [...rowsOf(0, 30).slice(20), ...rowsOf(1, 30).slice(20)].map((index, i) => ({
      index,
      class: i < 10 ? 0 : 1,
      group: `check ${i >> 1}`,
    }));
    const { estimate, found } = await overview({ ...lessonOf([5, 5, 5]), checks });
    const { accuracy, interval, n, groups } = estimate.check!;
    expect(found.check!.share).toEqual({ value: accuracy, interval, n, groups, why: null });
    expect(found.check!.rows).toEqual(checks.map(({ index }) => index));
  });

  it('says why there is nothing where there is nothing', async () => {
    const { found } = await overview(lessonOf([1, 1]));
    expect(found).toMatchObject({ estimate: null, check: null });
    expect(found.whyNoEstimate).toContain('two classes');
    expect(found.whyNoCheck).toContain('blind check');
    expect(overviewOf(null, dotScores)).toBeNull();
  });
});

describe('answers', () => {
  const one = (own: number, guessed: number | null, confidence: number | null = null): Asked => ({
    ...{ row: 10 * own + (guessed ?? 5), class: own, group: `${own} ${guessed}`, guessed, confidence },
  });
  const asked = [one(0, 0), one(0, 1), one(0, null), one(1, 1), one(1, 1), one(2, 1)].map((each, i) => ({
    ...each,
    group: `g${i}`,
    row: i,
  }));

  it('make precision, recall and F1, which is 0 where nothing of a class was found', () => {
    const { perClass, macro } = answeredOf(asked, 3, 'image');
    expect(perClass.map(({ recall }) => recall.value)).toEqual([1 / 3, 1, 0]);
    expect(perClass.map(({ precision }) => precision.value)).toEqual([1, 0.5, null]);
    expect(perClass.map(({ f1 }) => f1)).toEqual([0.5, 2 / 3, 0]);
    expect(macro).toEqual({ precision: 0.75, recall: 4 / 9, f1: (0.5 + 2 / 3) / 3 });
  });

  it('make a matrix whose cells name their items, a base class last', () => {
    const { confusion, pairs } = answeredOf(asked, 3, 'image');
    expect(confusion.counts).toEqual([
      [1, 1, 0, 1],
      [0, 2, 0, 0],
      [0, 1, 0, 0],
    ]);
    expect(confusion.items).toEqual({ 0: [0], 1: [1], 3: [2], 5: [3, 4], 9: [5] });
    expect(pairs).toEqual([
      { class: 0, guessed: 1, n: 1, of: 3 },
      { class: 0, guessed: null, n: 1, of: 3 },
      { class: 2, guessed: 1, n: 1, of: 1 },
    ]);
  });

  it('refuse an error of percentages from few images, and count it from enough', () => {
    expect(answeredOf(asked, 3, 'image').reliability).toMatchObject({ error: null, n: 0, bins: [] });
    const apart = (each: Asked, i: number): Asked => ({ ...each, row: i, group: `g${i}` });
    const few = Array.from({ length: 29 }, (_, i) => apart(one(0, 0, 0.95), i));
    expect(answeredOf(few, 1, 'image').reliability).toMatchObject({ error: null, n: 29 });
    const many = Array.from({ length: 40 }, (_, i) =>
      apart(one(0, i < 20 ? 0 : 1, i % 2 === 0 ? 1 : 0.6), i),
    );
    const { error, bins } = answeredOf(many, 2, 'image').reliability;
    expect(bins.map(({ from, n, accuracy, confidence }) => [from, n, accuracy, confidence])).toEqual([
      [0.6, 20, 0.5, expect.closeTo(0.6, 12)],
      [0.9, 20, 0.5, 1],
    ]);
    expect(error).toBeCloseTo(0.5 * 0.1 + 0.5 * 0.5, 12);
  });
});
