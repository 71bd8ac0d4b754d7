/** @file Commands that say many things in one step: mixed guesses, imports, bursts, copied boxes, moved files. */
import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../main/projects/commands';
import { parseCommand } from '../../../../main/projects/commands';
import { canonical } from '../../../../main/projects/document';
import { applyPatches } from '../../../../main/projects/patches';
import { reduce } from '../../../../main/projects/reduce';
import type { ProjectDocument } from '../../../../main/projects/schema';
import { classOf, folderAt, importing, labelAs, smallDocument } from './support';

const at = '2026-11-24T09:00:00.000Z';
const whole = { x: 0, y: 0, width: 1, height: 1 };

/** Carries commands out one after the other, each back and forth once; the titles tell what happened. */
function run(document: ProjectDocument, ...commands: Command[]): string[] {
  return commands.map((command) => {
    const before = canonical(document);
    const change = reduce(document, parseCommand(command), { by: 'annotator', now: at });
    applyPatches(document, change.patches);
    applyPatches(document, change.inverse);
    expect(canonical(document)).toBe(before);
    applyPatches(document, change.patches);
    return change.title;
  });
}

const refused = (document: ProjectDocument, command: Command) => expect(() => run(document, command));

describe('labelMany', () => {
  const accept = (...labels: { class: string; items: string[] }[]): Command => ({
    ...{ name: 'labelMany', how: 'bulk', labels },
  });

  it('accepts guesses of several classes in one step', () => {
    const document = smallDocument();
    const mixed = accept(
      { class: 'pike', items: ['f/a.jpg'] },
      { class: 'perch', items: ['f/b.jpg', 'f/c.jpg'] },
    );
    expect(run(document, mixed, { ...mixed, how: 'hand' } as Command)).toEqual([
      'Accept 3 guesses',
      'Give 3 labels of 2 classes',
    ]);
    expect(document.labels['f/c.jpg']).toEqual({ class: 'perch', how: 'hand', by: 'annotator', at });
  });

  it('refuses an item twice, check images and excluded ones, and then labels nothing', () => {
    const document = smallDocument();
    run(document, { name: 'setRole', items: ['f/c.jpg'], role: 'check' });
    run(document, { name: 'setExcluded', images: ['f/d.jpg'], excluded: true });
    const twice = accept({ class: 'pike', items: ['f/a.jpg'] }, { class: 'perch', items: ['f/a.jpg'] });
    refused(document, twice).toThrow('f/a.jpg was given two labels. Nothing was changed');
    refused(document, accept({ class: 'pike', items: ['f/c.jpg'] })).toThrow('check image');
    refused(document, accept({ class: 'pike', items: ['f/d.jpg'] })).toThrow('excluded');
    refused(document, accept({ class: 'eel', items: ['f/a.jpg'] })).toThrow('no longer there');
    expect(document.labels).toEqual({});
  });
});

describe('import', () => {
  it('brings classes and labels at once and leaves labels that are there', () => {
    const document = smallDocument();
    run(document, labelAs('pike', 'a'));
    const command = importing({
      source: 'folder',
      classes: [classOf('eel')],
      labels: [{ class: 'eel', items: ['f/a.jpg', 'f/eel/b.jpg', 'f/eel/c.jpg'] }],
    });
    expect(run(document, command)).toEqual(["Take 2 labels in 1 class from the folders' names"]);
    expect(document.labels['f/a.jpg']?.class).toBe('pike');
    expect(document.labels['f/eel/b.jpg']).toEqual({ class: 'eel', how: 'folder', by: 'annotator', at });
    const labels = [...command.labels, { class: 'pike', items: ['f/a.jpg'] }];
    refused(document, { ...command, classes: [], labels }).toThrow('two entries of labels');
  });

  const everything = importing({
    boxes: [{ id: 'b1', image: 'f/a.jpg', box: whole }],
    labels: [{ class: 'perch', items: ['box:b1', 'f/b.jpg'], how: 'hand' }],
    groups: [{ group: 'night 1', items: ['f/a.jpg'] }],
    places: [{ place: 'pond', items: ['f/a.jpg', 'f/b.jpg'] }],
    times: [{ time: '2026-05-01T23:59:59', items: ['f/a.jpg'] }],
    roles: [{ role: 'check', items: ['f/b.jpg'] }],
  });

  it('takes boxes with their labels, groups, places, times and roles, and says how many', () => {
    const document = smallDocument();
    expect(run(document, everything)).toEqual([
      'Import 2 labels in 1 class, 1 box, 1 group entry, 2 places, 1 time, 1 role from labels.csv',
    ]);
    expect(document.labels['box:b1']).toEqual({ class: 'perch', how: 'hand', by: 'annotator', at });
    expect(document).toMatchObject({
      places: { 'f/a.jpg': 'pond' },
      times: { 'f/a.jpg': '2026-05-01T23:59:59' },
      roles: { 'f/b.jpg': 'check' },
    });
    expect(run(document, everything)).toEqual(['Import 0 classes from labels.csv']);
  });

  it('replaces what was said before only where it is asked to', () => {
    const document = smallDocument();
    run(document, everything);
    const other = importing({
      labels: [{ class: 'pike', items: ['f/b.jpg'] }],
      places: [{ place: 'lake', items: ['f/b.jpg'] }],
      roles: [{ role: 'learn', items: ['f/b.jpg'] }],
    });
    expect(run(document, other)).toEqual(['Import 0 classes from labels.csv']);
    expect(run(document, { ...other, replace: true })).toEqual([
      'Import 1 label in 1 class, 1 place, 1 role from labels.csv',
    ]);
    expect(document.labels['f/b.jpg']).toMatchObject({ class: 'pike', how: 'imported' });
    expect([document.places['f/b.jpg'], document.roles]).toEqual(['lake', {}]);
  });

  it('gives excluded images no label, and refuses a day that no calendar has', () => {
    const document = smallDocument();
    run(document, { name: 'setExcluded', images: ['f/a.jpg'], excluded: true });
    run(document, importing({ labels: [{ class: 'pike', items: ['f/a.jpg'] }] }));
    expect(document.labels).toEqual({});
    for (const time of [
      '2026-02-30T10:00:00',
      '2026-05-01T24:00:00',
      '2026-05-01 10:00:00',
      '2026-05-01T10:00:00Z',
    ])
      refused(document, importing({ times: [{ time, items: ['f/a.jpg'] }] })).toThrow('not understood');
  });
});

it('groups bursts in one step', () => {
  const document = smallDocument();
  const groups = [
    { group: 'burst 1', items: ['f/a.jpg', 'f/b.jpg'] },
    { group: 'burst 2', items: ['f/c.jpg'] },
  ];
  expect(
    run(
      document,
      { name: 'setGroups', groups },
      { name: 'setGroups', groups: [{ group: null, items: ['f/c.jpg'] }] },
    ),
  ).toEqual(['Put 3 images in 2 groups', 'Ungroup 1 image']);
  expect(document.groups).toEqual({ 'f/a.jpg': 'burst 1', 'f/b.jpg': 'burst 1' });
  const twice = [...groups, { group: null, items: ['f/a.jpg'] }];
  refused(document, { name: 'setGroups', groups: twice }).toThrow('two groups');
});

describe('copyBoxes', () => {
  const draw: Command = { name: 'setBox', id: 'b1', image: 'f/1.jpg', box: whole };
  const copy = (...boxes: object[]): Command => ({ name: 'copyBoxes', boxes }) as Command;
  const second = { id: 'b2', image: 'f/2.jpg', box: { ...whole, width: 0.5 }, from: 'b1' };

  it('says of the copies what is said of the originals', () => {
    const document = smallDocument();
    const items = ['box:b1'];
    run(document, draw, labelAs('pike', 'box:b1'), { name: 'setGroup', items, group: 'burst' });
    run(document, { name: 'setRole', items, role: 'check' });
    expect(run(document, copy(second))).toEqual(['Copy 1 box']);
    expect(document.boxes['b2']).toEqual({ image: 'f/2.jpg', box: second.box });
    expect(document.labels['box:b2']).toMatchObject({ class: 'pike', how: 'hand' });
    expect([document.groups['box:b2'], document.roles['box:b2']]).toEqual(['burst', 'check']);
  });

  it('refuses boxes that are gone, ids that are taken, excluded images', () => {
    const document = smallDocument();
    refused(document, copy(second)).toThrow('no longer there');
    run(document, draw);
    refused(document, copy({ ...second, id: 'b1' })).toThrow('there already');
    refused(document, copy(second, second)).toThrow('two shapes');
    run(document, { name: 'setExcluded', images: ['f/2.jpg'], excluded: true });
    refused(document, copy(second)).toThrow('excluded');
  });
});

describe('moveItems', () => {
  const move = (...moves: [string, string][]): Command => ({
    ...{
      name: 'moveItems',
      moves: moves.map(([from, to]) => ({ from: `f/${from}.jpg`, to: `f/${to}.jpg` })),
    },
  });

  it('takes everything that was said about an image to its new name', () => {
    const document = smallDocument();
    const items = ['f/a.jpg'];
    run(document, labelAs('pike', 'a'), { name: 'setGroup', items, group: 'burst' });
    run(
      document,
      importing({ places: [{ place: 'pond', items }], times: [{ time: '2026-05-01T10:00:00', items }] }),
    );
    run(
      document,
      { name: 'setRole', items, role: 'check' },
      { name: 'setExcluded', images: items, excluded: true },
    );
    run(document, { name: 'setBox', id: 'b', image: 'f/a.jpg', box: whole });
    const expected = canonical(document).replaceAll('f/a.jpg', 'f/x/a.jpg');
    expect(run(document, move(['a', 'x/a']))).toEqual(['Move 1 image to its new place']);
    expect(canonical(document)).toBe(expected);
  });

  it('swaps and shifts names', () => {
    const document = smallDocument();
    run(document, labelAs('pike', '1'), labelAs('perch', '2'));
    run(document, move(['1', '2'], ['2', '3'], ['3', '1']));
    expect(Object.entries(document.labels).map(([item, { class: id }]) => [item, id])).toEqual([
      ['f/2.jpg', 'pike'],
      ['f/3.jpg', 'perch'],
    ]);
  });

  it('loses nothing: a name about which something was said is not taken', () => {
    const document = smallDocument();
    run(document, labelAs('pike', 'a'), labelAs('perch', 'b'));
    refused(document, move(['a', 'b'])).toThrow('decided about f/b.jpg already');
    refused(document, move(['a', 'c'], ['b', 'c'])).toThrow('two old names');
    refused(document, move(['a', 'c'], ['a', 'd'])).toThrow('two new names');
    refused(document, { name: 'moveItems', moves: [{ from: 'f/a.jpg', to: 'g/a.jpg' }] }).toThrow(
      'does not belong',
    );
  });
});

it('finds a folder at its new place, never in or around another', () => {
  const document = smallDocument();
  run(document, { name: 'addFolder', folder: folderAt('g', '/other') }, labelAs('pike', 'a'));
  const set = (changes: object): Command => ({ name: 'setFolder', id: 'f', changes });
  refused(document, set({ path: '/other/photos' })).toThrow('are in the project already');
  expect(run(document, set({ path: '/media/photos' }), set({ subfolders: 'places' }))).toEqual([
    'Look for photos in /media/photos',
    'Take the subfolders of photos as places',
  ]);
  expect(document.folders[0]).toEqual({ ...folderAt('f', '/media/photos'), subfolders: 'places' });
  expect(Object.keys(document.labels)).toEqual(['f/a.jpg']);
});
