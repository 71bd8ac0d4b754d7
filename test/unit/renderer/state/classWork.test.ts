/** @file Making and changing classes. */
import { expect, it } from 'vitest';
import { openFake } from '../fake/session';

it('gives a new class the next colour and key, and what is selected', async () => {
  const { session } = await openFake();
  session.selection.only(0);
  session.selection.toggle(2);
  await session.classes.create('  Perch ');
  session.selection.clear();
  await session.classes.create('Roach');
  const [perch, roach] = session.project.document.classes;
  expect(perch).toMatchObject({ name: 'Perch', colour: 0, key: '1' });
  expect(roach).toMatchObject({ name: 'Roach', colour: 1, key: '2' });
  expect(session.project.tally.labelledAs.get(perch?.id ?? '')).toBe(2);
  expect(session.project.tally.labelledAs.get(roach?.id ?? '')).toBeUndefined();
});

it('gives classes that are made in one breath a key and a colour each', async () => {
  const { session } = await openFake({ delay: 20 });
  await Promise.all(['Perch', 'Roach', 'Pike'].map((name) => session.classes.make(name)));
  const made = session.project.document.classes.map(({ name, key, colour }) => [name, key, colour]);
  expect(made).toEqual([
    ['Perch', '1', 0],
    ['Roach', '2', 1],
    ['Pike', '3', 2],
  ]);
});

it('gives a new class to what was selected, wherever a person has gone meanwhile', async () => {
  const { session } = await openFake({ delay: 20 });
  session.selection.only(0);
  const made = session.classes.create('Perch');
  session.selection.only(3);
  await made;
  const [perch] = session.project.document.classes;
  expect([0, 3].map((row) => session.project.classOf(row))).toEqual([perch?.id, null]);
  expect(session.selection.focus).toBe(3);
});

it('makes a background, which the former one then is no more', async () => {
  const { session } = await openFake();
  await session.classes.create('Rest', { kind: 'background' });
  await session.classes.create('Perch');
  const kinds = () => session.project.document.classes.map(({ name, kind }) => [name, kind]);
  expect(kinds()).toEqual([
    ['Rest', 'background'],
    ['Perch', 'class'],
  ]);
  const perch = session.project.document.classes[1]!;
  await session.classes.edit(perch.id, { kind: 'background' });
  expect(kinds()).toEqual([
    ['Rest', 'class'],
    ['Perch', 'background'],
  ]);
});

it('gives a new class to the focused image where a person asked for that', async () => {
  const { session } = await openFake();
  session.selection.focusOn(4);
  await session.classes.create('Perch', { orFocused: true });
  expect(session.project.classOf(4)).toBe(session.project.document.classes[0]?.id);
});

it('gives a new class what was selected when it was made, though the person has gone on since', async () => {
  const { session } = await openFake();
  session.selection.only(0);
  const made = session.classes.create('Perch');
  session.selection.only(3);
  await made;
  const [perch] = session.project.document.classes;
  expect([0, 3].map((row) => session.project.classOf(row))).toEqual([perch?.id, null]);
  expect(session.selection.focus).toBe(3);
});

it('knows a name that is taken, whatever its case', async () => {
  const { session, addClasses } = await openFake();
  const [id = ''] = await addClasses('Perch');
  expect(session.classes.isTaken(' pERCH')).toBe(true);
  expect(session.classes.isTaken('Perch', id)).toBe(false);
});

it('hands a key over from the class that had it', async () => {
  const { session, addClasses } = await openFake();
  const [, b = ''] = await addClasses('A', 'B');
  await session.classes.setKey(b, '1');
  expect(session.project.document.classes.map((info) => info.key)).toEqual([null, '1']);
});

it('names what was undone and redone', async () => {
  const { session, addClasses } = await openFake();
  await addClasses('Perch');
  const what = session.project.undo;
  await session.work.undo();
  expect(session.notices.done?.sentence).toBe(`Undone: ${what}`);
  await session.work.redo();
  expect(session.notices.done?.sentence).toBe(`Redone: ${what}`);
  expect(session.notices.shown).toEqual([]);
});
