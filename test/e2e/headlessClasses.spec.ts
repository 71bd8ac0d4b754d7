/**
 * @file `imprint --classes` and `--from`: two folders that never meet are imprinted as one, to the byte, by what the first one's export
 * or file says of it.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { root } from '../../scripts/setup/paths.mjs';
import { classifySchema, imprintSchema } from './headlessContract';
import { Commands } from './headlessRun';

const photos = path.join(root, 'resources/samples/photos');
const KINDS = ['bird', 'windmill'];
const EACH = 6;

let commands: Commands;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  commands = await Commands.in('headless-classes');
  for (const kind of KINDS) {
    const files = (await fs.readdir(path.join(photos, kind))).sort().slice(0, EACH);
    for (const [i, file] of files.entries())
      for (const lab of ['both', i % 3 === 0 ? 'first' : 'second']) {
        await fs.mkdir(commands.place(lab, kind), { recursive: true });
        await fs.copyFile(path.join(photos, kind, file), commands.place(lab, kind, file));
      }
  }
});
test.afterAll(() => commands.remove());

interface ClassFile {
  backbone: { hash: string };
  classes: unknown[];
}
const sums = (model: string): Promise<ClassFile> => commands.json(`${model}/tfjs/classes.imprint-class`);

/** Imprints a folder and exports it. */
async function imprint(folder: string, model: string, ...words: string[]) {
  const { code, err } = await commands.run(
    'imprint',
    folder,
    '--export',
    model,
    '--json',
    `${model}.json`,
    ...words,
  );
  expect([code, err.includes('Error')]).toEqual([0, false]);
  return imprintSchema.parse(await commands.json(`${model}.json`));
}

test('a model is gone on with by images that it never saw, and is that of all of them', async () => {
  await imprint('both', 'all');
  await imprint('first', 'one');
  const report = await imprint('second', 'more', '--from', 'one', '--project', 'kept');
  expect(report.classes.map(({ name, images, given }) => [name, images, given])).toEqual(
    KINDS.map((kind) => [kind, 4, { images: 2, groups: 2 }]),
  );
  expect(report.exports[0]?.check).toMatchObject({ top1Agreement: 1 });
  expect((await sums('more')).classes).toEqual((await sums('all')).classes);
});

test('the same again adds nothing twice, and class files do as well as models', async () => {
  await imprint('second', 'again', '--from', 'one', '--project', 'kept', '--force');
  expect((await sums('again')).classes).toEqual((await sums('all')).classes);
  const file = 'one/tfjs/classes.imprint-class';
  const report = await imprint('second', 'byFile', '--classes', file);
  expect(report.classes[0]?.given).toEqual({ images: 2, groups: 2 });
  expect((await sums('byFile')).classes).toEqual((await sums('all')).classes);
});

test('a project with given sums classifies', async () => {
  const { code } = await commands.run('classify', 'both', '--project', 'kept', '--json', 'classified.json');
  expect(code).toBe(0);
  const rows = classifySchema.parse(await commands.json('classified.json'));
  const right = rows.filter((row) => row.path.startsWith(`${row.label ?? ''}/`));
  expect(rows).toHaveLength(KINDS.length * EACH);
  expect(right.length).toBeGreaterThan(rows.length - 3);
});

test('sums of another backbone are refused with both named, and nothing is made', async () => {
  const file = await sums('one');
  const ours = file.backbone.hash;
  file.backbone.hash = 'e'.repeat(64);
  await fs.writeFile(commands.place('strange.imprint-class'), JSON.stringify(file));
  const { code, err } = await commands.run(
    'imprint',
    'second',
    '--classes',
    'strange.imprint-class',
    '--export',
    'no',
  );
  expect(code).toBe(1);
  for (const hash of ['eeeeeeee…', ours.slice(0, 8)]) expect(err).toContain(hash);
  await expect(fs.stat(commands.place('no'))).rejects.toThrow('ENOENT');
});

test('a model without sums, and what is no class file, are refused in a sentence', async () => {
  await fs.rm(commands.place('one/tfjs/classes.imprint-class'));
  const from = await commands.run('imprint', 'second', '--from', 'one');
  expect(from.code).toBe(1);
  expect(from.err).toContain('cannot be gone on with');
  const classes = await commands.run('imprint', 'second', '--classes', 'one/tfjs/labels.txt');
  expect(classes.code).toBe(1);
  expect(classes.err).toContain('is no class file');
});
