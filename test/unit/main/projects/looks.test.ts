/** @file A class of several looks in the project's file: absent unless it was decided, undone, there after a restart. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Command } from '../../../../main/projects/commands';
import { parseCommand } from '../../../../main/projects/commands';
import { projectPaths } from '../../../../main/projects/paths';
import { addClass, open, projectFolder } from './support';

const looks = (severalLooks: boolean): Command => ({
  ...{ name: 'editClass', id: 'pike' },
  changes: { severalLooks },
});

it('is said where it was decided, and nowhere else', async () => {
  const folder = await projectFolder();
  const store = await open(folder);
  await store.apply(addClass('pike'));
  const text = () => readFileSync(projectPaths(folder).document, 'utf8');
  const before = text();
  expect(before).not.toContain('severalLooks');
  expect((await store.apply(looks(true))).undo).toBe('Imprint pike by several looks');
  expect(text()).toContain('"severalLooks":true');
  // What else of the class is changed leaves it as it is.
  await store.apply({ name: 'editClass', id: 'pike', changes: { colour: 7 } });
  expect(store.document.classes[0]).toMatchObject({ colour: 7, severalLooks: true });
  await store.undo();
  await store.close();
  const again = await open(folder);
  expect(again.document.classes[0]).toMatchObject({ severalLooks: true });
  await again.undo();
  expect(text()).toBe(before);
  await again.redo();
  expect((await again.apply(looks(false))).undo).toBe('Imprint pike by one look');
  expect(text()).toBe(before);
  expect((await again.apply(looks(false))).patches).toEqual([]);
});

it('takes no other value', () => {
  expect(() => parseCommand({ name: 'editClass', id: 'pike', changes: { severalLooks: 3 } })).toThrow();
  expect(() =>
    parseCommand({
      name: 'addClass',
      class: { id: 'pike', name: 'Pike', colour: 0, key: null, kind: 'class', severalLooks: false },
    }),
  ).toThrow();
});
