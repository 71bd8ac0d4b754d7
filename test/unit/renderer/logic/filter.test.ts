/** @file Each facet of a filter, several at once, and filters that were kept. */
import { describe, expect, it } from 'vitest';
import { keepClasses, LAST_OPENING, toggled, without, type Filter } from '../../../../renderer/logic/filter';
import { choices } from '../../../../renderer/logic/filterChoices';
import { readFilter, writeFilter } from '../../../../renderer/logic/filterRead';
import { LabelTable } from '../../../../renderer/logic/labels';
import { makeList } from '../../../../renderer/logic/list';
import { RowTable } from '../../../../renderer/logic/rowTable';
import type { SortName } from '../../../../renderer/logic/sorts';
import type { Tables } from '../../../../renderer/logic/tables';
import { fakeDocument } from '../fake/project';
import { guessTable, rows } from '../fake/table';

const LABEL = { by: 'me', at: '2026-01-01T00:00:00Z' };
const YESTERDAY = Date.parse('2026-05-03T12:00:00');

/** Fields of the rows: path, capture time, hash of the picture, when it was added. */
const FIELDS: readonly [string, string | null, string | null, number][] = [
  ['lake/north/Perch 10.jpg', '2026-05-01T08:00:00', 'aa', 1],
  ['lake/north/Perch 9.jpg', '2026-05-01T23:59:59', 'aa', 2],
  ['lake/Roach.jpg', '2026-05-02T00:00:00', 'bb', YESTERDAY + 1],
  ['lakeside/c.jpg', null, 'aa', YESTERDAY + 2],
  ['d.jpg', '2026-05-09T00:00:00', null, 5],
];

/** 0 labelled A by hand · 1 labelled B in bulk, guess A · 2 guess B .6 · 3 guess A .95 · 4 a check item, labelled A. */
function tables(): Tables {
  const items = rows(5).map((item, row) => {
    const [path = '', capturedAt = null, pixelHash = null, addedAt = 0] = FIELDS[row] ?? [];
    return { ...item, path, id: `f1/${path}`, capturedAt, pixelHash, addedAt };
  });
  const document = fakeDocument();
  const idOf = (row: number) => items[row]?.id ?? '';
  document.labels[idOf(0)] = { class: 'a', how: 'hand', ...LABEL };
  document.labels[idOf(1)] = { class: 'b', how: 'bulk', ...LABEL };
  document.labels[idOf(4)] = { class: 'a', how: 'hand', ...LABEL };
  document.roles[idOf(4)] = 'check';
  const labels = new LabelTable();
  labels.rebuild(items, document);
  const table = new RowTable();
  table.take(items, items.keys(), document);
  table.takeDuplicates([0, 1, 3]);
  const guess = (index: number, confidence: number) => ({
    top: [[index, confidence, 0.5] as [number, number, number]],
    word: 3 as const,
  });
  const guesses = guessTable(['a', 'b'], [guess(0, 0.99), guess(0, 0.7), guess(1, 0.6), guess(0, 0.95)]);
  return { items, rows: table, labels, guesses, alike: null, lastOpening: YESTERDAY };
}

const listed = (filter: Filter, by: SortName = 'folder', reversed = false) =>
  Array.from(makeList(tables(), filter, { by, reversed }, ['a', 'b']));

describe('facets', () => {
  it.each<[string, Filter, number[]]>([
    ['one class', { class: { classes: ['a'], part: 'both' } }, [0, 3, 4]],
    ['either of two classes', { class: { classes: ['a', 'b'], part: 'guessed' } }, [2, 3]],
    ['a guess, whatever the label', { guess: ['a'] }, [0, 1, 3]],
    ['a range of confidence, both ends in it', { confidence: { from: 0.6, to: 0.95 } }, [1, 2, 3]],
    ['what shows the same as another, as main says', { duplicates: true }, [0, 1, 3]],
    ['for checking', { role: 'check' }, [4]],
    ['for learning', { role: 'learn' }, [0, 1, 2, 3]],
    ['how labelled', { how: ['bulk', 'imported'] }, [1]],
    ['new since the last opening', { added: LAST_OPENING }, [2, 3]],
    ['new since a day', { added: '2026-05-04' }, []],
    [
      'captured on one day, to its last second',
      { captured: { from: '2026-05-01', to: '2026-05-01' } },
      [0, 1],
    ],
    ['captured from a day on', { captured: { from: '2026-05-02', to: null } }, [2, 4]],
    ['a folder with what is below it, and not its namesake', { folder: 'f1/lake' }, [0, 1, 2]],
    ['the root folder', { folder: 'f1/' }, [0, 1, 2, 3, 4]],
    ['letters of the path, whatever their case', { text: 'PERCH' }, [0, 1]],
    ['images', { kind: 'image' }, [0, 1, 2, 3, 4]],
    ['boxes', { kind: 'box' }, []],
    ['rows found elsewhere', { set: { key: 'map', title: 'Lasso', rows: Uint32Array.of(4, 2) } }, [2, 4]],
    ['several at once', { guess: ['a'], status: 'labelled', text: '9' }, [1]],
  ])('%s', (_, filter, expected) => expect(listed(filter)).toEqual(expected));

  it('asks for no percentage where none may be said', () => {
    const now = { ...tables(), guesses: guessTable(['a'], [{ top: [[0, 0.9, 0.9]] }], null) };
    const filter: Filter = { confidence: { from: 0, to: 1 } };
    expect(makeList(now, filter, { by: 'folder', reversed: false }, [])).toHaveLength(0);
  });
});

describe('orders', () => {
  it.each<[SortName, number[]]>([
    ['name', [3, 4, 1, 0, 2]],
    ['captured', [0, 1, 2, 4, 3]],
    ['newest', [3, 2, 4, 1, 0]],
  ])('%s', (by, expected) => expect(listed({}, by)).toEqual(expected));

  it('keeps what has no value last when it is reversed', () => {
    expect(listed({}, 'captured', true)).toEqual([4, 2, 1, 0, 3]);
  });

  it('is that of a search where there is one', () => {
    const set = { key: 'similar', title: 'Similar', rows: Uint32Array.of(4, 0, 2) };
    expect(listed({ set }, 'found')).toEqual([4, 0, 2]);
  });
});

it('counts what there is to choose, folders with what is below them', () => {
  const found = choices(tables());
  expect(Object.fromEntries(found.class)).toEqual({ a: 3, b: 2 });
  expect(Object.fromEntries(found.guess)).toEqual({ a: 3, b: 1 });
  expect(Object.fromEntries(found.how)).toEqual({ hand: 2, bulk: 1 });
  expect([...found.folder]).toEqual([
    ['f1/', 5],
    ['f1/lake', 3],
    ['f1/lake/north', 2],
    ['f1/lakeside', 1],
  ]);
  expect(found).toMatchObject({
    check: 1,
    boxes: 0,
    captured: 4,
    added: 2,
    percentages: true,
  });
});

describe('a filter', () => {
  it('takes values in and out', () => {
    expect(toggled(undefined, 'a')).toEqual(['a']);
    expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
    expect(toggled(['a'], 'a')).toBeUndefined();
    expect(without({ text: 'a', duplicates: true }, 'text')).toEqual({ duplicates: true });
  });

  it('forgets classes that are gone', () => {
    const filter: Filter = { class: { classes: ['a', 'b'], part: 'both' }, guess: ['b'] };
    expect(keepClasses(filter, (id) => id === 'a')).toEqual({ class: { classes: ['a'], part: 'both' } });
    expect(keepClasses(filter, () => true)).toBe(filter);
  });

  it('comes back from the disk as it was, but for rows that were found', () => {
    const filter: Filter = {
      status: 'doubtful',
      class: { classes: ['a'], part: 'guessed' },
      confidence: { from: 0.2, to: 0.8 },
      how: ['hand'],
      added: LAST_OPENING,
      captured: { from: '2026-05-01', to: null },
      folder: 'f1/lake',
      duplicates: true,
      text: 'perch',
    };
    const set = { key: 'map', title: 'Lasso', rows: Uint32Array.of(1) };
    expect(readFilter(JSON.parse(JSON.stringify(writeFilter({ ...filter, set }))))).toEqual(filter);
  });

  it.each<unknown>([
    null,
    'unlabelled',
    [{ status: 'doubtful' }],
    { status: 'lost', class: { classes: 'a', part: 'both' }, guess: [], how: ['magic'], kind: 'frame' },
    {
      confidence: { from: 0.9, to: 0.1 },
      captured: { from: 'May' },
      added: 7,
      folder: '',
      duplicates: 'yes',
    },
    { set: { key: 'map', rows: [1] }, toString: 'x', __proto__: { status: 'doubtful' } },
  ])('is empty for %j', (stored) => expect(readFilter(stored)).toEqual({}));
});
