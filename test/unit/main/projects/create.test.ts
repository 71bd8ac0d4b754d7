import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createProject, safeName } from '../../../../main/projects/create';
import { SCHEMA_VERSION } from '../../../../main/projects/schema';
import { open, temporaryFolder } from './support';

it('makes a project for a folder of images, numbered where the name is taken', async () => {
  const directory = path.join(temporaryFolder(), 'Documents', 'Imprint Studio');
  const folder = temporaryFolder();
  const all = await Promise.all(
    Array.from({ length: 4 }, () => createProject({ name: 'Birds', folder, directory })),
  );
  expect(all.map((p) => path.basename(p)).sort()).toEqual([
    'Birds 2.imprint',
    'Birds 3.imprint',
    'Birds 4.imprint',
    'Birds.imprint',
  ]);
  const store = await open(all[0] ?? '');
  expect(store.document).toMatchObject({ schema: SCHEMA_VERSION, name: 'Birds', classes: [], labels: {} });
  expect(store.document.folders).toMatchObject([{ path: folder, subfolders: 'unasked', purpose: 'label' }]);
  expect(store.document.settings).toMatchObject({
    framing: { kind: 'stretch' },
    base: 'none',
    balanced: true,
  });
});

it('makes no project inside the images, by whatever way they are named', async () => {
  const images = path.join(temporaryFolder(), 'photos');
  mkdirSync(images);
  const directory = path.join(images, 'deep', 'Imprint Studio');
  await expect(createProject({ name: 'x', folder: images, directory })).rejects.toThrow(
    /inside the images' folder/,
  );
  const link = path.join(temporaryFolder(), 'link');
  symlinkSync(images, link);
  await expect(createProject({ name: 'x', folder: link, directory })).rejects.toMatchObject({
    code: 'inside-images',
  });
  await expect(createProject({ name: 'x', folder: images, directory: images })).rejects.toThrow(/inside/);
  expect(readdirSync(images)).toEqual([]);
  const otherwise = path.join(temporaryFolder(), 'Projects');
  expect(path.dirname(await createProject({ name: 'x', folder: images, directory, otherwise }))).toBe(
    otherwise,
  );
  const sibling = `${images}-projects`;
  mkdirSync(sibling);
  await createProject({ name: 'x', folder: images, directory: sibling });
});

it('says why no project could be made', async () => {
  const directory = path.join(temporaryFolder(), 'file', 'projects');
  writeFileSync(path.dirname(directory), 'not a folder');
  await expect(createProject({ name: 'x', folder: null, directory })).rejects.toThrow(
    /No project could be made in/,
  );
});

it('shows a name as it was given, and never an empty one', async () => {
  const directory = temporaryFolder();
  for (const [name, shown] of [
    [' a/b ', 'a/b'],
    ['', 'Project'],
    ['x'.repeat(300), 'x'.repeat(100)],
  ] as const) {
    const store = await open(await createProject({ name, folder: null, directory }));
    expect(store.document.name).toBe(shown);
  }
});

it.each([
  ['a/b\\c:d', 'a b c d'],
  ['..hidden', 'hidden'],
  ['ends with dots...', 'ends with dots'],
  ['', 'Project'],
  ['///', 'Project'],
  ['CON', 'CON project'],
  ['lpt1', 'lpt1 project'],
  ['Vögel im Garten', 'Vögel im Garten'],
  ['🐟'.repeat(100), '🐟'.repeat(45)],
])('names the folder of %j %j', (name, folder) => expect(safeName(name)).toBe(folder));
