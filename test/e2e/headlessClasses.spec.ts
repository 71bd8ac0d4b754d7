/**
 * @file `imprint --classes` and `--from`: two folders that never meet are imprinted as one, to the byte, by what the first one's export
 * or file says of it.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { classifySchema, imprintSchema, type ImprintJson } from './headlessContract';
import { Commands } from './headlessRun';
import { samplePhotos } from './photos';

const KINDS = ['bird', 'windmill'];
const EACH = 6;

let commands: Commands;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  commands = await Commands.in('headless-classes');
  for (const kind of KINDS)
    for (const [i, file] of (await samplePhotos(kind, EACH)).entries())
      for (const lab of ['both', i % 3 === 0 ? 'first' : 'second']) {
        await fs.mkdir(commands.place(lab, kind), { recursive: true });
        await fs.copyFile(file, commands.place(lab, kind, path.basename(file)));
      }
});
test.afterAll(() => commands.remove());

interface ClassFile {
  backbone: { hash: string };
  classes: unknown[];
}
const sums = (model: string): Promise<ClassFile> => commands.json(`${model}/tfjs/classes.imprint-class`);

/** Of the project: which images are labelled, and the sums that each class was given. */
async function taught(): Promise<unknown> {
  const { classes, labels } = await commands.json<Record<string, unknown>>('kept.imprint/project.json');
  return { classes, labels };
}

function expectTaught({ classes }: ImprintJson): void {
  expect(classes.map(({ name, images, given }) => [name, images, given])).toEqual(
    KINDS.map((kind) => [kind, 4, { images: 2, groups: 2 }]),
  );
}

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
  expectTaught(report);
  expect(report.exports[0]?.check).toMatchObject({ top1Agreement: 1 });
  expect((await sums('more')).classes).toEqual((await sums('all')).classes);
});

test('the same again adds nothing twice, and class files do as well as models', async () => {
  const before = await taught();
  const words = ['--from', 'one', '--project', 'kept', '--json', 'again.json'];
  expect((await commands.run('imprint', 'second', ...words)).code).toBe(0);
  expectTaught(imprintSchema.parse(await commands.json('again.json')));
  // What its next export would say of the classes is made of these: writing one would show no more.
  expect(await taught()).toEqual(before);
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
