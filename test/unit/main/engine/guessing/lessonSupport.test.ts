/** @file A support set that follows lessons step by step is the one that a single lesson makes. */
import { describe, expect, it } from 'vitest';
import { EmbeddingMatrix } from '../../../../../main/engine/guessing/embeddings';
import { LessonSupport } from '../../../../../main/engine/guessing/lessonSupport';
import { CentredSpace, UnitSpace, type Space } from '../../../../../main/engine/guessing/space';
import type { Lesson } from '../../../../../main/engine/guessing/lesson';
import { bytes } from '../imprinting/synthetic';
import { lessonOf, project, rowsOf } from './project';

const { matrix, space, constants, raw } = project(200);
const units = new UnitSpace(matrix);
const centred = new CentredSpace(matrix, constants.mean);

/** Everything a support set says, to the bit. */
const state = (support: LessonSupport, lesson: Lesson) =>
  support.update(lesson).map(({ sums, mixture, scored, position, images }) => ({
    position,
    images,
    parts: mixture?.all.parts?.map(({ shots, sum }) => `${shots} ${bytes(sum)}`),
    sums: JSON.stringify(sums),
    sum: bytes(sums.sum),
    scored: [...scored].map(([group, vectors]) => [group, vectors.map(bytes)]),
  }));
const fresh = (lesson: Lesson, where: Space = units, of = matrix) =>
  state(new LessonSupport(of, where), lesson);

/** Random labels in random groups on half of the rows. */
function randomLesson(): Lesson {
  const lesson = lessonOf([0, 0, 0]);
  lesson.classes[2]!.kind = space.gaussian() > 0 ? 'background' : 'class';
  const rows = space.shuffled(raw.map((_, index) => index)).slice(0, 100);
  const pick = (values: number) => space.shuffled(Array.from({ length: values }, (_, i) => i))[0]!;
  lesson.samples = rows.map((index) => ({
    index,
    class: pick(3),
    group: `g${pick(60)}`,
    bulk: pick(4) === 0,
  }));
  return lesson;
}

describe('LessonSupport', () => {
  it.each([
    ['u', units],
    ['norm(a - μ)', centred],
  ])(
    'comes to the same as starting anew, from %s, through any lessons and changed embeddings',
    (_, where) => {
      const support = new LessonSupport(matrix, where);
      for (let step = 0; step < 12; step++) {
        const lesson = randomLesson();
        if (step % 3 === 2) matrix.set(lesson.samples[5]!.index, space.image(space.centre()));
        if (step % 4 === 3) matrix.remove(lesson.samples[6]!.index);
        expect(state(support, lesson)).toEqual(fresh(lesson, where));
      }
    },
  );

  it('finds the parts of a background anew only when its own images have changed', () => {
    const support = new LessonSupport(matrix, units);
    const lesson = (shots: number[], kind: 'class' | 'background' = 'background'): Lesson => {
      const made = lessonOf(shots);
      made.classes[1]!.kind = kind;
      return made;
    };
    const mixture = (of: Lesson) => support.update(of).find(({ position }) => position === 1)?.mixture;
    const first = mixture(lesson([3, 9, 2]));
    expect(first?.all.parts).toHaveLength(4);
    expect(mixture(lesson([4, 9, 2]))).toBe(first);
    expect(mixture(lesson([4, 9, 2], 'class'))).toBeNull();
    expect(mixture(lesson([4, 9, 2]))).toBe(first);
    const second = mixture(lesson([4, 10, 2]));
    expect(second?.all.parts).toHaveLength(5);
    expect(mixture(lesson([4, 3, 2]))).toBeNull();
  });

  it('goes by the ids of classes, whose places may change', () => {
    const support = new LessonSupport(matrix, units);
    const lesson = lessonOf([2, 3, 1]);
    support.update(lesson);
    const moved = {
      ...lesson,
      classes: [lesson.classes[2]!, lesson.classes[0]!],
      samples: lesson.samples
        .filter((one) => one.class !== 1)
        .map((one) => ({ ...one, class: one.class === 2 ? 0 : 1 })),
    };
    expect(state(support, moved)).toEqual(fresh(moved));
    expect(support.rows.sort((a, b) => a - b)).toEqual(
      [...rowsOf(0, 2), ...rowsOf(2, 1)].sort((a, b) => a - b),
    );
  });

  it('leaves out labelled rows until their embedding has come, and classes without any', () => {
    const late = new EmbeddingMatrix(matrix.dimension);
    const lesson = lessonOf([1, 2]);
    const support = new LessonSupport(late, new UnitSpace(late));
    expect(support.update(lesson)).toEqual([]);
    late.set(rowsOf(1, 1)[0]!, raw[rowsOf(1, 1)[0]!]!);
    expect(support.update(lesson).map(({ position, images }) => [position, images])).toEqual([[1, 1]]);
    for (const { index } of lesson.samples) late.set(index, raw[index]!);
    expect(state(support, lesson)).toEqual(fresh(lesson, new UnitSpace(late), late));
  });

  it('refuses a label with a class that is not there', () => {
    const lesson = lessonOf([1]);
    lesson.samples[0]!.class = 4;
    expect(() => new LessonSupport(matrix, units).update(lesson)).toThrow('is labelled with class 4 of 1');
  });
});
