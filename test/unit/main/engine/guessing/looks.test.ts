/** @file Whether several prototypes are worth it: on sample photos, and beside what the guesser itself says. */
import { describe, expect, it } from 'vitest';
import { tf } from '../../../../../main/engine/backbone/tensorflow';
import { foldScores } from '../../../../../main/engine/guessing/foldScores';
import { Guesser } from '../../../../../main/engine/guessing/guesser';
import type { Lesson } from '../../../../../main/engine/guessing/lesson';
import { looksIn } from '../../../../../main/engine/guessing/looks';
import { tensorScorer } from '../../../../../main/engine/guessing/tensorScorer';
import { lessonOf as photoLesson, samplePhotos, type SamplePhotos } from '../searching/photos';
import { lessonOf, project } from './project';

const scorer = tensorScorer(tf);
const pause = () => Promise.resolve();

async function gain(guesser: Guesser, lesson: Lesson, id: string) {
  await guesser.teach(lesson);
  return guesser.consult((shown) => looksIn(shown, id, { score: foldScores(scorer), pause }));
}

/** Some classes of the photos labelled as one. */
function merged(photos: SamplePhotos, ...together: string[]): Lesson {
  const places = together.map((name) => photos.classes.indexOf(name));
  return photoLesson(
    photos,
    photos.classOf.map((c) => (places.includes(c) ? places[0]! : c)),
  );
}

describe('looksIn', () => {
  it('finds that fishes and castles in one class are two looks, and that fishes are one', async () => {
    const photos = await samplePhotos(['arch', 'bird', 'castle', 'church', 'fish', 'hammer', 'windmill']);
    const two = await gain(photos.guesser, merged(photos, 'fish', 'castle'), 'fish');
    expect(two).toMatchObject({ class: 'fish', verdict: 'better', why: null });
    expect(two.prototypes).toBeGreaterThanOrEqual(2);
    expect(two.own!.several).toBeGreaterThan(two.own!.one);
    expect(two.own!.interval[0]).toBeGreaterThan(0);
    expect(two.all!.difference).toBeGreaterThanOrEqual(0);
    expect(two.own!.groups).toBe(16);
    expect(two.all!.groups).toBe(photos.files.length);
    const one = await gain(photos.guesser, merged(photos), 'fish');
    expect(one.verdict).not.toBe('better');
    expect(one.own!.groups).toBe(10);
  });

  it('says before what the estimate says after, class by class', async () => {
    const { matrix, constants } = project();
    const guesser = new Guesser(matrix, constants, scorer);
    const lesson = lessonOf([16, 10, 8]);
    // Images of another class in it: two looks.
    lesson.samples.filter((sample) => sample.class === 2).forEach((sample) => (sample.class = 0));
    lesson.classes.splice(2);
    const { own, all, prototypes } = await gain(guesser, lesson, 'c0');
    const before = (await guesser.teach(lesson)).estimate;
    expect(before.classes[0]).toMatchObject({ leaveOneOut: own!.one, prototypes: 1 });
    expect(before.leaveOneOut).toBeCloseTo(all!.one, 12);
    const on: Lesson = {
      ...lesson,
      classes: lesson.classes.map((one, c) => (c === 0 ? { ...one, severalLooks: true } : one)),
    };
    const after = (await guesser.teach(on)).estimate;
    expect(after.classes[0]).toMatchObject({ leaveOneOut: own!.several, prototypes });
    expect(after.leaveOneOut).toBeCloseTo(all!.several, 12);
    // Asked again with several looks on, it says the same.
    expect(await gain(guesser, on, 'c0')).toEqual(await gain(guesser, lesson, 'c0'));
  });

  it('has a row for each look in head and study, and one again to the bit when they are taken back', async () => {
    const { matrix, constants } = project();
    const guesser = new Guesser(matrix, constants, scorer);
    const lesson = lessonOf([12, 9]);
    const on: Lesson = {
      ...lesson,
      classes: lesson.classes.map((one) => ({ ...one, severalLooks: one.id === 'c0' })),
    };
    await guesser.teach(lesson);
    const before = guesser.head()!;
    await guesser.teach(on);
    expect(guesser.head()!.counts).toEqual([6, 1]);
    const study = (await guesser.study(on))!;
    expect(study.classes.map(({ kind, prototypes }) => [kind, prototypes])).toEqual([
      ['class', 6],
      ['class', 1],
    ]);
    await guesser.teach(lesson);
    expect(guesser.head()).toEqual(before);
  });

  it.each([
    ['before anything was taught', [], 'c0', 'No image of any class has been read yet.'],
    ['a class without images', [6, 0], 'c1', 'None of its images has been read yet.'],
    ['a single class', [9], 'c0', 'There is no other class to tell it from.'],
    ['four images', [4, 6], 'c0', 'It has 4 independent images; several looks need 5 at least.'],
    ['one image', [1, 6], 'c0', 'It has 1 independent image; several looks need 5 at least.'],
  ])('says why nothing can be said: %s', async (_, shots, id, why) => {
    const { matrix, constants } = project(200);
    const guesser = new Guesser(matrix, constants, scorer);
    expect(await gain(guesser, lessonOf(shots), id)).toEqual({
      ...{ class: id, verdict: 'unknown', prototypes: 1, own: null, all: null, why },
    });
  });

  it('estimates nothing by what was accepted in bulk', async () => {
    const { matrix, constants } = project(200);
    const lesson = lessonOf([6, 6]);
    lesson.samples.forEach((sample) => (sample.bulk = sample.class === 0));
    const { why } = await gain(new Guesser(matrix, constants, scorer), lesson, 'c0');
    expect(why).toBe(
      'All of its images were accepted in bulk, and those estimate nothing. Label some by hand.',
    );
  });

  it('leaves no tensor behind', async () => {
    const { matrix, constants } = project(200);
    const guesser = new Guesser(matrix, constants, scorer);
    await guesser.teach(lessonOf([8, 8]));
    const before = tf.memory().numTensors;
    await gain(guesser, lessonOf([8, 8]), 'c0');
    expect(tf.memory().numTensors).toBe(before);
  });
});
