/** @file What the program is given from outside: behind its name, by a second start, and as macOS asks for it. */
import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { secondStart } from './launch';
import { photosOf } from './photos';
import { homeEnvironment, temporaryHome } from './homes';
import { expect, Studio, test } from './studio';

test.describe.configure({ mode: 'serial' });

let home: string;
/** One program for the first three, which each open something else in it. */
let studio: Studio;

test.beforeAll(async () => {
  home = await temporaryHome();
  studio = await Studio.start(home, [await photosOf(home, { fish: 2 }, 'Pond')]);
});
test.afterAll(async () => {
  await studio.close();
  await fs.rm(home, { recursive: true, force: true });
});

test('a folder of images', async () => {
  await expect(studio.page).toHaveTitle('Pond – Imprint Studio');
  await expect(studio.page.getByRole('option', { name: /^fish-1\.webp/ })).toBeVisible();
});

test('a second start gives what it was given to the program that runs, and ends', async () => {
  await photosOf(home, { windmill: 2 }, 'Hill');
  const [binary, args] = secondStart(['Hill']);
  await promisify(execFile)(binary, args, { cwd: home, env: homeEnvironment(home) });
  await expect(studio.page).toHaveTitle('Hill – Imprint Studio');
});

test('what macOS asks for is opened in place of what was open', async () => {
  const meadow = await photosOf(home, { bird: 2 }, 'Meadow');
  await studio.app.evaluate(({ app }, file) => {
    app.emit('open-file', { preventDefault: () => undefined }, file);
  }, meadow);
  await expect(studio.page).toHaveTitle('Meadow – Imprint Studio');
});

test('the project that a folder became', async () => {
  await studio.close();
  studio = await Studio.start(home, [path.join(home, 'Imprint Studio', 'Pond.imprint')]);
  await expect(studio.page).toHaveTitle('Pond – Imprint Studio');
});

test('what is not there is said, and the program opens without it', async () => {
  await studio.close();
  studio = await Studio.start(home, [path.join(home, 'Nowhere.imprint')]);
  await expect(
    studio.page.getByText(/Nowhere\.imprint is not there any more\. Nothing was opened/),
  ).toBeVisible();
  await expect(studio.page.getByRole('button', { name: 'Try the sample' })).toBeVisible();
});
