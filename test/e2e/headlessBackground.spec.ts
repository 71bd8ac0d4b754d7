/** @file `imprint --background` and what `classify` makes of it, by the exported model and by the project. */
import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { root } from '../../scripts/setup/paths.mjs';
import { classifySchema, imprintSchema } from './headlessContract';
import { Commands } from './headlessRun';
import { photosByClass } from './photos';

const photos = path.join(root, 'resources/samples/photos');
const OWN = ['bird', 'windmill'];
const EACH = 4;
/** Photos of the sample without a class, of four kinds. */
const REST = [
  ...['solar4', 'solar5', 'solar6', 'solar7', 'scissors1', 'scissors2', 'scissors3'],
  ...['screwDriver', 'screwDriver1', 'dam2', 'dam5'],
];

let commands: Commands;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  commands = await Commands.in('headless-background');
  await photosByClass(commands.place('photos'), OWN, EACH);
  await fs.mkdir(commands.place('photos/Other things'));
  for (const name of REST)
    await fs.copyFile(
      path.join(photos, `${name}.webp`),
      commands.place('photos/Other things', `${name}.webp`),
    );
});
test.afterAll(() => commands.remove());

test('one folder is the background, with several prototypes', async () => {
  const words = ['--background', 'other things', '--project', 'kept', '--export', 'model'];
  const { code, out } = await commands.run('imprint', 'photos', ...words, '--json', 'imprint.json');
  expect(code).toBe(0);
  const report = imprintSchema.parse(await commands.json('imprint.json'));
  expect(report.background).toEqual({ name: 'Other things', prototypes: 5 });
  expect(report.classes.map(({ name, images }) => [name, images])).toEqual([
    ['Other things', REST.length],
    ['bird', EACH],
    ['windmill', EACH],
  ]);
  expect(report.exports[0]?.check).toMatchObject({ top1Agreement: 1 });
  expect(out).toContain('None of the others: Other things (5 prototypes)');
});

test('what it takes is none of these, with the reason, by the model as by the project', async () => {
  for (const source of [
    ['--model', 'model'],
    ['--project', 'kept'],
  ]) {
    const { code, out } = await commands.run(
      'classify',
      'photos',
      ...source,
      '--json',
      'rows.json',
      '--force',
    );
    expect(code).toBe(0);
    const rows = classifySchema.parse(await commands.json('rows.json'));
    const taken = rows.filter(({ label }) => label === 'Other things');
    expect(taken.length).toBeGreaterThan(8);
    for (const row of taken) expect(row).toMatchObject({ known: false, none: 'background' });
    for (const row of rows.filter(({ label }) => label !== 'Other things'))
      expect(row).not.toMatchObject({ none: 'background' });
    expect(out).toContain('none of these (background)');
  }
});

test('a name that no folder has is refused before anything starts', async () => {
  const { code, out, err } = await commands.run('imprint', 'photos', '--background', 'rest');
  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(
    /^.*photos has no class rest to be the background\. Its classes are Other things, bird, windmill\.\n$/,
  );
});
