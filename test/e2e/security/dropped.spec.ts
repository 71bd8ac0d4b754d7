/** @file The one way by which a path comes through the page: with a file of the disk (docs/security.md, point 2). */
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { addFileInput, openChosen } from './inPage/choose';
import { closeProject } from './inPage/project';
import { expect, test } from './lockedStudio';

const photo = path.resolve(import.meta.dirname, '../../../resources/samples/photos/fish');

test('a file of the disk opens the folder that it lies in', async ({ locked: { page } }) => {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'imprint-dropped-'));
  const [name = ''] = await fs.readdir(photo);
  await fs.copyFile(path.join(photo, name), path.join(folder, name));
  await page.evaluate(addFileInput);
  await page.locator('#chosen').setInputFiles(path.join(folder, name));
  expect(await page.evaluate(openChosen)).toEqual([folder]);
  await page.evaluate(closeProject);
  await fs.rm(folder, { recursive: true });
});
