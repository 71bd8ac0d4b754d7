/** @file What of the images a project does not need any more: each kind of image once, with and without something said of it. */
import { expect, it } from 'vitest';
import type { ItemRow, ItemState } from '../../../../../main/contract/model';
import { unneededOf, unread } from '../../../../../main/desk/purging/unneeded';
import type { IndexEntry } from '../../../../../main/images/scanIndexFile';
import { newDocument, newFolder } from '../../../../../main/projects/document';

const label = { class: 'c', how: 'hand' as const, by: 'me', at: '2026-01-01T00:00:00.000Z' };
const box = { x: 0, y: 0, width: 0.5, height: 0.5 };
const empty = newDocument({ name: 'Pond', folders: [], now: '2026-01-01T00:00:00.000Z' });
const document = {
  ...empty,
  folders: ['f', 'away'].map((id) => ({ ...newFolder(`/${id}`), id })),
  labels: { 'f/gone, labelled': label, 'f/there': label },
  excluded: { 'f/excluded': true as const },
  boxes: { inside: { image: 'f/excluded', box } },
};

/** Item, state; the row's hash is its name, unless it is not read. */
const ROWS: [string, ItemState, string?][] = [
  ['f/there', 'ready'],
  ['f/failed', 'failed'],
  ['f/excluded', 'ready'],
  ['box:inside', 'ready'],
  ['f/gone', 'gone'],
  ['f/gone, labelled', 'gone'],
  ['away/not found', 'gone'],
  ['box:deleted', 'removed'],
  ['f/old name', 'removed', 'f/there'],
];
const rows = ROWS.map(([id, state], index) => ({
  ...{ index, id, state, folder: id.slice(0, id.indexOf('/')), box: id.startsWith('box:') ? box : null },
})) as ItemRow[];
const hash = (row: number): string | null => ROWS[row]![2] ?? ROWS[row]![0];

const entry = (folder: string, path: string, gone: boolean): IndexEntry => ({
  ...{ folder, path, size: 1, mtimeMs: 1, gone, addedAt: 0 },
  facts: { hash: `${folder}/${path}`, width: 1, height: 1, capturedAt: null, camera: null, pixelHash: null },
});
const entries = [
  entry('f', 'there', false),
  entry('f', 'gone', true),
  entry('f', 'gone, labelled', true),
  entry('away', 'not found', true),
  entry('taken out', 'any', false),
];

it('keeps what is there or cannot be looked for, and lets go of the rest', () => {
  const found = unneededOf({ document, rows, hash, entries, missing: ['away'] });
  expect(found.entries.map(({ path }) => path)).toEqual(['gone', 'any']);
  expect(found.rows).toEqual(['f/gone']);
  expect([...found.keep].sort()).toEqual(['away/not found', 'f/failed', 'f/there']);
  expect(found.unload.map((row) => rows[row]!.id)).toEqual(['f/excluded', 'box:inside']);
  expect([...found.hashes].sort()).toEqual(['box:deleted', 'f/gone', 'taken out/any']);
  expect(found.shown.has('f/gone, labelled')).toBe(true);
});

it('does not let go of a picture that is in the project under another name', () => {
  const twice = unneededOf({
    ...{ document, rows, entries, missing: [] },
    hash: (row) => (hash(row) === 'f/gone' ? 'f/there' : hash(row)),
  });
  expect(twice.keep.has('f/there')).toBe(true);
  expect([...twice.hashes]).not.toContain('f/there');
  // Now the folder is there, and its image is not.
  expect(twice.keep.has('away/not found')).toBe(false);
  expect(twice.entries.map(({ path }) => path)).toContain('not found');
});

it('counts images of which it is not known yet what is theirs', () => {
  const waiting = rows.map((row) => ({ ...row, state: 'waiting' as const }));
  expect(unread({ rows: waiting, hash: (row) => (row < 2 ? null : 'known') })).toBe(2);
  expect(unread({ rows, hash: () => null })).toBe(0);
});
