import { mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createProject } from '../../../../main/projects/create';
import { findProject } from '../../../../main/projects/find';
import { projectPaths } from '../../../../main/projects/paths';
import { temporaryFolder } from './support';

it('finds the project that was changed last for a folder, by whatever way it is named', async () => {
  const [directory, images] = [temporaryFolder(), temporaryFolder()];
  const make = (folder: string): Promise<string> => createProject({ name: 'Birds', folder, directory });
  const [older, newer] = [await make(images), await make(images)];
  await make(temporaryFolder());
  utimesSync(projectPaths(older).document, 1000, 1000);
  expect(await findProject(directory, images)).toBe(newer);
  utimesSync(projectPaths(newer).document, 500, 500);
  expect(await findProject(directory, `${images}/`)).toBe(older);
  const link = path.join(temporaryFolder(), 'link');
  symlinkSync(images, link);
  expect(await findProject(directory, link)).toBe(older);
});

it('finds none where there is none, and passes over what is broken', async () => {
  const [directory, images] = [temporaryFolder(), temporaryFolder()];
  expect(await findProject(path.join(directory, 'gone'), images)).toBeNull();
  const project = await createProject({ name: 'Birds', folder: images, directory });
  mkdirSync(path.join(directory, 'Empty.imprint'));
  const broken = await createProject({ name: 'Broken', folder: images, directory });
  writeFileSync(projectPaths(broken).document, '{"folders":[null,{"path":7},');
  expect(await findProject(directory, images)).toBe(project);
  writeFileSync(projectPaths(broken).document, '{"folders":[null,{"path":7}]}');
  expect(await findProject(directory, images)).toBe(project);
  expect(await findProject(directory, path.dirname(images))).toBeNull();
});
