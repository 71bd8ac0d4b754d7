/** @file What counts as the same file under another name. */
import { expect, test } from 'vitest';
import type { ItemRow, ItemState } from '../../../../main/contract/model';
import { findMoved } from '../../../../main/desk/movedImages';

interface Some {
  id: string;
  hash: string | null;
  state?: ItemState;
  addedAt?: number;
}

function find(images: Some[], mentioned = ['f/old.jpg', 'f/old2.jpg']) {
  const rows = images.map(
    ({ id, state = 'ready', addedAt = 2 }, index) =>
      ({ index, id, path: id.slice(2), state, addedAt, box: null }) as ItemRow,
  );
  return findMoved({
    rows,
    hashOf: (index) => images[index]?.hash ?? null,
    mentioned: new Set(mentioned),
    nameOf: (row) => row.path,
  });
}

const old: Some = { id: 'f/old.jpg', hash: 'a', state: 'gone', addedAt: 1 };

test('a new file with the content of one that is gone is where that has moved to', () => {
  expect(find([old, { id: 'f/sub/new.jpg', hash: 'a' }])).toEqual({
    moves: [{ from: 'f/old.jpg', to: 'f/sub/new.jpg', fromPath: 'old.jpg', toPath: 'sub/new.jpg' }],
    unclear: [],
  });
});

test.each<[string, Some]>([
  ['has other content', { id: 'f/new.jpg', hash: 'b' }],
  ['was never read', { id: 'f/new.jpg', hash: null }],
  ['was there all along', { id: 'f/new.jpg', hash: 'a', addedAt: 1 }],
  ['is gone as well', { id: 'f/new.jpg', hash: 'a', state: 'gone' }],
  ['has labels of its own', { id: 'f/old2.jpg', hash: 'a' }],
])('a file that %s is not', (_what, file) => {
  expect(find([old, file])).toEqual({ moves: [], unclear: [] });
});

test('nothing is taken along for a file that nothing was decided about, or that is there', () => {
  const file = { id: 'f/new.jpg', hash: 'a' };
  expect(find([old, file], []).moves).toEqual([]);
  expect(find([{ ...old, state: 'ready' }, file]).moves).toEqual([]);
});

test('where several could be meant nothing is guessed', () => {
  const [one, other] = ['f/new.jpg', 'f/newer.jpg'].map((id) => ({ id, hash: 'a' }));
  expect(find([old, one!, other!])).toEqual({
    moves: [],
    unclear: [{ path: 'old.jpg', reason: expect.stringContaining('2 new files') as string }],
  });
  const { moves, unclear } = find([old, { ...old, id: 'f/old2.jpg' }, one!]);
  expect([moves, unclear.map(({ path }) => path)]).toEqual([[], ['old.jpg', 'old2.jpg']]);
});
