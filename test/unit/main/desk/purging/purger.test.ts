/** @file A purge kind by kind: in order, reported, and going on where one fails. */
import { expect, it } from 'vitest';
import { PURGE_KINDS, type PurgeKind } from '../../../../../main/contract/areas/purging';
import { Purger, type Purging } from '../../../../../main/desk/purging/purger';
import { EngineGone } from '../../../../../main/engine/supervisor';

/** What there is of some kinds; one fails. */
function purger(
  there: Partial<Record<PurgeKind, number>>,
  {
    failing,
    readOnly = null,
    unread = 0,
  }: { failing?: Error; readOnly?: string | null; unread?: number } = {},
) {
  const steps: string[] = [];
  const kinds = Object.fromEntries(
    PURGE_KINDS.map((kind): [PurgeKind, Purging] => [
      kind,
      {
        look: () => Promise.resolve({ count: there[kind] ?? 0, bytes: 10 * (there[kind] ?? 0) }),
        remove: () => {
          if (kind === 'embeddings' && failing) return Promise.reject(failing);
          steps.push(kind);
          delete there[kind];
          return Promise.resolve();
        },
      },
    ]),
  ) as Record<PurgeKind, Purging>;
  const tell = ({ done, total, kind }: { done: number; total: number; kind: string }) =>
    steps.push(`${done}/${total} ${kind}`);
  return { steps, purger: new Purger({ store: { readOnly }, kinds, unread: () => unread, tell }) };
}

it('lists what there is, removes it in order, and says what went', async () => {
  const { steps, purger: one } = purger({ contests: 2, history: 214, embeddings: 12 });
  const plan = await one.plan();
  expect(plan).toEqual([
    { kind: 'history', count: 214, bytes: 2140 },
    { kind: 'embeddings', count: 12, bytes: 120 },
    { kind: 'contests', count: 2, bytes: 20 },
  ]);
  expect(await one.run()).toEqual({ removed: plan, failed: [] });
  expect(steps).toEqual(
    ['0/3 history', 'history', '1/3 embeddings', 'embeddings', '2/3 contests', 'contests'].flat(),
  );
  expect(await one.plan()).toEqual([]);
  expect(await one.run()).toEqual({ removed: [], failed: [] });
});

it('goes on where one kind fails, and can be asked again', async () => {
  const { purger: one } = purger(
    { history: 1, embeddings: 2, files: 3 },
    { failing: new Error('disk full') },
  );
  const { removed, failed } = await one.run();
  expect(removed.map(({ kind }) => kind)).toEqual(['history', 'files']);
  expect(failed).toEqual([{ kind: 'embeddings', count: 2, bytes: 20, reason: 'disk full' }]);
  expect((await one.plan()).map(({ kind }) => kind)).toEqual(['embeddings']);
  const away = purger({ embeddings: 1 }, { failing: new EngineGone('ended') });
  expect((await away.purger.run()).failed[0]?.reason).toContain('The engine is being started again');
});

it('removes nothing from a project that is only read, nor while it is not known what is whose', async () => {
  const there = { history: 1 };
  await expect(purger(there, { readOnly: 'Another window has it open.' }).purger.run()).rejects.toThrow(
    'Nothing was removed. Another window has it open.',
  );
  await expect(purger(there, { unread: 12 }).purger.run()).rejects.toThrow(
    '12 images have not been read yet',
  );
  await expect(purger(there, { unread: 1 }).purger.plan()).rejects.toThrow('1 image has not been read yet');
  await expect(purger(there, { unread: Infinity }).purger.plan()).rejects.toThrow(
    'still being looked through',
  );
  expect(there).toEqual({ history: 1 });
});

it('is done once at a time', async () => {
  const { purger: one } = purger({ history: 1 });
  const first = one.run();
  await expect(one.run()).rejects.toThrow('under way');
  expect((await first).removed).toHaveLength(1);
});
