/** @file The project notes when a check was drawn, and by which seed, so that it can be told later. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Command } from '../../../../main/projects/commands';
import { projectPaths } from '../../../../main/projects/paths';
import { open, prepare, projectFolder } from './support';

const draw = (seed: number, ...names: string[]): Command => ({
  ...{ name: 'setRole', role: 'check', seed },
  items: names.map((name) => `f/${name}.jpg`),
});

it('notes each draw with its time, seed and size; undo takes it back, also after a restart', async () => {
  const folder = await projectFolder();
  const now = () => new Date('2026-11-24T10:00:00.000Z');
  const store = await open(folder, { now });
  await prepare(store);
  await store.apply(draw(7, 'a', 'b'));
  await store.apply(draw(8, 'b', 'c'));
  await store.apply({ name: 'setRole', items: ['f/d.jpg'], role: 'check' });
  const at = '2026-11-24T10:00:00.000Z';
  const draws = [
    { at, seed: 7, items: 2 },
    { at, seed: 8, items: 1 },
  ];
  expect(store.document.draws).toEqual(draws);
  await store.close();
  const again = await open(folder);
  expect(again.document.draws).toEqual(draws);
  await again.undo();
  await again.undo();
  expect([again.document.draws, Object.keys(again.document.roles)]).toEqual([
    draws.slice(0, 1),
    ['f/a.jpg', 'f/b.jpg'],
  ]);
  await again.redo();
  expect(again.document.draws).toEqual(draws);
});

it('opens a project of before draws were noted, which has none', async () => {
  const folder = await projectFolder();
  const store = await open(folder);
  await prepare(store);
  await store.close();
  const file = projectPaths(folder).document;
  const { draws, ...before } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  expect(draws).toEqual([]);
  writeFileSync(file, JSON.stringify(before));
  const again = await open(folder);
  expect([again.readOnly, again.document.draws]).toEqual([null, []]);
  await again.apply(draw(1, 'a'));
  expect(again.document.draws).toHaveLength(1);
});
