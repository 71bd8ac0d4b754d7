/** @file What the program is given from outside: behind its name, by a second start, and as macOS asks for it. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { secondStart } from './launch';
import { photosOf } from './photos';
import { expect, homeEnvironment, Studio, test } from './studio';

const projectOf = (home: string, name: string): string =>
  path.join(home, 'Imprint Studio', `${name}.imprint`);

test('a folder of images, and then the project that it became', async ({ home }) => {
  const first = await Studio.start(home, [await photosOf(home, { fish: 2 }, 'Pond')]);
  await expect(first.page).toHaveTitle('Pond – Imprint Studio');
  await expect(first.page.getByRole('option', { name: /^fish-1\.webp/ })).toBeVisible();
  await first.close();

  const again = await Studio.start(home, [projectOf(home, 'Pond')]);
  await expect(again.page).toHaveTitle('Pond – Imprint Studio');
  await again.close();
});

test('a second start gives what it was given to the program that runs, and ends', async ({ home }) => {
  const studio = await Studio.start(home, [await photosOf(home, { fish: 2 }, 'Pond')]);
  await expect(studio.page).toHaveTitle('Pond – Imprint Studio');
  await photosOf(home, { windmill: 2 }, 'Hill');
  const [binary, args] = secondStart(['Hill']);
  await promisify(execFile)(binary, args, { cwd: home, env: homeEnvironment(home) });
  await expect(studio.page).toHaveTitle('Hill – Imprint Studio');
  await studio.close();
});

test('what macOS asks for is opened in place of what was open', async ({ home }) => {
  const studio = await Studio.start(home, [await photosOf(home, { fish: 2 }, 'Pond')]);
  await expect(studio.page).toHaveTitle('Pond – Imprint Studio');
  const hill = await photosOf(home, { windmill: 2 }, 'Hill');
  await studio.app.evaluate(({ app }, file) => {
    app.emit('open-file', { preventDefault: () => undefined }, file);
  }, hill);
  await expect(studio.page).toHaveTitle('Hill – Imprint Studio');
  await studio.close();
});

test('what is not there is said, and the program opens without it', async ({ home }) => {
  const studio = await Studio.start(home, [path.join(home, 'Nowhere.imprint')]);
  await expect(
    studio.page.getByText(/Nowhere\.imprint is not there any more\. Nothing was opened/),
  ).toBeVisible();
  await expect(studio.page.getByRole('button', { name: 'Try the sample' })).toBeVisible();
  await studio.close();
});
