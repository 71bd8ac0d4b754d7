/** @file Classes as files of sums, as the window chooses from them and saves them. */
import { expect, it } from 'vitest';
import { classFiles as words } from '../../../../strings';
import { offering } from '../fake/classFiles';
import { openFake } from '../fake/session';

async function open(...names: string[]) {
  const fixture = await openFake();
  const ids = await fixture.addClasses(...names);
  const { classFiles, project } = fixture.session;
  const given = () => project.document.classes.map((one) => [one.name, one.given?.[0]?.images ?? 0]);
  return { ...fixture, ids, classFiles, given };
}

it('takes what is not there yet, into classes of the same names, in one step', async () => {
  const { main, ids, classFiles, given, session } = await open('Perch', 'Roach');
  main.classFiles.plan = offering(
    { name: 'perch', same: ids[0]! },
    { name: 'Roach', same: ids[1]!, isThere: true },
    { name: 'Eel', images: 7 },
  );
  await classFiles.open();
  expect(classFiles.choices.map(({ taken, into }) => [taken, into])).toEqual([
    [true, ids[0]],
    [false, ids[1]],
    [true, null],
  ]);
  await classFiles.add();
  expect(classFiles.plan).toBeNull();
  expect(given()).toEqual([
    ['Perch', 4],
    ['Roach', 0],
    ['Eel', 7],
  ]);
  expect(session.notices.done?.sentence).toBe('Added 2 classes from theirs.imprint-class');
});

it('means a file of one class for the class whose menu it was opened from', async () => {
  const { main, ids, classFiles, given } = await open('Perch', 'Roach');
  main.classFiles.plan = offering({ name: 'Perca', same: null });
  await classFiles.open(ids[1]);
  expect(classFiles.choices[0]).toMatchObject({ taken: true, into: ids[1] });
  await classFiles.add();
  expect(given()).toEqual([
    ['Perch', 0],
    ['Roach', 4],
  ]);
  main.classFiles.plan = offering({ name: 'Perch', same: ids[0]! }, { name: 'Tench' });
  await classFiles.open(ids[1]);
  expect(classFiles.choices.map(({ into }) => into)).toEqual([ids[0], null]);
});

it('stays open where main refuses, and says why', async () => {
  const { main, classFiles, session } = await open('Perch');
  main.classFiles.plan = offering({ name: 'Eel' });
  await classFiles.open();
  main.failNext = 'Eel has exactly these sums already.';
  await classFiles.add();
  expect(classFiles.plan).not.toBeNull();
  expect(classFiles.busy).toBe(false);
  expect(session.notices.shown.at(-1)).toMatchObject({ title: words.couldNotAdd });
});

it('takes sums out again', async () => {
  const { main, ids, classFiles, given } = await open('Perch');
  main.classFiles.plan = offering({ same: ids[0]! });
  await classFiles.open();
  await classFiles.add();
  await classFiles.takeOut(ids[0]!, '0'.repeat(64));
  expect(given()).toEqual([['Perch', 0]]);
});

it('looks before it saves, adds a picture only where that is wished, and stays open where nothing was chosen', async () => {
  const { main, ids, classFiles, session } = await open('Perch');
  main.classFiles.look = {
    ...{ class: ids[0]!, images: 1, shots: 1 },
    ...{ onePicture: true, hasPreview: true, leftOut: null },
  };
  await classFiles.startSaving(ids[0]!);
  expect([classFiles.saving?.name, classFiles.look?.onePicture, classFiles.preview]).toEqual([
    ...['Perch', true, false],
  ]);
  main.classFiles.place = null;
  await classFiles.save();
  expect(classFiles.saving).not.toBeNull();
  main.classFiles.place = '/home/me/Perch.imprint-class';
  classFiles.preview = true;
  await classFiles.save();
  expect(classFiles.saving).toBeNull();
  expect(main.classFiles.saved).toEqual([
    { class: ids[0], preview: false },
    { class: ids[0], preview: true },
  ]);
  expect(session.notices.shown.at(-1)).toMatchObject({ title: 'Saved Perch', text: main.classFiles.place });
});

it('closes with a notice where there is nothing to save', async () => {
  const { ids, classFiles, session } = await open('Perch');
  await classFiles.startSaving(ids[0]!);
  expect(classFiles.saving).toBeNull();
  expect(session.notices.shown.at(-1)).toMatchObject({ title: words.couldNotSave });
});
