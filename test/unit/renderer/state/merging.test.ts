/** @file Another person's labels in the window: looked at, decided, taken over. */
import { expect, it } from 'vitest';
import type { MergePlan, MergeSide } from '../../../../main/contract/merging';
import { openFake } from '../fake/session';

const side = (label: string, at: string): MergeSide => ({
  ...{ label, by: 'ben', at, how: 'hand', check: false, excluded: false, text: null, box: null },
});
const conflict = (row: number, mine: string, theirs: string) =>
  ({ row, fact: 'label', mine: side('A', mine), theirs: side('B', theirs) }) as const;
const plan: MergePlan = {
  ...{ id: 'p1', name: 'Pond', people: ['ben'], images: { matched: 3, byContent: 3 }, newClasses: [] },
  taken: { label: 0, role: 0, group: 0, place: 0, time: 0, excluded: 0, boxes: 0 },
  ...{ same: 1, notes: [], unmatched: { items: 0, labels: 0, examples: [] } },
  conflicts: [
    conflict(0, '2026-05-02T10:00:00Z', '2026-05-01T10:00:00Z'),
    conflict(2, '2026-05-01T10:00:00Z', '2026-05-02T10:00:00Z'),
  ],
  agreement: { both: 3, same: 1, kappa: null },
};

it('keeps mine unless something else is chosen, and sends what is', async () => {
  const { main, session } = await openFake();
  const { merging } = session;
  main.merge = plan;
  await merging.choose();
  expect([merging.plan?.name, merging.theirs, merging.changes]).toEqual(['Pond', 0, false]);
  merging.pickAll('newer');
  expect([merging.theirs, merging.changes]).toEqual([1, true]);
  merging.pick(0, true);
  merging.pick(1, false);
  await merging.apply();
  expect(main.calls.at(-1)).toEqual(['merge:apply', 'p1', [0]]);
  expect(merging.plan).toBeNull();
});

it('stays with the plan where taking over failed, and is not asked of a project that can only be looked at', async () => {
  const { main, session } = await openFake();
  main.merge = plan;
  await session.merging.choose();
  main.failNext = 'The project has changed since.';
  await session.merging.apply();
  expect(session.merging.plan).not.toBeNull();
  expect(session.notices.shown.at(-1)).toMatchObject({ title: 'Nothing was taken over' });
  const looked = await openFake({ readOnly: 'It is open elsewhere.' });
  await looked.session.merging.choose();
  expect(looked.main.calls.map(([name]) => name)).not.toContain('merge:plan');
});
