/** @file Purging in the window: looked at, confirmed, reported. */
import { expect, it } from 'vitest';
import type { PurgeEntry } from '../../../../main/contract/areas/purging';
import { purging as words } from '../../../../strings';
import { openFake } from '../fake/session';

const ENTRIES: PurgeEntry[] = [
  { kind: 'history', count: 214, bytes: 50_000 },
  { kind: 'embeddings', count: 12, bytes: 62_000 },
];

async function looked(entries: PurgeEntry[] | null = ENTRIES) {
  const fixture = await openFake();
  fixture.main.remembered = entries;
  await fixture.session.purging.start();
  return { ...fixture, purging: fixture.session.purging };
}

it('lists, waits for a yes, removes, and says what was removed', async () => {
  const { main, purging } = await looked();
  expect([purging.open, purging.plan, purging.sure]).toEqual([true, ENTRIES, false]);
  await purging.run();
  expect(main.calls.some(([channel]) => channel === 'purge:run')).toBe(false);
  purging.sure = true;
  const running = purging.run();
  purging.close();
  expect([purging.running, purging.open]).toEqual([true, true]);
  await running;
  expect([purging.running, purging.report]).toEqual([false, { removed: ENTRIES, failed: [] }]);
  purging.close();
  expect(purging.open).toBe(false);
  await purging.start();
  expect([purging.plan, purging.report, purging.sure]).toEqual([[], null, false]);
});

it('closes with main’s sentence where it cannot be looked', async () => {
  const { purging, session } = await looked(null);
  expect([purging.open, session.notices.shown.at(-1)?.title]).toEqual([false, words.couldNotLook]);
});

it('is not begun where the project is only read', async () => {
  const { session, main } = await openFake({ readOnly: 'Another window has it open.' });
  await session.purging.start();
  expect([session.purging.open, main.calls.some(([c]) => c === 'purge:plan')]).toEqual([false, false]);
});

it('says each kind in plain words', () => {
  expect(ENTRIES.map((entry) => words.entry(entry))).toEqual([
    'The history of 214 changes: undo will not reach back',
    'Embeddings of 12 images and boxes that are excluded, gone, or not in the project any more',
  ]);
  expect(words.entry({ kind: 'embeddings', count: 0, bytes: 9 })).toBe('Damaged remains of embeddings');
});
