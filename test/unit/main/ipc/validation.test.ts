/** @file What main takes of a page, beyond what a page's own side of the bridge could send. */
import { describe, expect, it } from 'vitest';
import { argumentSchemas } from '../../../../main/ipc/validation';
import { commandSchema } from '../../../../main/projects/commands';

const accepts = (channel: keyof typeof argumentSchemas, ...args: unknown[]): boolean =>
  argumentSchemas[channel].safeParse(args).success;
const addClass = (json: string): unknown => ({ name: 'addClass', class: JSON.parse(json) as unknown });
const label = (items: unknown): unknown => ({ name: 'label', items, class: null, how: 'hand' });

describe('a command', () => {
  it('is taken as the contract says', () => {
    expect(
      accepts('project:apply', addClass('{"id":"a","name":"A","colour":1,"key":null,"kind":"class"}')),
    ).toBe(true);
    expect(accepts('project:apply', label(['f/a.jpg']))).toBe(true);
  });

  it.each(['__proto__', 'constructor', 'prototype', 'toString'])('brings no field %s', (field) => {
    const json = `{"id":"a","name":"A","colour":1,"key":null,"kind":"class","${field}":{"admin":true}}`;
    expect(accepts('project:apply', addClass(json))).toBe(false);
    expect({}).not.toHaveProperty('admin');
  });

  it.each(['__proto__', 'constructor', 'toString', 'a/b', 'a b', ''])('has no class with the id %j', (id) => {
    const json = JSON.stringify({ id, name: 'A', colour: 1, key: null, kind: 'class' });
    expect(accepts('project:apply', addClass(json))).toBe(false);
  });

  it('names at most 200,000 items, each below its folder', () => {
    const many = (count: number): string[] => Array.from({ length: count }, (_, i) => `f/${i}.jpg`);
    expect(accepts('project:apply', label(many(200_000)))).toBe(true);
    expect(accepts('project:apply', label(many(200_001)))).toBe(false);
    for (const item of ['/etc/passwd', 'f/../x.jpg', 'f//x.jpg', 'f/./x.jpg', 'f/a\0.jpg', 'f', 7, null])
      expect(accepts('project:apply', label([item])), String(item)).toBe(false);
  });

  it('never speaks for another person: what is taken over comes from main', () => {
    const lists = {
      classes: [],
      boxes: [],
      labels: [],
      groups: [],
      places: [],
      times: [],
      roles: [],
      excluded: [],
    };
    const command = { name: 'takeOver', from: 'Pond', ...lists };
    expect(commandSchema.safeParse(command).success).toBe(true);
    expect(accepts('project:apply', command)).toBe(false);
  });

  it('keeps no head that no run has made, and may go back to imprinting', () => {
    const set = (head: unknown): unknown => ({ name: 'setSettings', changes: { head } });
    const head = { method: 'softmax', steps: null, seed: 1, of: 'a'.repeat(64) };
    expect(commandSchema.safeParse(set(head)).success).toBe(true);
    expect(accepts('project:apply', set(head))).toBe(false);
    expect(accepts('project:apply', set(null))).toBe(true);
  });

  it('chooses no backbone, which comes of a run or goes back by a call of its own', () => {
    const set = { name: 'setSettings', changes: { backbone: 'efficientnet-lite0-tuned-0123456789ab' } };
    expect(commandSchema.safeParse(set).success).toBe(true);
    expect(accepts('project:apply', set)).toBe(false);
    expect(accepts('tuning:start', { epochs: 10, seed: 0 })).toBe(true);
    for (const request of [{ epochs: 0, seed: 0 }, { epochs: 1e9, seed: 0 }, { epochs: 10 }, {}])
      expect(accepts('tuning:start', request)).toBe(false);
  });

  it('names no path and moves no file: both come from main', () => {
    const folder = { id: 'e', path: '/etc', subfolders: 'plain', purpose: 'label' };
    const set = (changes: object): unknown => ({ name: 'setFolder', id: 'e', changes });
    expect(accepts('project:apply', { name: 'addFolder', folder })).toBe(false);
    expect(accepts('project:apply', set({ path: '/etc' }))).toBe(false);
    expect(accepts('project:apply', set({ subfolders: 'plain' }))).toBe(true);
    const moves = [{ from: 'f/a.jpg', to: 'f/b.jpg' }];
    expect(accepts('project:apply', { name: 'moveItems', moves })).toBe(false);
  });
});

describe('a path', () => {
  it('is a text without a zero byte, of a length that a disk knows', () => {
    expect(accepts('project:openDropped', '/photos')).toBe(true);
    for (const path of ['', '/a\0b', '/'.repeat(4097), 7, null, ['/photos']])
      expect(accepts('project:openDropped', path), String(path).slice(0, 20)).toBe(false);
  });
});

describe('every call without arguments', () => {
  it('takes none', () => {
    for (const channel of ['app:state', 'project:close', 'project:undo', 'embedding:cancel'] as const) {
      expect(accepts(channel)).toBe(true);
      expect(accepts(channel, {})).toBe(false);
    }
  });
});

it('what the menu shows of the window is one of what there is', () => {
  expect(accepts('app:menuMarks', { autoAdvance: true, mapTool: null })).toBe(true);
  expect(accepts('app:menuMarks', { autoAdvance: true, mapTool: 'axe' })).toBe(false);
  expect(accepts('app:menuMarks', { autoAdvance: 'yes', mapTool: 'move' })).toBe(false);
});

it('a framing to be weighed lies within the image', () => {
  const region = (width: number): unknown => ({ kind: 'region', box: { x: 0.5, y: 0, width, height: 1 } });
  expect(accepts('framing:cost', region(0.5))).toBe(true);
  for (const framing of [region(0.6), region(0), { kind: 'letterbox' }, null])
    expect(accepts('framing:cost', framing)).toBe(false);
});

describe('what is in view', () => {
  it('is a list of rows no longer than a screen can show', () => {
    const rows = (count: number): number[] => Array.from({ length: count }, (_, row) => row);
    expect(accepts('images:inView', rows(2000))).toBe(true);
    expect(accepts('images:inView', [])).toBe(true);
    for (const wrong of [rows(2001), [-1], [0.5], [NaN], ['0'], 7, null])
      expect(accepts('images:inView', wrong), String(wrong).slice(0, 20)).toBe(false);
  });
});
