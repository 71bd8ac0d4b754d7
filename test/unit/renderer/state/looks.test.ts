/** @file Several looks of a class as the window asks for and offers them. */
import { expect, it } from 'vitest';
import type { LooksGain, LooksVerdict } from '../../../../main/contract/areas/looks';
import { looks as words } from '../../../../strings';
import { openFake } from '../fake/session';

const paired = { one: 0.71, several: 0.78, difference: 0.07, interval: [0.01, 0.13] as [number, number] };
const counts = { groups: 28, images: 31, changed: 4 };
const gainOf = (id: string, verdict: LooksVerdict): LooksGain => ({
  ...{ class: id, verdict, prototypes: 4, why: null },
  own: { ...paired, ...counts },
  all: { ...paired, ...counts },
});

async function asking(verdict: LooksVerdict, readOnly: string | null = null) {
  const fixture = await openFake();
  const [id = ''] = await fixture.addClasses('Perch');
  fixture.main.looks = gainOf(id, verdict);
  if (readOnly) Object.assign(fixture.session.project, { readOnly });
  await fixture.session.looks.ask(id);
  return { ...fixture, id, looks: fixture.session.looks };
}

it('offers several looks where they help, takes them and gives them back', async () => {
  const { id, looks, session } = await asking('better');
  expect([looks.of?.name, looks.offer]).toEqual(['Perch', 'several']);
  await looks.decide();
  expect(looks.of).toBeNull();
  expect(session.project.classById.get(id)?.severalLooks).toBe(true);
  await looks.ask(id);
  expect(looks.offer).toBe('one');
  await looks.decide();
  expect(session.project.classById.get(id)?.severalLooks).toBeUndefined();
});

it.each(['unclear', 'worse', 'unknown'] as const)('offers nothing where it is %s', async (verdict) => {
  const { id, looks, session } = await asking(verdict);
  expect([looks.gain?.verdict, looks.offer]).toEqual([verdict, null]);
  await looks.decide();
  expect(session.project.classById.get(id)?.severalLooks).toBeUndefined();
});

it('closes with a notice where it cannot be compared', async () => {
  const { id, looks, main, session } = await asking('better');
  main.looks = null;
  await looks.ask(id);
  expect([looks.of, session.notices.shown.at(-1)?.title]).toEqual([null, words.couldNot]);
});

it('says in one sentence what it would bring', () => {
  const gain = gainOf('perch', 'better');
  const own = { ...gain.own!, several: 0.6, difference: -0.11 };
  expect(words.verdict('Perch', gain)).toBe(
    'Several looks help: with 4 prototypes the estimate of Perch rises from 71\u00a0% to 78\u00a0%.',
  );
  expect(words.verdict('Perch', { ...gain, verdict: 'unclear' })).toBe(
    'No difference that 28 independent images can show: the estimate of Perch rises from 71\u00a0% to 78\u00a0%.',
  );
  expect(words.verdict('Perch', { ...gain, verdict: 'worse', own })).toBe(
    'Several looks do harm here: the estimate of Perch falls from 71\u00a0% to 60\u00a0%.',
  );
  expect(words.verdict('Perch', { ...gain, verdict: 'worse', all: own })).toContain(
    'cost the other classes more than they bring',
  );
  expect(words.verdict('Perch', { ...gain, verdict: 'unknown', own: null, why: 'It is alone.' })).toBe(
    'This cannot be compared yet. It is alone.',
  );
  expect(words.difference(gain.own!)).toBe('+7 (95\u00a0%: +1 to +13)');
});
