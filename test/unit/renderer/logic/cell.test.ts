/** @file What a cell says of an image whose folder is not there. */
import { expect, it } from 'vitest';
import { describeCell, guessName } from '../../../../renderer/logic/cell';
import { openFake } from '../fake/session';

it('says the guess that goes on, and that the file is not there', async () => {
  const { addClasses, label, session } = await openFake({ count: 6 });
  const [first = '', second = ''] = await addClasses('A', 'B');
  await label(first, 0);
  await label(second, 1);
  const { project } = session;
  const item = project.items[3]!;
  session.takeRows([
    { ...item, state: 'gone', failure: { code: 'gone', reason: 'The folder is not there.' } },
  ]);
  const cell = describeCell(project.tables, project.classById, 3);
  expect(cell).toMatchObject({ state: 'guessed', gone: true });
  expect(cell?.name).toMatch(/guess [AB].*, no longer in its folder/);
});

it('says of a guess of the background that it is none of these, and keeps its name', async () => {
  const { addClasses, label, session } = await openFake({ count: 6 });
  const [first = '', rest = ''] = await addClasses('A', 'Rest');
  await session.classes.edit(rest, { kind: 'background' });
  await label(first, 0);
  await label(rest, 1);
  const { project } = session;
  const names = [1, 2, 3, 4, 5].map(
    (row) => describeCell(project.tables, project.classById, row)?.name ?? '',
  );
  expect(names[0]).toContain('labelled Rest');
  expect(names.some((name) => name.includes('guess none of these (Rest)'))).toBe(true);
  expect(guessName({ name: 'None of these', kind: 'background' })).toBe('none of these');
  expect(guessName({ name: 'None of these', kind: 'class' })).toBe('None of these');
});
