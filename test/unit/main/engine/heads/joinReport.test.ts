/** @file How own classes stand beside base ones: over γ, and who takes what. */
import { describe, expect, it } from 'vitest';
import { Guesser } from '../../../../../main/engine/guessing/guesser';
import { plainScorer } from '../../../../../main/engine/guessing/scorer';
import { joinReport, type BaseLeads } from '../../../../../main/engine/heads/joinReport';
import { teachingOf } from '../../../../../main/engine/heads/teaching';
import type { Lesson } from '../../../../../main/engine/guessing/lesson';
import { lessonOf, project } from '../guessing/project';

const { matrix, constants } = project(200);

async function reported(settings: Partial<Lesson['settings']>, base: BaseLeads | null = null) {
  const guesser = new Guesser(matrix, constants, plainScorer);
  await guesser.teach(lessonOf([6, 5, 6], { base: 'imagenet', ...settings }));
  return guesser.consult((shown) => joinReport(shown!, matrix, base));
}

describe('own classes beside base ones', () => {
  it('win more often the higher γ is, and are at every γ what setting it would give', async () => {
    const report = await reported({});
    const shares = report!.curve.points.map(({ novel }) => novel!);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    for (const offset of [-5, 0, 3]) {
      const set = await reported({ offset });
      const point = report!.curve.points.find((one) => one.offset === offset)!;
      expect(set!.curve.novel.value).toBeCloseTo(point.novel!, 10);
      expect(set!.curve.novel).toMatchObject({ n: 17, groups: 17 });
    }
  });

  it('have no base figure until images of base classes were measured with the same labels', async () => {
    expect((await reported({}))!.curve.base.why).toContain('Not measured');
    const lesson = lessonOf([6, 5, 6], { base: 'none' });
    const leads = { teaching: teachingOf(lesson), images: 4, leads: [-1, 2, 5] };
    const { curve } = (await reported({ offset: 0 }, leads))!;
    expect(curve.base).toMatchObject({ value: 0.5, n: 4 });
    expect(curve.points.find(({ offset }) => offset === 3)!.base).toBe(0.25);
    expect((await reported({ offset: 3 }, leads))!.curve.base.value).toBe(0.25);
    expect((await reported({ suppressed: [0] }, leads))!.curve.base.value).toBeNull();
    const less = { ...leads, teaching: teachingOf(lessonOf([6, 5, 5])) };
    expect((await reported({}, less))!.curve.base.value).toBeNull();
  });

  it('name the nearest base classes and what they take; suppressed ones are not among them', async () => {
    const { collisions } = (await reported({ offset: -20 }))!;
    expect(collisions.map((one) => one.class)).toEqual(['c0', 'c1', 'c2']);
    expect(collisions.every(({ near }) => near.length === 3)).toBe(true);
    expect(
      collisions.reduce((sum, { near }) => sum + near.reduce((a, b) => a + b.wins, 0), 0),
    ).toBeGreaterThan(0);
    const { index, label } = collisions[0]!.near[0]!;
    const left = (await reported({ offset: -20, suppressed: [index] }))!;
    expect(left.suppressed).toEqual([{ index, label }]);
    expect(left.collisions.flatMap(({ near }) => near.map((one) => one.index))).not.toContain(index);
  });

  it('by append have no cosines, and by themselves no report', async () => {
    const appended = (await reported({ join: 'append', balanced: false, offset: -50 }))!;
    expect(appended.collisions.flatMap(({ near }) => near).every(({ cosine }) => cosine === null)).toBe(true);
    expect(await reported({ base: 'none' })).toBeNull();
  });
});
