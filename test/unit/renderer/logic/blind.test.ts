/** @file Nothing in the window tells the guess of a check item before it is labelled. */
import { expect, it } from 'vitest';
import { hideBlind } from '../../../../renderer/logic/blind';
import { describeCell } from '../../../../renderer/logic/cell';
import { baseGuessAt, guessAt, marginAt } from '../../../../renderer/logic/guesses';
import { indexClasses, LabelTable } from '../../../../renderer/logic/labels';
import { openFake } from '../fake/session';
import { fakeDocument } from '../fake/project';
import { guessTable, rows } from '../fake/table';

const label = { class: 'perch', how: 'hand' as const, by: 'me', at: '2026-01-01T00:00:00.000Z' };

it('wipes guess, word, percentage and base class of unlabelled check items, and of no others', () => {
  const items = rows(3);
  const [free = '', blind = '', done = ''] = items.map(({ id }) => id);
  const document = {
    ...fakeDocument(),
    roles: { [blind]: 'check' as const, [done]: 'check' as const },
    labels: { [done]: label },
  };
  const labels = new LabelTable();
  labels.rebuild(items, document);
  const one = { top: [[0, 0.83, 0.6] as [number, number, number]], word: 3 as const };
  const guesses = guessTable(['perch', 'roach'], [one, one, one], 10);
  hideBlind(guesses, labels);
  expect([0, 1, 2].map((row) => guessAt(guesses, row)?.class ?? null)).toEqual(['perch', null, 'perch']);
  expect(guesses.word[1]).toBe(0);
  expect(baseGuessAt(guesses, 1)).toBeNull();
  expect(marginAt(guesses, 1)).toBeNaN();
  const classes = indexClasses([{ id: 'perch', name: 'Perch', colour: 0, key: '1', kind: 'class' }]);
  const names = [0, 1].map((row) => describeCell({ items, labels, guesses }, classes, row)?.name ?? '');
  expect(names[0]).toContain('guess Perch');
  expect(names[1]).toMatch(/belongs to the check, guess hidden$/);
  expect(free).not.toBe(blind);
});

it('hides guesses the moment an item is drawn, and accepts nothing of them', async () => {
  const { main, session, addClasses, label: give } = await openFake({ count: 6 });
  const [a = '', b = ''] = await addClasses('A', 'B');
  await give(a, 0);
  await give(b, 1);
  const { project } = session;
  expect(guessAt(project.guesses, 3)).not.toBeNull();
  const drawn = [3, 4].map((row) => project.items[row]?.id ?? '');
  await main.call('project:apply', { name: 'setRole', items: drawn, role: 'check' });
  expect([2, 3, 4, 5].map((row) => guessAt(project.guesses, row) !== null)).toEqual([
    true,
    false,
    false,
    true,
  ]);
  expect(project.isBlind(3)).toBe(true);
  session.selection.all(session.view.list);
  await session.labelling.accept();
  expect([3, 4].map((row) => project.classOf(row))).toEqual([null, null]);
  await give(a, 3);
  expect(project.isBlind(3)).toBe(false);
  await main.call('project:undo');
  expect(project.isBlind(3)).toBe(true);
  expect(guessAt(project.guesses, 3)).toBeNull();
});
