/** @file Sets of images that show the same: what is shown of them, and the one command each action is. */
import { describe, expect, it } from 'vitest';
import {
  groupThem,
  keepOne,
  labelAll,
  shownSet,
  type ShownSet,
} from '../../../../renderer/logic/duplicateSets';
import { fakeDocument } from '../fake/project';
import { rows } from '../fake/table';

const HASHES = ['0000000000000000', '0000000000000001', '0000000000000003', '000000000000000f'];
const items = rows(4, Object.fromEntries(HASHES.map((pixelHash, i) => [i, { pixelHash }])));
const ids = items.map(({ id }) => id);
const SET = { rows: [0, 1, 2, 3], distances: [0, 1, 2, 4], same: [true, true, false, false] };
const label = (name: string) => ({
  class: name,
  how: 'hand' as const,
  by: 'me',
  at: '2026-01-01T00:00:00.000Z',
});
const classes = ['perch', 'roach'].map((id, colour) => ({
  ...{ id, colour, name: id, key: null, kind: 'class' as const },
}));
const document = (about = {}) => ({ ...fakeDocument(), classes, ...about });

function shown(about = {}, kept?: number): ShownSet {
  const set = shownSet(SET, items, document(about), kept);
  if (!set) throw new Error('nothing is left of the set');
  return set;
}

describe('what is shown', () => {
  it('is how far each is from the one that is kept, whichever that is', () => {
    expect(shown().members.map(({ distance }) => distance)).toEqual([0, 1, 2, 4]);
    const other = shown({}, 2);
    expect(other.members.map(({ distance, kept }) => [distance, kept])).toEqual([
      [2, false],
      [1, false],
      [0, true],
      [2, false],
    ]);
    expect(other.members.map(({ same }) => same)).toEqual([false, false, false, false]);
    expect(shown({}, 1).members.map(({ same }) => same)).toEqual([true, true, false, false]);
  });

  it('is what was not excluded; another is kept where the kept one was, and one alone is no set', () => {
    const [first = '', second = '', third = ''] = ids;
    const out = { [first]: true as const };
    expect(shown({ excluded: out }).kept).toBe(1);
    const most = { ...out, [second]: true as const, [third]: true as const };
    expect(shownSet(SET, items, document({ excluded: most }), undefined)).toBeNull();
  });
});

describe('actions', () => {
  it('keep one: the others are excluded', () => {
    expect(keepOne([shown({}, 3)])).toEqual({
      name: 'setExcluded',
      images: ids.slice(0, 3),
      excluded: true,
    });
  });

  it('label: all get the label that there is', () => {
    const about = { labels: { [ids[1] ?? '']: label('perch') } };
    expect(shown(about)).toMatchObject({ class: 'perch', conflict: [], unlabelled: 3 });
    const command = labelAll([shown(about)], document(about));
    expect(command).toEqual({
      ...{ name: 'labelMany', how: 'bulk' },
      labels: [{ class: 'perch', items: [ids[0], ids[2], ids[3]] }],
    });
  });

  it('label: where they differ nothing is done, and it is said', () => {
    const about = { labels: { [ids[0] ?? '']: label('perch'), [ids[1] ?? '']: label('roach') } };
    expect(shown(about)).toMatchObject({ class: null, conflict: ['perch', 'roach'] });
    expect(labelAll([shown(about)], document(about))).toBeNull();
  });

  it('label: a check item neither passes its label on nor is given one', () => {
    const [first = '', second = ''] = ids;
    const about = { labels: { [first]: label('perch') }, roles: { [first]: 'check' as const } };
    expect(shown(about)).toMatchObject({ class: null, unlabelled: 3 });
    const other = { labels: { [second]: label('perch') }, roles: { [first]: 'check' as const } };
    expect(labelAll([shown(other)], document(other))).toMatchObject({
      labels: [{ class: 'perch', items: [ids[2], ids[3]] }],
    });
  });

  it('group: they become one, or join the one that there is', () => {
    expect(groupThem([shown()], document())).toMatchObject({ name: 'setGroups', groups: [{ items: ids }] });
    const about = { groups: { [ids[2] ?? '']: 'burst' } };
    expect(groupThem([shown(about)], document(about))).toEqual({
      name: 'setGroups',
      groups: [{ group: 'burst', items: ids }],
    });
    const all = { groups: Object.fromEntries(ids.map((id) => [id, 'burst'])) };
    expect(groupThem([shown(all)], document(all))).toBeNull();
  });
});
