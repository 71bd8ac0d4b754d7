/** @file Undo and redo reach main however fast they follow each other. */
import { expect, it } from 'vitest';
import { openFake } from '../fake/session';

it('a redo that follows an undo at once is not lost, and each says what it was', async () => {
  const { main, session, addClasses, label } = await openFake({ count: 3 });
  const [a = ''] = await addClasses('A');
  await label(a, 0);
  const sentence = session.project.undo;
  await Promise.all([session.work.undo(), session.work.redo()]);
  expect(main.calls.slice(-2)).toEqual([['project:undo'], ['project:redo']]);
  expect(session.project.classOf(0)).toBe(a);
  expect(session.notices.done?.sentence).toBe(`Redone: ${sentence}`);
});

it('where there is nothing, nothing is said', async () => {
  const { session } = await openFake({ count: 3 });
  await session.work.undo();
  await session.work.redo();
  expect(session.notices.done).toBeNull();
});

it('a project that may only be looked at is not asked', async () => {
  const { main, session } = await openFake({ count: 3, readOnly: 'Somebody else has it open.' });
  const before = main.calls.length;
  await session.work.undo();
  await session.work.redo();
  expect(main.calls).toHaveLength(before);
});
