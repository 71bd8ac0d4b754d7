/** @file The threshold for 'none of these', with what it costs (METHODS 1b). */
import { describe, expect, it } from 'vitest';
import { Guesser } from '../../../../../main/engine/guessing/guesser';
import { dotScores } from '../../../../../main/engine/imprinting/folds';
import { rejectionIn, reportRejection } from '../../../../../main/engine/guessing/rejections';
import { plainScorer } from '../../../../../main/engine/guessing/scorer';
import { lessonOf, project } from './project';

const { matrix, constants } = project(400);

async function report(shots: readonly number[], alpha: number) {
  const guesser = new Guesser(matrix, constants, plainScorer);
  await guesser.teach(lessonOf(shots));
  return reportRejection(guesser.taught!, alpha);
}

describe('reportRejection', () => {
  it('states the threshold beside what it rejects and what it lets through', async () => {
    const found = await report([10, 10, 10, 10], 0.1);
    expect(found).toMatchObject({ groups: 40, needed: 9 });
    // floor(.1·41) = 4: the fourth smallest, so three of forty lie below it.
    expect(found.falseRejectRate).toBe(3 / 40);
    expect(found.threshold).toBeGreaterThan(0);
    expect(found.foreignAccepted).toBeGreaterThan(0);
    expect(found.foreignAccepted).toBeLessThanOrEqual(1);
  });

  it('is found once for a lesson, by the sums of that lesson, whatever came after it', async () => {
    const guesser = new Guesser(matrix, constants, plainScorer);
    await guesser.teach(lessonOf([20, 20, 20]));
    const expected = reportRejection(guesser.taught!, 0.05);
    const given = guesser.teach(lessonOf([30, 30, 30])).catch(() => 'given up');
    const last = guesser.teach(lessonOf([20, 20, 20]));
    expect(await given).toBe('given up');
    await last;
    const ask = () => guesser.consult((shown) => rejectionIn(shown, dotScores));
    const first = await ask();
    expect(first).toEqual(expected);
    expect(await ask()).toBe(first);
    expect(rejectionIn(null, dotScores)).toBeNull();
  });

  it('says when there are too few held-out groups', async () => {
    const nothing = {
      ...{ on: 'cosine', threshold: null, falseRejectRate: null },
      ...{ foreignAccepted: null, why: null },
    };
    expect(await report([4, 4, 1, 0], 0.1)).toEqual({ ...nothing, groups: 8, needed: 9 });
    expect(await report([1, 1, 1, 1], 0.1)).toEqual({ ...nothing, groups: 0, needed: 9 });
  });
});
