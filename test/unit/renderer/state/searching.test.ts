/** @file The next doubtful image, and images by likeness. */
import { expect, it } from 'vitest';
import { openFake } from '../fake/session';
import { guessTable } from '../fake/table';

async function doubting() {
  const fixture = await openFake({ count: 5 });
  const [a = '', b = ''] = await fixture.addClasses('A', 'B');
  await fixture.label(a, 0);
  await fixture.label(b, 1);
  await new Promise((done) => setTimeout(done));
  return { ...fixture, a, b };
}

it('goes from one doubtful image to the next, and round again', async () => {
  const { main, session } = await doubting();
  const queue = Array.from(await main.call('search:doubtful', 9)).filter((row) => row > 1);
  const seen: number[] = [];
  for (let i = 0; i <= queue.length; i++) {
    await session.searching.nextDoubtful();
    seen.push(session.selection.focus);
  }
  expect(seen.slice(0, queue.length)).toEqual(queue);
  expect(queue).toContain(seen.at(-1));
});

it('shows all images where the list has no doubtful one', async () => {
  const { session } = await doubting();
  session.view.showStatus('labelled');
  await session.searching.nextDoubtful();
  expect(session.view.filter).toEqual({});
  expect(session.selection.focus).toBeGreaterThan(1);
});

it('says so where nothing is doubtful', async () => {
  const { session } = await openFake();
  await session.searching.nextDoubtful();
  expect(session.notices.shown).toHaveLength(1);
});

it('orders the list by likeness, beside other filters, until the chip goes', async () => {
  const { main, session } = await doubting();
  session.view.showStatus('unlabelled');
  session.selection.only(3);
  await session.searching.similar();
  const { rows } = await main.call('search:similar', [main.items[3]?.id ?? '']);
  expect(Array.from(session.view.list.order)).toEqual(Array.from(rows).filter((row) => row > 1));
  expect(session.view.order.by).toBe('found');
  expect(session.view.filter.set?.title).toBe('Similar to photo-3.jpg');
  session.takeGuesses(guessTable([], []));
  session.view.set('set', undefined);
  expect(session.view.order.by).toBe('folder');
  expect(session.view.filter).toEqual({ status: 'unlabelled' });
});

it('compares nothing with images of the blind check, and says that they are left out', async () => {
  const { main, session } = await doubting();
  const ids = [2, 3].map((row) => main.items[row]?.id ?? '');
  await main.call('project:apply', { name: 'setRole', items: ids, role: 'check' });
  session.selection.only(2);
  await session.searching.similar();
  expect(session.notices.shown.at(-1)?.title).toContain('blind check');
  expect(main.calls.filter(([channel]) => channel === 'search:similar')).toEqual([]);
  session.selection.select([2, 4], false);
  await session.searching.similar();
  const asked = main.calls.filter(([channel]) => channel === 'search:similar');
  expect(asked).toEqual([['search:similar', [main.items[4]?.id]]]);
  expect(session.notices.shown.at(-1)?.title).toBe('2 images of the blind check are left out until labelled');
});

it('shows labels that look wrong with the reason, until they are changed', async () => {
  const { main, session, a, b } = await doubting();
  main.mislabelled = [{ row: 1, class: b, suggests: a, margin: 0.1, reasons: [0] }];
  await session.searching.mislabelled();
  expect(Array.from(session.view.list.order)).toEqual([1]);
  expect(session.selection.focus).toBe(1);
  expect(session.searching.suspicionOf(1)).toMatchObject({ suggests: a, reasons: [0] });
  await session.labelling.label(a);
  expect(session.searching.suspicionOf(1)).toBeNull();
});

it('says so where no label looks wrong', async () => {
  const { session } = await doubting();
  await session.searching.mislabelled();
  expect(session.view.filter).toEqual({});
  expect(session.notices.shown).toHaveLength(1);
});
