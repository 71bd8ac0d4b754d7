/** @file Wrong labels among right ones: planted among the sample photos, and beside plain arithmetic. */
import { describe, expect, it } from 'vitest';
import { tf } from '../../../../../main/engine/backbone/tensorflow';
import { foldScores } from '../../../../../main/engine/guessing/foldScores';
import { Guesser } from '../../../../../main/engine/guessing/guesser';
import type { Lesson } from '../../../../../main/engine/guessing/lesson';
import { plainScorer } from '../../../../../main/engine/guessing/scorer';
import type { EmbeddingMatrix } from '../../../../../main/engine/guessing/embeddings';
import { tensorScorer } from '../../../../../main/engine/guessing/tensorScorer';
import { imprint, prototype } from '../../../../../main/engine/imprinting/imprint';
import { ClassSums } from '../../../../../main/engine/imprinting/sums';
import { dot } from '../../../../../main/engine/imprinting/vectors';
import { mislabelled } from '../../../../../main/engine/searching/mislabelled';
import { lessonOf, project, rowsOf } from '../guessing/project';
import { lessonOf as photoLesson, samplePhotos } from './photos';

const pause = () => Promise.resolve();
const scorer = tensorScorer(tf);

async function suspects(guesser: Guesser, matrix: EmbeddingMatrix, lesson: Lesson) {
  await guesser.teach(lesson);
  return guesser.consult((shown) => mislabelled(shown, { matrix, score: foldScores(scorer), pause }));
}

/** The usual project with some labels given to another class. */
async function planted(swapped: Record<number, number>, bulk: (row: number) => boolean, group?: string) {
  const { matrix, constants } = project();
  const lesson = lessonOf([15, 15, 15, 15]);
  for (const sample of lesson.samples) {
    sample.class = swapped[sample.index] ?? sample.class;
    sample.bulk = bulk(sample.index);
    if (group && sample.index in swapped) sample.group = group;
  }
  const guesser = new Guesser(matrix, constants, scorer);
  return { lesson, matrix, guesser, found: await suspects(guesser, matrix, lesson) };
}

describe('possibly mislabelled', () => {
  it('has three wrong labels among the first five of sixty real photos, with the photos they look like', async () => {
    const classes = [
      'arch',
      'bird',
      'castle',
      'fish',
      'hammer',
      'hoofed animal',
      'pliers',
      'windmill',
      'church',
    ];
    const photos = await samplePhotos(classes);
    const rows = photos.classOf.map((_, row) => row);
    const firstOf = (name: string) => photos.classOf.indexOf(classes.indexOf(name));
    const wrong = new Map([
      [firstOf('fish') + 2, classes.indexOf('hammer')],
      [firstOf('windmill') + 4, classes.indexOf('bird')],
      [firstOf('castle') + 1, classes.indexOf('pliers')],
    ]);
    const sixty = rows.slice(0, 60);
    const labels = sixty.map((row) => wrong.get(row) ?? photos.classOf[row]!);
    for (const bulk of [false, true]) {
      const found = await suspects(
        photos.guesser,
        photos.matrix,
        photoLesson(photos, labels, () => bulk),
      );
      const first = found.slice(0, 5).map(({ row }) => row);
      expect(first, `bulk: ${bulk}`).toEqual(expect.arrayContaining([...wrong.keys()]));
      for (const [row, given] of wrong) {
        const { class: own, suggests, reasons } = found.find((one) => one.row === row)!;
        expect([own, suggests]).toEqual([given, photos.classOf[row]]);
        expect(reasons).toHaveLength(3);
        for (const reason of reasons) expect(labels[reason]).toBe(suggests);
      }
    }
  });

  it('ranks by the margin of leave-one-out, computed here from nothing', async () => {
    const [a, b] = [rowsOf(0, 15)[3]!, rowsOf(2, 15)[7]!];
    const { lesson, matrix, found } = await planted({ [a]: 1, [b]: 3 }, () => false);
    expect(
      found
        .slice(0, 2)
        .map(({ row }) => row)
        .sort(),
    ).toEqual([a, b].sort());
    found.forEach(({ margin }, i) => i > 0 && expect(margin).toBeLessThanOrEqual(found[i - 1]!.margin));
    // The fold of the planted row takes the same place out of every class, in the order of the groups' names.
    const groups = lesson.classes.map((_, c) =>
      lesson.samples.filter((s) => s.class === c).sort((s, t) => (s.group < t.group ? -1 : 1)),
    );
    const place = groups[1]!.findIndex(({ index }) => index === a);
    const sums = groups.map((samples) => {
      const left = samples.filter((_, i) => i !== place % samples.length);
      const one = new ClassSums(matrix.dimension);
      for (const { index, group } of left) one.add(group, matrix.unit(index));
      return one;
    });
    const prototypes = imprint(sums, { balanced: true, base: false });
    const cosines = sums.map((_, c) => dot(matrix.unit(a), prototype(prototypes, c)));
    const others = cosines.filter((_, c) => c !== 1);
    const one = found.find(({ row }) => row === a)!;
    expect(one.margin).toBeCloseTo(Math.max(...others) - cosines[1]!, 5);
    expect(one.suggests).toBe(cosines.indexOf(Math.max(...others)));
  });

  it('looks at what was accepted in bulk too, by classes without it', async () => {
    const [a, b] = [rowsOf(0, 15)[3]!, rowsOf(2, 15)[7]!];
    const { found, guesser } = await planted({ [a]: 1, [b]: 3 }, (row) => row === a || row % 3 === 0);
    expect(
      found
        .slice(0, 2)
        .map(({ row }) => row)
        .sort(),
    ).toEqual([a, b].sort());
    expect(guesser.taught!.heldOut.flatMap(({ cosines }) => cosines).length).toBeLessThan(60);
  });

  it('does not let wrong labels of one group vouch for each other', async () => {
    const swapped = Object.fromEntries(
      rowsOf(0, 15)
        .slice(0, 6)
        .map((row) => [row, 1]),
    );
    for (const bulk of [false, true]) {
      const { found } = await planted(swapped, () => bulk, 'wrongly accepted together');
      const rows = found.slice(0, 6).map(({ row }) => String(row));
      expect(rows.sort()).toEqual(Object.keys(swapped).sort());
    }
  });

  it('gives the nearest labelled items of the suggested class as reasons', async () => {
    const a = rowsOf(0, 15)[3]!;
    const { lesson, matrix, found } = await planted({ [a]: 1 }, () => false);
    const { suggests, reasons } = found.find(({ row }) => row === a)!;
    const labelled = lesson.samples.filter((sample) => sample.class === suggests).map(({ index }) => index);
    const cosine = (row: number) => dot(matrix.unit(a), matrix.unit(row));
    expect(reasons).toEqual(labelled.sort((one, other) => cosine(other) - cosine(one)).slice(0, 3));
  });

  it('says nothing of classes with one group, of one class, or before anything was taught', async () => {
    const { matrix, constants } = project();
    const guesser = new Guesser(matrix, constants, plainScorer);
    const ask = () =>
      guesser.consult((shown) => mislabelled(shown, { matrix, score: foldScores(scorer), pause }));
    expect(await ask()).toEqual([]);
    expect(await suspects(guesser, matrix, lessonOf([5]))).toEqual([]);
    const lesson = lessonOf([6, 6]);
    const swapped = rowsOf(2, 1)[0]!;
    lesson.classes.push({ id: 'c2', name: 'Alone', kind: 'class' });
    lesson.samples.push({ index: swapped, class: 2, group: 'one', bulk: true });
    expect((await suspects(guesser, matrix, lesson)).map(({ class: own }) => own)).not.toContain(2);
  });

  it('leaves no tensor behind', async () => {
    const before = tf.memory().numTensors;
    await planted({ [rowsOf(0, 1)[0]!]: 1 }, (row) => row % 2 === 0);
    expect(tf.memory().numTensors).toBe(before);
  });
});
