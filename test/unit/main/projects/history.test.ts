import { applyPatches as immerApply, enablePatches } from 'immer';
import type { Patch } from 'immer';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { findMisfit } from '../../../../main/projects/check';
import { commandSchema } from '../../../../main/projects/commands';
import type { Command } from '../../../../main/projects/commands';
import { canonical } from '../../../../main/projects/document';
import { ProjectError } from '../../../../main/projects/errors';
import { History } from '../../../../main/projects/history';
import { applyPatches } from '../../../../main/projects/patches';
import { reduce } from '../../../../main/projects/reduce';
import { projectSchema } from '../../../../main/projects/schema';
import type { ProjectDocument } from '../../../../main/projects/schema';
import { classOf, folderAt, importing, smallDocument } from './support';

type Pick = (below: number) => number;

function picker(seed: number): Pick {
  const generator = xoroshiro128plus(seed);
  return (below) => uniformInt(generator, 0, below - 1);
}

/** Any command, of which some fit the document and some do not. */
function anyCommand(pick: Pick): Command {
  const one = <T>(values: readonly T[]): T => values[pick(values.length)] as T;
  const id = (): string => one(['pike', 'perch', 'eel', 'carp']);
  const folder = (): string => one(['f', 'f', 'f', 'g']);
  const image = (): string => `${folder()}/${pick(8)}.jpg`;
  const item = (): string => (pick(4) === 0 ? `box:b${pick(3)}` : image());
  const items = Array.from({ length: 1 + pick(5) }, item);
  const images = Array.from({ length: 1 + pick(3) }, image);
  const box = { x: 0, y: 0, width: (1 + pick(9)) / 10, height: 1 };
  const key = one([null, '1', '2', '3']);
  const kind = one(['class', 'background'] as const);
  const subfolders = one(['plain', 'classes', 'places'] as const);
  const make: (() => Command)[] = [
    () => ({ name: 'addClass', class: classOf(id(), { name: `name ${pick(6)}`, key }) }),
    () => ({
      name: 'editClass',
      id: id(),
      changes: one([{ key }, { name: `name ${pick(6)}` }, { colour: pick(64) }, { kind }]),
    }),
    () => ({ name: 'mergeClasses', from: id(), into: id() }),
    () => ({ name: 'deleteClass', id: id() }),
    () => ({
      name: 'label',
      items,
      class: pick(5) === 0 ? null : id(),
      how: one(['hand', 'accepted', 'bulk']),
    }),
    () => ({ name: 'label', items: images, class: id(), how: 'hand' }),
    () => ({
      name: 'labelMany',
      how: one(['hand', 'bulk']),
      labels: [
        { class: id(), items: [image()] },
        { class: id(), items: [image(), item()] },
      ],
    }),
    () => importing({ labels: [{ class: id(), items }], replace: pick(2) === 0 }),
    () =>
      importing({
        ...{ classes: [classOf(id(), { name: `name ${pick(6)}` })], replace: pick(2) === 0 },
        boxes: [{ id: `b${pick(4)}`, image: image(), box }],
        labels: [{ class: id(), items: images, how: 'hand' }],
        groups: [{ group: one(['burst', 'scene']), items }],
        places: [{ place: one(['pond', 'lake']), items }],
        times: [{ time: `2026-01-0${1 + pick(9)}T10:00:00`, items }],
        roles: [{ role: one(['learn', 'check']), items }],
      }),
    () => ({
      name: 'setGroups',
      groups: [
        { group: one([null, 'burst']), items: [item()] },
        { group: one([null, 'scene']), items: [item()] },
      ],
    }),
    () => ({
      name: 'copyBoxes',
      boxes: [{ id: `b${pick(6)}`, image: image(), box, from: `b${pick(3)}` }],
    }),
    () => ({
      name: 'setFolder',
      id: folder(),
      changes: one([{ path: `/photos/${pick(9)}` }, { subfolders }]),
    }),
    () => ({
      name: 'moveItems',
      moves: Array.from({ length: 1 + pick(3) }, () => ({ from: image(), to: image() })),
    }),
    () => ({
      name: 'moveItems',
      moves: [0, 1, 2].map((n) => ({ from: `f/${n}.jpg`, to: `f/${(n + 1) % 3}.jpg` })),
    }),
    () => ({ name: 'setExcluded', images, excluded: pick(3) === 0 }),
    () => ({ name: 'setGroup', items, group: one([null, 'burst', 'scene']) }),
    () => ({ name: 'setRole', items, role: one(['learn', 'check']) }),
    () => ({ name: 'setBox', id: `b${pick(3)}`, image: image(), box: pick(4) === 0 ? null : box }),
    () => ({ name: 'addFolder', folder: folderAt(folder(), `/photos/${pick(4)}`) }),
    () =>
      pick(4) === 0
        ? { name: 'removeFolder', id: 'g' }
        : { name: 'label', items: images, class: id(), how: 'hand' },
    () => ({
      name: 'setSettings',
      changes: one([{ balanced: pick(2) === 0 }, { framing: { kind: 'region', box } }]),
    }),
  ];
  return one(make)();
}

/** Carries out what fits. @returns how many commands changed something. */
function play(document: ProjectDocument, history: History, pick: Pick, commands: number): number {
  let changes = 0;
  for (let i = 0; i < commands; i++) {
    try {
      const change = reduce(document, anyCommand(pick), {
        by: 'annotator',
        now: new Date(i * 1000).toISOString(),
      });
      if (change.patches.length === 0) continue;
      applyPatches(document, change.patches);
      history.push(change);
      changes++;
    } catch (error) {
      if (!(error instanceof ProjectError)) throw error;
    }
  }
  return changes;
}

const expectWhole = (document: ProjectDocument): void => {
  expect(projectSchema.safeParse(document).error).toBeUndefined();
  expect(findMisfit(document)).toBeNull();
};

it('carries out every kind of command somewhere in the random sequences', () => {
  const seen = new Set<string>();
  for (let seed = 1; seed <= 60; seed++) {
    const history = new History();
    play(smallDocument(), history, picker(seed), 120);
    for (const { command } of history.toJSON().undo) seen.add(command.name);
  }
  expect([...seen].sort()).toEqual(commandSchema.options.map((o) => o.shape.name.value).sort());
});

describe('undo and redo', () => {
  it('leads back to the original and forth to the end, byte for byte, for random commands', () => {
    let total = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const [document, history] = [smallDocument(), new History()];
      const original = canonical(document);
      const changes = play(document, history, picker(seed), 120);
      total += changes;
      expectWhole(document);
      const final = canonical(document);
      for (let change = history.undo(); change; change = history.undo())
        applyPatches(document, change.inverse);
      expect(canonical(document)).toBe(original);
      for (let change = history.redo(); change; change = history.redo())
        applyPatches(document, change.patches);
      expect(canonical(document)).toBe(final);
    }
    expect(total).toBeGreaterThan(1500);
  });

  it('takes any number of steps back and goes on from there', () => {
    for (let seed = 100; seed < 130; seed++) {
      const [document, history, pick] = [smallDocument(), new History(), picker(seed)];
      const original = canonical(document);
      for (let round = 0; round < 6; round++) {
        play(document, history, pick, 20);
        for (let steps = pick(12); steps > 0; steps--) applyPatches(document, history.undo()?.inverse ?? []);
        expectWhole(document);
      }
      for (let change = history.undo(); change; change = history.undo())
        applyPatches(document, change.inverse);
      expect(canonical(document)).toBe(original);
    }
  });

  it('can be kept as JSON', () => {
    const [document, history] = [smallDocument(), new History()];
    const original = canonical(document);
    play(document, history, picker(7), 50);
    const kept = new History(JSON.parse(JSON.stringify(history)) as ReturnType<History['toJSON']>);
    expect(kept.titles).toEqual(history.titles);
    for (let change = kept.undo(); change; change = kept.undo()) applyPatches(document, change.inverse);
    expect(canonical(document)).toBe(original);
  });

  it('forgets what was undone when something new is done', () => {
    const [document, history] = [smallDocument(), new History()];
    play(document, history, picker(3), 20);
    history.undo();
    expect(history.titles.redo).not.toBeNull();
    play(document, history, picker(4), 20);
    expect(history.titles.redo).toBeNull();
  });
});

it('makes patches that immer applies to the same effect', () => {
  enablePatches();
  for (let seed = 1; seed <= 10; seed++) {
    const [document, history] = [smallDocument(), new History()];
    let copy = smallDocument();
    copy = { ...copy, id: document.id };
    play(document, history, picker(seed), 60);
    for (const change of history.toJSON().undo) copy = immerApply(copy, change.patches as Patch[]);
    expect(canonical(copy)).toBe(canonical(document));
  }
});
