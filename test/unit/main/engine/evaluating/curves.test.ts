/** @file Curves of the last lesson, in the classes of the lesson, and nothing where there is nothing. */
import { describe, expect, it } from 'vitest';
import { curveOf, operatingOf } from '../../../../../main/engine/evaluating/curves';
import { Guesser } from '../../../../../main/engine/guessing/guesser';
import type { Lesson } from '../../../../../main/engine/guessing/lesson';
import { plainScorer } from '../../../../../main/engine/guessing/scorer';
import { lessonOf, project, rowsOf } from '../guessing/project';

async function taught(lesson: Lesson) {
  const { matrix, constants } = project(800);
  const guesser = new Guesser(matrix, constants, plainScorer);
  await guesser.teach(lesson);
  const shown = await guesser.consult((found) => found);
  return { matrix, guesser, shown };
}

/** The first class is empty, so positions in the set and in the lesson differ. */
const lesson = lessonOf([0, 9, 8, 1]);

describe('a learning curve', () => {
  it('names classes by their positions in the lesson', async () => {
    const { matrix, shown } = await taught(lesson);
    const curve = (await curveOf(shown, matrix, { seed: 1, scorer: plainScorer }))!;
    expect(curve.classes).toEqual([1, 2]);
    expect(curve.tooFew).toEqual([3]);
    expect(curve.points.length).toBeGreaterThan(2);
    expect(curve.sentence).not.toBe('');
  });

  it('is the same for the same seed, and null where nothing is taught', async () => {
    const { matrix, shown } = await taught(lesson);
    const once = await curveOf(shown, matrix, { seed: 1, scorer: plainScorer });
    expect(await curveOf(shown, matrix, { seed: 1, scorer: plainScorer })).toEqual(once);
    expect(await curveOf(null, matrix, { seed: 1, scorer: plainScorer })).toBeNull();
  });
});

describe('misses against false alarms', () => {
  const checks = [1, 2].flatMap((own) =>
    rowsOf(own, 100)
      .slice(20)
      .map((index) => ({ index, class: own, group: `check ${index}` })),
  );

  it('are counted on check items, by what is shown of them', async () => {
    const { matrix, guesser, shown } = await taught({ ...lesson, checks });
    const guesses = (row: number) => guesser.ownGuesses(row);
    const curve = operatingOf(shown, { class: 'c1', miss: 0.1 }, matrix, guesses)!;
    expect(curve).toMatchObject({ class: 1, scale: 'confidence', wanted: 0.1, cases: { n: 80, groups: 80 } });
    const { threshold, misses } = curve.chosen!;
    const missed = checks
      .filter((check) => check.class === 1)
      .filter(({ index }) => guesses(index).find((one) => one.class === 'c1')!.confidence! < threshold);
    expect(missed.length / 80).toBeCloseTo(misses, 12);
    expect(curve.perClass).toHaveLength(4);
    expect(curve.perClass[1]).toEqual({ class: 1, point: curve.chosen, cases: curve.cases });
    expect(curve.perClass[0]).toEqual({ class: 0, point: null, cases: { n: 0, groups: 0 } });
  });

  it('refuse where the check is too small, and are null for a class that is gone', async () => {
    const { matrix, guesser, shown } = await taught({ ...lesson, checks: checks.slice(0, 6) });
    const guesses = (row: number) => guesser.ownGuesses(row);
    const few = operatingOf(shown, { class: 'c1', miss: 0.1 }, matrix, guesses)!;
    expect(few.chosen).toBeNull();
    expect(few.why).toContain('Draw more check items');
    expect(operatingOf(shown, { class: 'gone', miss: 0.1 }, matrix, guesses)).toBeNull();
  });

  it('go by cosines where no percentages are shown', async () => {
    const { matrix, guesser, shown } = await taught({ ...lessonOf([1, 1, 1]), checks });
    const curve = operatingOf(shown, { class: 'c1', miss: 0.1 }, matrix, (row) => guesser.ownGuesses(row))!;
    expect(curve.scale).toBe('cosine');
  });
});
