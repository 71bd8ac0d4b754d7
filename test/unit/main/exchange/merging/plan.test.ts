/** @file Taking over another person's labels: what comes, what is the same, what is asked about, what has no place. */
import { describe, expect, it } from 'vitest';
import { conflictsCsv, unmatchedCsv } from '../../../../../main/exchange/merging/report';
import { readCsv } from '../../../../../main/exchange/read/csv/csv';
import type { Command } from '../../../../../main/projects/commands';
import { folderOf, mine, Person, planOf, take } from './support';

const anna = () => new Person('anna', [folderOf('f', '/home/anna/Pond')]).class('pike', 'Pike', { key: '1' });
const ben = () => new Person('ben', [folderOf('g', '/media/ben/Pond')]).class('hecht', 'pike ', { key: 'p' });
const IMAGES = ['f/a.jpg', 'f/b.jpg', 'f/c.jpg', 'f/d.jpg'];
const box = { x: 0.1, y: 0.1, width: 0.5, height: 0.5 };

describe('labels', () => {
  it('that only the other gave come with who gave them, when and how; classes are found by their name', () => {
    const [me, them] = [anna(), ben()];
    me.label('pike', 'f/a.jpg');
    them
      .class('eel', 'Eel', { colour: 7, key: 'e' })
      .label('hecht', 'g/a.jpg', 'g/b.jpg')
      .label('eel', 'g/c.jpg');
    const plan = planOf(mine(me, ...IMAGES), them);
    expect(plan.facts).toMatchObject({
      ...{ newClasses: ['Eel'], same: 1, conflicts: [], people: ['ben'], taken: { label: 2 } },
      images: { matched: 3, byContent: 0 },
    });
    expect(take(me, plan)).toBe('Take over 2 labels from ben’s fishes');
    const eel = me.document.classes[1]!;
    expect(eel).toMatchObject({ name: 'Eel', colour: 7, key: 'e' });
    expect(me.document.labels).toMatchObject({
      'f/a.jpg': { class: 'pike', by: 'anna' },
      'f/b.jpg': { class: 'pike', by: 'ben', at: '2026-11-24T09:03:00.000Z', how: 'hand' },
      'f/c.jpg': { class: eel.id, by: 'ben' },
    });
    expect(planOf(mine(me, ...IMAGES), them).command(new Set())).toBeNull();
  });

  it('that differ are a conflict, in which this project’s stays unless theirs is chosen', () => {
    const [me, them] = [anna(), ben()];
    me.label('pike', 'f/a.jpg', 'f/b.jpg');
    them.class('eel', 'Eel').label('eel', 'g/b.jpg', 'g/a.jpg');
    const plan = planOf(mine(me, ...IMAGES), them);
    expect(plan.facts.conflicts).toMatchObject([
      { row: 0, fact: 'label', mine: { label: 'Pike', by: 'anna' }, theirs: { label: 'Eel', by: 'ben' } },
      { row: 1, fact: 'label' },
    ]);
    take(me, plan, 1);
    const eel = me.document.classes[1]!.id;
    expect(me.document.labels['f/a.jpg']).toMatchObject({ class: 'pike', by: 'anna' });
    expect(me.document.labels['f/b.jpg']).toMatchObject({ class: eel, by: 'ben' });
    expect(
      conflictsCsv(plan, new Set([1]))
        .split('\n')
        .slice(1, 3),
    ).toEqual([
      'a.jpg,label,Pike,anna,2026-11-24T09:02:00.000Z,Eel,ben,2026-11-24T09:03:00.000Z,mine',
      'b.jpg,label,Pike,anna,2026-11-24T09:02:00.000Z,Eel,ben,2026-11-24T09:03:00.000Z,theirs',
    ]);
  });

  it('get a free colour and key where theirs are taken here', () => {
    const [me, them] = [anna(), ben()];
    them.class('eel', 'Eel', { colour: 0, key: '1' }).label('eel', 'g/a.jpg');
    take(me, planOf(mine(me, ...IMAGES), them));
    expect(me.document.classes[1]).toMatchObject({ colour: 1, key: '2' });
  });
});

describe('items of a check', () => {
  const check = (item: string): Command => ({ name: 'setRole', items: [item], role: 'check' });

  it('here never learn by themselves: a label for learning is asked about, also where there is none', () => {
    const [me, them] = [anna().do(check('f/a.jpg'), check('f/b.jpg')), ben()];
    me.label('pike', 'f/b.jpg');
    them.label('hecht', 'g/a.jpg', 'g/b.jpg');
    const plan = planOf(mine(me, ...IMAGES), them);
    expect(plan.facts.taken).toMatchObject({ label: 0, role: 0 });
    expect(plan.facts.conflicts).toMatchObject([
      { row: 0, fact: 'role', mine: { check: true, label: null }, theirs: { check: false, label: 'Pike' } },
      { row: 1, fact: 'role', mine: { check: true, label: 'Pike' } },
    ]);
    expect(take(me, plan)).toBeNull();
    take(me, plan, 0);
    expect(me.document.roles).toEqual({ 'f/b.jpg': 'check' });
    expect(me.document.labels['f/a.jpg']).toMatchObject({ by: 'ben' });
    expect(conflictsCsv(plan, new Set())).toContain('a.jpg,role,check,,,learn: Pike,ben,');
  });

  it('there are asked about where this project learns from them, and bring their own label or none', () => {
    const [me, them] = [anna(), ben().do(check('g/a.jpg'), check('g/b.jpg'), check('g/c.jpg'))];
    me.label('pike', 'f/a.jpg', 'f/b.jpg');
    them.label('hecht', 'g/a.jpg', 'g/c.jpg');
    const plan = planOf(mine(me, ...IMAGES), them);
    expect(plan.facts.conflicts.map(({ fact }) => fact)).toEqual(['role', 'role']);
    expect(plan.facts.taken).toMatchObject({ role: 1, label: 1 });
    take(me, plan, 0, 1);
    expect(me.document.roles).toEqual({ 'f/a.jpg': 'check', 'f/b.jpg': 'check', 'f/c.jpg': 'check' });
    expect(me.document.labels['f/a.jpg']).toMatchObject({ by: 'ben' });
    expect(me.document.labels['f/b.jpg']).toBeUndefined();
  });
});

describe('everything else', () => {
  it('comes where nothing was said here, and is asked about where it differs', () => {
    const said = (item: string, where: string): Command => ({
      ...{ name: 'import', source: 'file', from: 'x.csv', classes: [], boxes: [], labels: [], roles: [] },
      ...{ groups: [], replace: false, places: [{ place: where, items: [item] }] },
      times: [{ time: `2026-05-0${where.length}T10:00:00`, items: [item] }],
    });
    const [me, them] = [anna(), ben()];
    me.do(said('f/a.jpg', 'north'), said('f/b.jpg', 'west'));
    them.do(said('g/a.jpg', 'north'), said('g/b.jpg', 'below'), said('g/c.jpg', 'east'));
    const plan = planOf(mine(me, ...IMAGES), them);
    expect(plan.facts.taken).toMatchObject({ place: 1, time: 1 });
    expect(plan.facts.conflicts.map(({ row, fact, theirs }) => [row, fact, theirs.text])).toEqual([
      [1, 'place', 'below'],
      [1, 'time', '2026-05-05T10:00:00'],
    ]);
    take(me, plan, 1);
    expect(me.document.places).toEqual({ 'f/a.jpg': 'north', 'f/b.jpg': 'west', 'f/c.jpg': 'east' });
    expect(me.document.times['f/b.jpg']).toBe('2026-05-05T10:00:00');
  });

  it('groups are the same where they hold the same, whatever they are called', () => {
    const group = (name: string, ...items: string[]): Command => ({ name: 'setGroup', items, group: name });
    const [me, them] = [anna(), ben()];
    me.do(group('one', 'f/a.jpg', 'f/b.jpg'), group('two', 'f/c.jpg'));
    them.do(group('eins', 'g/a.jpg', 'g/b.jpg'), group('zwei', 'g/c.jpg', 'g/d.jpg'));
    const plan = planOf(mine(me, ...IMAGES), them);
    expect(plan.facts.conflicts).toMatchObject([
      { row: 2, fact: 'group', mine: { text: 'two' }, theirs: { text: 'zwei' } },
    ]);
    expect(plan.facts.taken.group).toBe(1);
  });

  it('images that one took out and the other labelled are asked about; others are taken out here too', () => {
    const out = (item: string): Command => ({ name: 'setExcluded', images: [item], excluded: true });
    const [me, them] = [anna(), ben()];
    me.label('pike', 'f/a.jpg').do(out('f/b.jpg'));
    them.label('hecht', 'g/b.jpg').do(out('g/a.jpg'), out('g/c.jpg'));
    const plan = planOf(mine(me, ...IMAGES), them);
    expect(plan.facts.conflicts.map(({ row, fact }) => [row, fact])).toEqual([
      [0, 'excluded'],
      [1, 'excluded'],
    ]);
    expect(plan.facts.taken).toMatchObject({ excluded: 1, label: 1 });
    take(me, plan, 1);
    expect(Object.keys(me.document.excluded)).toEqual(['f/c.jpg']);
    expect(me.document.labels['f/b.jpg']).toMatchObject({ by: 'ben' });
  });
});

describe('boxes', () => {
  const draw = (id: string, image: string, shape = box): Command => ({
    name: 'setBox',
    id,
    image,
    box: shape,
  });

  it('of one rectangle are one, within a thousandth of the side; others are new', () => {
    const [me, them] = [anna().do(draw('b1', 'f/a.jpg')), ben()];
    me.label('pike', 'box:b1');
    const near = { ...box, x: box.x + 0.0009 };
    const far = { ...box, x: box.x + 0.002 };
    them.do(draw('c1', 'g/a.jpg', near), draw('c2', 'g/a.jpg', far)).label('hecht', 'box:c1', 'box:c2');
    const plan = planOf(mine(me, ...IMAGES), them);
    expect(plan.facts).toMatchObject({ same: 1, taken: { boxes: 1, label: 1 }, conflicts: [] });
    expect(take(me, plan)).toBe('Take over 1 label from ben’s fishes');
    expect(me.document.boxes['c2']).toEqual({ image: 'f/a.jpg', box: far });
    expect(me.document.labels['box:c2']).toMatchObject({ class: 'pike', by: 'ben' });
    expect(planOf(mine(me, ...IMAGES), them).command(new Set())).toBeNull();
  });

  it('of one origin that somebody moved since are asked about, and a taken id is not used twice', () => {
    const me = anna().do(draw('b1', 'f/a.jpg'), draw('b2', 'f/b.jpg'));
    const them = new Person('ben', [folderOf('f', '/media/ben/Pond')]).class('pike', 'Pike');
    const moved = { ...box, width: 0.3 };
    them.do(draw('b1', 'f/a.jpg', moved), draw('b2', 'f/c.jpg')).label('pike', 'box:b1');
    const plan = planOf(mine(me, ...IMAGES), them);
    expect(plan.facts.conflicts).toMatchObject([
      { fact: 'box', mine: { box }, theirs: { box: moved, label: 'Pike' } },
    ]);
    take(me, plan, 0);
    expect(me.document.boxes['b1']!.box).toEqual(moved);
    expect(me.document.boxes['b2']!.image).toBe('f/b.jpg');
    expect(Object.values(me.document.boxes).filter(({ image }) => image === 'f/c.jpg')).toHaveLength(1);
  });
});

describe('what belongs to no image of this project', () => {
  it('is counted, listed with its reason, and kept in a table that can be imported later', () => {
    const [me, them] = [anna(), ben()];
    them
      .label('hecht', 'g/a.jpg', 'g/x, y.jpg')
      .do(
        { name: 'setBox', id: 'c1', image: 'g/z.jpg', box },
        { name: 'setGroup', items: ['box:c1'], group: 'burst' },
      );
    const plan = planOf(mine(me, ...IMAGES), them);
    expect(plan.facts.unmatched).toEqual({
      ...{ items: 2, labels: 1 },
      examples: [
        { path: 'z.jpg', label: null, reason: 'missing' },
        { path: 'x, y.jpg', label: 'Pike', reason: 'missing' },
      ],
    });
    const read = readCsv(unmatchedCsv(plan));
    expect(read.problems).toEqual([]);
    expect(read.records).toMatchObject([
      { paths: ['z.jpg'], group: 'burst', box: { x: 0.1, y: 0.1, width: 0.5, height: 0.5 } },
      { paths: ['x, y.jpg'], label: 'Pike' },
    ]);
  });
});

describe('agreement', () => {
  it('counts what both labelled by themselves, not what one has from the other', () => {
    const me = anna().class('eel', 'Eel').label('pike', 'f/a.jpg', 'f/b.jpg');
    const them = new Person('ben', [], me.document);
    me.label('pike', 'f/c.jpg', 'f/d.jpg');
    them.label('pike', 'f/c.jpg').label('eel', 'f/d.jpg', 'f/b.jpg');
    const { agreement, same, conflicts } = planOf(mine(me, ...IMAGES), them).facts;
    expect(agreement).toEqual({ both: 3, same: 1, kappa: null });
    expect([same, conflicts.length]).toEqual([2, 2]);
  });
});

it('refuses more classes than a project can hold', () => {
  const [me, them] = [anna(), ben()];
  for (let i = 0; i < 999; i++)
    me.document.classes.push({ ...me.document.classes[0]!, id: `k${i}`, name: `k ${i}`, key: null });
  them.class('eel', 'Eel');
  expect(() => planOf(mine(me, ...IMAGES), them)).toThrow(/there would be 1,001/);
});
