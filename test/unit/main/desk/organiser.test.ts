/** @file What may be a duplicate or be drawn for the check, and that a draw is one command. */
import { describe, expect, test } from 'vitest';
import { Organiser } from '../../../../main/desk/organiser';
import type { Command } from '../../../../main/projects/commands';
import { newDocument } from '../../../../main/projects/document';
import { row } from '../organise/rows';

const HASH = '9f3c5a7716e2b084';
const folder = (id: string, purpose: 'label' | 'classify') => ({
  ...{ id, purpose, path: `/${id}`, subfolders: 'plain' as const },
});
const folders = [folder('f1', 'label'), folder('new', 'classify')];
const document = {
  ...newDocument({ name: 'Pond', folders, now: '2026-01-01T00:00:00.000Z' }),
  excluded: { 'f1/out.jpg': true as const },
};
const names = ['a.jpg', 'b.jpg', 'out.jpg', 'gone.jpg', 'c.jpg'];
const rows = [
  ...names.map((path, index) => ({
    ...row(index, { path, pixelHash: HASH }),
    state: path === 'gone.jpg' ? 'gone' : 'ready',
    box: null,
  })),
  { ...row(5, { path: 'd.jpg', folder: 'new', pixelHash: HASH }), state: 'ready', box: null },
];

function organiser(about: object = {}) {
  const applied: Command[] = [];
  const apply = (command: Command) => {
    applied.push(command);
    return Promise.resolve({ revision: 1, patches: [], undo: null, redo: null });
  };
  const store = { document: { ...document, ...about }, apply };
  const parts = [store, { items: { rows, hash: () => null } }] as unknown as ConstructorParameters<
    typeof Organiser
  >;
  return { applied, organiser: new Organiser(...parts) };
}

describe('duplicates', () => {
  const options = { distance: 4, minutes: 10 };

  test('are looked for among images that are there, take part, and are in a folder to label', async () => {
    const sets = await organiser().organiser.duplicates(options);
    expect(sets?.map((set) => set.rows)).toEqual([[0, 1, 4]]);
  });
});

test('rows of the facet are those of the sets that a search begins with', async () => {
  expect(await organiser().organiser.duplicateRows()).toEqual(Uint32Array.of(0, 1, 4));
});

describe('the draw', () => {
  test('is one command, the same for the same seed', async () => {
    const { applied, organiser: one } = organiser();
    const draw = await one.drawCheck(2, 7);
    expect(draw).toMatchObject({ drawn: 2, seed: 7 });
    await one.drawCheck(2, 7);
    expect(applied[0]).toEqual(applied[1]);
    expect(applied[0]).toMatchObject({ name: 'setRole', role: 'check', seed: 7 });
    const { items } = applied[0] as { items: string[] };
    expect(items.every((item) => ['f1/a.jpg', 'f1/b.jpg', 'f1/c.jpg'].includes(item))).toBe(true);
  });

  test('gives what there is where more are asked for, and a seed by which it can be repeated', async () => {
    const { applied, organiser: one } = organiser();
    const { drawn, seed } = await one.drawCheck(100, null);
    expect(drawn).toBe(3);
    await one.drawCheck(100, seed);
    expect(applied[1]).toEqual(applied[0]);
  });

  test('from nothing is refused with what to do', async () => {
    const roles = { 'f1/a.jpg': 'check', 'f1/b.jpg': 'check', 'f1/c.jpg': 'check' };
    await expect(organiser({ roles }).organiser.drawCheck(5, 1)).rejects.toThrow('nothing to draw from');
  });
});
