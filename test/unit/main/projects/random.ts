/** @file Random commands, of which some fit a document and some do not. */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Command } from '../../../../main/projects/commands';
import { ProjectError } from '../../../../main/projects/errors';
import type { History } from '../../../../main/projects/history';
import { applyPatches } from '../../../../main/projects/patches';
import type { Change } from '../../../../main/projects/patches';
import { reduce } from '../../../../main/projects/reduce';
import type { ProjectDocument } from '../../../../main/projects/schema';
import { classOf, folderAt, importing, takingOver } from './support';

const THEN = '2026-11-20T08:00:00.000Z';
export type Pick = (below: number) => number;

export function picker(seed: number): Pick {
  const generator = xoroshiro128plus(seed);
  return (below) => uniformInt(generator, 0, below - 1);
}

/** Any command, of which some fit the document and some do not. */
export function anyCommand(pick: Pick): Command {
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
    () => ({
      name: 'addGiven',
      classes: pick(3) === 0 ? [classOf('eel', { name: `name ${pick(6)}` })] : [],
      given: [{ class: id(), sums: { of: `${pick(3)}`.repeat(64), images: 5, shots: 3, from: 'a file' } }],
    }),
    () => ({ name: 'removeGiven', class: id(), of: `${pick(3)}`.repeat(64) }),
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
    () =>
      takingOver({
        classes: [classOf(id(), { name: `name ${pick(6)}` })],
        boxes: [{ id: `b${pick(4)}`, image: image(), box }],
        labels: [{ label: { class: id(), how: 'hand', by: 'other', at: THEN }, items: images }],
        groups: [{ group: one(['burst', 'scene']), items }],
        roles: [{ role: one(['learn', 'check']), items }],
        excluded: [{ excluded: pick(2) === 0, items }],
      }),
    () => takingOver({ places: [{ place: 'pond', items }], times: [{ time: '2026-01-02T10:00:00', items }] }),
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
    () => ({ name: 'setRole', items: images, role: 'check', seed: pick(100) }),
    () => ({ name: 'setBox', id: `b${pick(3)}`, image: image(), box: pick(4) === 0 ? null : box }),
    () => ({ name: 'addFolder', folder: folderAt(folder(), `/photos/${pick(4)}`) }),
    () =>
      pick(4) === 0
        ? { name: 'removeFolder', id: 'g' }
        : { name: 'label', items: images, class: id(), how: 'hand' },
    () => ({
      name: 'setSettings',
      changes: one([{ balanced: pick(2) === 0 }, { framing: { kind: 'region', box } }, { offset: pick(3) }]),
    }),
  ];
  return one(make)();
}

/** Carries out what fits. @returns the changes that were made. */
export function play(document: ProjectDocument, history: History, pick: Pick, commands: number): Change[] {
  const changes: Change[] = [];
  for (let i = 0; i < commands; i++) {
    try {
      const now = new Date(i * 1000).toISOString();
      const change = reduce(document, anyCommand(pick), { by: 'annotator', now });
      if (change.patches.length === 0) continue;
      applyPatches(document, change.patches);
      history.push(change);
      changes.push(change);
    } catch (error) {
      if (!(error instanceof ProjectError)) throw error;
    }
  }
  return changes;
}
