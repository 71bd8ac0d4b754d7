/** @file Lessons and their answers, on a small synthetic project. */
import { describe, expect, it } from 'vitest';
import type { GuessTable } from '../../../../../main/contract/model';
import { tf } from '../../../../../main/engine/backbone/tensorflow';
import { EmbeddingMatrix } from '../../../../../main/engine/guessing/embeddings';
import { Guesser } from '../../../../../main/engine/guessing/guesser';
import { SupersededLesson } from '../../../../../main/engine/guessing/pace';
import { plainScorer } from '../../../../../main/engine/guessing/scorer';
import { tensorScorer } from '../../../../../main/engine/guessing/tensorScorer';
import { logits, softmax } from '../../../../../main/engine/imprinting/head';
import { lessonOf, project, ROWS, rowsOf } from './project';

const { matrix, raw, constants, space } = project();
const guesser = () => new Guesser(matrix, constants, tensorScorer(tf));
const ownRows = raw.map((_, index) => index).filter((index) => index % 5 !== 4);
const best = (table: GuessTable, index: number) => table.top[index * table.k]!;
const right = (table: GuessTable) =>
  ownRows.filter((index) => best(table, index) === index % 4).length / ownRows.length;

describe('guesses', () => {
  it('are the softmax of the head over own classes, for every row', async () => {
    const taught = guesser();
    const { guesses } = await taught.teach(lessonOf([6, 3, 9, 5]));
    expect(guesses).toMatchObject({ revision: 1, count: ROWS, k: 3, classes: ['c0', 'c1', 'c2', 'c3'] });
    expect(guesses.scale).toBeGreaterThan(5);
    expect(right(guesses)).toBeGreaterThan(0.85);
    for (let index = 0; index < ROWS; index += 7) {
      const scores = logits(taught.head()!, raw[index]!);
      const [order, shares] = [[0, 1, 2, 3].sort((a, b) => scores[b]! - scores[a]!), softmax(scores)];
      order.slice(0, 3).forEach((c, rank) => {
        expect(guesses.top[index * 3 + rank]).toBe(c);
        expect(guesses.confidence[index * 3 + rank]).toBeCloseTo(shares[c]!, 4);
        expect(guesses.cosine[index * 3 + rank]).toBeCloseTo(scores[c]! / guesses.scale!, 5);
      });
    }
  });

  it('are the same with plain loops', async () => {
    const lesson = lessonOf([4, 4, 4, 4]);
    const [fast, plain] = await Promise.all(
      [guesser(), new Guesser(matrix, constants, plainScorer)].map((one) => one.teach(lesson)),
    );
    expect([...fast!.guesses.top]).toEqual([...plain!.guesses.top]);
    expect(fast!.guesses.scale).toBeCloseTo(plain!.guesses.scale!, 4);
    expect(fast!.estimate).toEqual(plain!.estimate);
  });

  it('point into the classes of the lesson, leaving out those without images', async () => {
    const { guesses, estimate } = await guesser().teach(lessonOf([0, 4, 0, 4]));
    expect(new Set(guesses.top)).toEqual(new Set([1, 3, -1]));
    expect([...guesses.top.slice(0, 3)].filter((position) => position >= 0).sort()).toEqual([1, 3]);
    expect(guesses.confidence[0]! + guesses.confidence[1]!).toBeCloseTo(1, 6);
    expect(guesses.confidence[2]).toBeNaN();
    expect(estimate.classes.map(({ images }) => images)).toEqual([0, 4, 0, 4]);
  });

  it.each([
    ['one image per class', [1, 1, 1, 1]],
    ['one class', [0, 5, 0, 0]],
  ])('give no percentage with %s, but words and an order', async (_, shots) => {
    const taught = guesser();
    const { guesses } = await taught.teach(lessonOf(shots));
    expect(guesses.scale).toBeNull();
    expect(guesses.confidence.every(Number.isNaN)).toBe(true);
    expect(guesses.word.every((word) => word >= 1 && word <= 3)).toBe(true);
    expect(new Set(guesses.word).size).toBeGreaterThan(1);
    for (let index = 0; index < ROWS; index++)
      expect(guesses.cosine[index * 3]! >= (guesses.cosine[index * 3 + 1] ?? NaN)).toBe(
        shots.length > 1 && shots[0] === 1,
      );
    expect(taught.details(0).guesses.every(({ confidence }) => confidence === null)).toBe(true);
  });

  it('are none before there are classes, labels or embeddings, and say how many items there are', async () => {
    const empty = new EmbeddingMatrix(matrix.dimension);
    empty.grow(3);
    const waiting = await new Guesser(empty, constants, plainScorer).teach(
      lessonOf([2, 2], { base: 'imagenet' }),
    );
    for (const { guesses, estimate } of [
      waiting,
      await guesser().teach(lessonOf([])),
      await guesser().teach(lessonOf([0, 0])),
    ]) {
      expect(guesses.top.every((position) => position === -1)).toBe(true);
      expect(guesses.word.every((word) => word === 0)).toBe(true);
      expect(estimate).toMatchObject({ leaveOneOut: null, estimable: 0 });
    }
    expect(waiting.guesses).toMatchObject({ count: 3, scale: null, baseNames: {} });
    expect([...waiting.guesses.base]).toEqual([-1, -1, -1]);
  });

  it('are none for a row whose embedding is gone or has not come', async () => {
    const few = project(60);
    few.matrix.remove(10);
    few.matrix.grow(62);
    const { guesses } = await new Guesser(few.matrix, constants, plainScorer).teach(lessonOf([3, 3, 3, 3]));
    expect([9, 10, 60, 61].map((index) => best(guesses, index))).toEqual([expect.any(Number), -1, -1, -1]);
    expect(best(guesses, 9)).toBeGreaterThanOrEqual(0);
    expect(guesses.word[10]).toBe(0);
  });
});

describe('the estimate', () => {
  it('is leave-one-out over groups, null for classes of one group', async () => {
    const { estimate } = await guesser().teach(lessonOf([6, 1, 8, 0], {}, 12));
    expect(estimate).toMatchObject({ revision: 12, estimable: 2, total: 4 });
    expect(estimate.leaveOneOut).toBeGreaterThan(0.7);
    expect(estimate.classes.map(({ images, groups }) => [images, groups])).toEqual([
      [6, 6],
      [1, 1],
      [8, 8],
      [0, 0],
    ]);
    expect(estimate.classes.map(({ leaveOneOut }) => leaveOneOut === null)).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });

  it('counts a burst once, and leaves out what was accepted in bulk', async () => {
    const lesson = lessonOf([6, 6]);
    for (const sample of lesson.samples) {
      if (sample.class === 0) sample.group = sample.index < 10 ? 'burst' : sample.group;
      else sample.bulk = true;
    }
    const { estimate } = await guesser().teach(lesson);
    const burst = rowsOf(0, 6).filter((index) => index < 10).length;
    expect(estimate.classes[0]).toMatchObject({ images: 6, groups: 6 - burst + 1 });
    expect(estimate.classes[1]).toMatchObject({ images: 6, groups: 6, leaveOneOut: null });
    expect(estimate.estimable).toBe(1);
  });
});

describe('a project in motion', () => {
  it('drops a lesson that a newer one overtakes', async () => {
    const taught = guesser();
    const overtaken = taught.teach(lessonOf([50, 50, 50, 50], {}, 1));
    const newest = taught.teach(lessonOf([2, 2], {}, 2));
    await expect(overtaken).rejects.toBeInstanceOf(SupersededLesson);
    expect((await newest).guesses.revision).toBe(2);
    expect(taught.taught?.lesson.revision).toBe(2);
  });

  it('lets embeddings come, change and go meanwhile', async () => {
    const moving = project();
    const taught = new Guesser(moving.matrix, constants, tensorScorer(tf));
    const answer = taught.teach(lessonOf([60, 60, 60, 60], { base: 'imagenet' }));
    for (let i = 0; i < 20; i++) {
      await new Promise((resolve) => setImmediate(resolve));
      moving.matrix.set(ROWS + i, moving.raw[i]!);
      moving.matrix.set(rowsOf(0, 60)[i]!, space.image(space.centre()));
      moving.matrix.remove(rowsOf(1, 60)[i]!);
    }
    expect((await answer).guesses.count).toBeGreaterThanOrEqual(ROWS);
    const again = await taught.teach(lessonOf([60, 60, 60, 60], { base: 'imagenet' }));
    const anew = await new Guesser(moving.matrix, constants, tensorScorer(tf)).teach(
      lessonOf([60, 60, 60, 60], { base: 'imagenet' }),
    );
    expect(again).toEqual(anew);
  });

  it('leaves no tensor behind', async () => {
    const before = tf.memory().numTensors;
    const taught = guesser();
    for (const settings of [{}, { base: 'imagenet' }, { base: 'imagenet', join: 'append' }] as const) {
      await taught.teach(lessonOf([40, 40, 40, 40], settings));
      taught.details(3);
    }
    const overtaken = taught.teach(lessonOf([50, 50], { base: 'imagenet' }));
    const newest = taught.teach(lessonOf([3, 3]));
    await Promise.allSettled([overtaken, newest]);
    expect(tf.memory().numTensors).toBe(before);
  });
});
