/** @file Filters, sorts, and that the list stays as it is until a person asks. */
import { describe, expect, it } from 'vitest';
import { GridList } from '../../../../renderer/logic/gridList';
import { LabelTable } from '../../../../renderer/logic/labels';
import type { Filter } from '../../../../renderer/logic/filter';
import { unarranged } from '../../../../renderer/logic/unarranged';
import { makeList, survey } from '../../../../renderer/logic/list';
import { RowTable } from '../../../../renderer/logic/rowTable';
import type { SortName } from '../../../../renderer/logic/sorts';
import type { Tables } from '../../../../renderer/logic/tables';
import { tally } from '../../../../renderer/logic/tally';
import { fakeDocument } from '../fake/project';
import { guessTable, rows } from '../fake/table';

/** 0 labelled A · 1 likely A · 2 doubtful B · 3 failed · 4 excluded · 5 doubtful A, narrower · 6 waiting. */
function tables(): Tables {
  const items = rows(7, { 3: { state: 'failed' }, 6: { state: 'waiting' } });
  const document = fakeDocument();
  const idOf = (row: number) => items[row]?.id ?? '';
  document.labels[idOf(0)] = { class: 'a', how: 'hand', by: 'me', at: '2026-01-01T00:00:00Z' };
  document.excluded[idOf(4)] = true;
  const labels = new LabelTable();
  labels.rebuild(items, document);
  const guesses = guessTable(
    ['a', 'b'],
    [
      {
        top: [
          [0, 0.99, 0.9],
          [1, 0.01, 0.1],
        ],
        word: 3,
      },
      {
        top: [
          [0, 0.9, 0.8],
          [1, 0.1, 0.3],
        ],
        word: 3,
      },
      {
        top: [
          [1, 0.6, 0.5],
          [0, 0.4, 0.4],
        ],
        word: 2,
      },
      { top: [] },
      {
        top: [
          [0, 0.5, 0.4],
          [1, 0.5, 0.4],
        ],
        word: 2,
      },
      {
        top: [
          [0, 0.52, 0.4],
          [1, 0.48, 0.4],
        ],
        word: 1,
      },
      { top: [] },
    ],
  );
  const table = new RowTable();
  table.take(items, items.keys(), document);
  return { items, rows: table, labels, guesses, alike: null, lastOpening: NaN };
}

const listed = (now: Tables, filter: Filter, by: SortName = 'folder', classes: string[] = []) =>
  Array.from(makeList(now, filter, { by, reversed: false }, classes));
const counted = (now: Tables, filter: Filter, list = new GridList(new Uint32Array(0), 7)) =>
  survey(now, filter, list.places);

describe('the tabs', () => {
  it.each([
    [undefined, [0, 1, 2, 3, 5, 6]],
    ['unlabelled', [1, 2, 5, 6]],
    ['labelled', [0]],
    ['doubtful', [2, 5]],
    ['failed', [3]],
    ['excluded', [4]],
  ] as const)('%s', (status, expected) => {
    const filter: Filter = status === undefined ? {} : { status };
    expect(listed(tables(), filter)).toEqual(expected);
    expect(counted(tables(), filter).tabs[status ?? 'all']).toBe(expected.length);
  });

  it.each([
    ['both', [0, 1, 5]],
    ['labelled', [0]],
    ['guessed', [1, 5]],
  ] as const)('class, %s', (part, expected) => {
    expect(listed(tables(), { class: { classes: ['a'], part } })).toEqual(expected);
  });
});

describe('sorts', () => {
  it('puts the narrowest margin first and what has none last, in the order of the folder', () => {
    expect(listed(tables(), {}, 'doubtful')).toEqual([5, 2, 1, 0, 3, 6]);
  });

  it('puts the most certain guess first', () => {
    expect(listed(tables(), { status: 'unlabelled' }, 'certain')).toEqual([1, 2, 5, 6]);
  });

  it('goes by the order of the classes', () => {
    expect(listed(tables(), {}, 'class', ['b', 'a'])).toEqual([2, 0, 1, 5, 3, 6]);
  });
});

describe('alike beside each other', () => {
  const arranged = () => ({ ...tables(), alike: Uint32Array.of(5, 0, 4, 2) });

  it('is the order that was found, and what came since lies last', () => {
    expect(listed(arranged(), {}, 'alike')).toEqual([5, 0, 2, 1, 3, 6]);
    expect(listed(tables(), {}, 'alike')).toEqual([0, 1, 2, 3, 5, 6]);
  });

  it('counts what has been read since, without what is excluded', () => {
    const read = tables().items.filter(({ state }) => state === 'ready').length;
    expect(unarranged(arranged())).toBe(read - 4);
    expect(unarranged(tables())).toBe(read - 1);
  });
});

describe('the list', () => {
  it('counts what would come and go, and stays', () => {
    const now = tables();
    const filter: Filter = { status: 'unlabelled' };
    const list = new GridList(Uint32Array.from(listed(now, filter)), 7);
    expect(counted(now, filter, list).stale).toBe(0);
    now.labels.paint([1, 2], 'a');
    expect(counted(now, filter, list).stale).toBe(2);
    expect(Array.from(list.order)).toEqual([1, 2, 5, 6]);
  });

  it('loses rows that are gone, and nothing else moves', () => {
    const list = new GridList(Uint32Array.of(3, 1, 4), 5).without([1]);
    expect(Array.from(list.order)).toEqual([3, 4]);
    expect(list.placeOf(4)).toBe(1);
    expect(list.has(1)).toBe(false);
  });

  it('takes new rows at its end, once', () => {
    const list = new GridList(Uint32Array.of(3, 1), 4).with([1, 4], 5);
    expect(Array.from(list.order)).toEqual([3, 1, 4]);
    expect(list.placeOf(4)).toBe(2);
    expect(list.placeOf(0)).toBe(-1);
  });

  it('finds the next row that is wanted, going round once', () => {
    const list = new GridList(Uint32Array.of(3, 1, 4, 0), 5);
    expect(list.next(4, (row) => row === 1)).toBe(1);
    expect(list.next(4, (row) => row === 4)).toBe(-1);
    expect(list.next(2, (row) => row > 0)).toBe(3);
  });
});

it('counts each image in one place', () => {
  const counts = tally(tables());
  expect(counts).toMatchObject({ all: 6, labelled: 1, unlabelled: 4, read: 5, unreadable: 1 });
  expect([...counts.labelledAs]).toEqual([['a', 1]]);
  expect(Object.fromEntries(counts.guessedAs)).toEqual({ a: 2, b: 1 });
});
