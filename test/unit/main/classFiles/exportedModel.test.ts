/** @file A project that begins with an exported model: what is taken from it, and what is refused before anything is made. */
import { createHash } from 'node:crypto';
import { mkdtempSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  beginWith,
  readExportedClasses,
  requireBackbone,
  settingsOf,
} from '../../../../main/classFiles/exportedModel';
import { CLASSES_FILE, decodeClassFile, encodeClassFile } from '../../../../main/classFiles/format';
import { givenIn, GivenFiles } from '../../../../main/classFiles/givenFiles';
import { identityOf, readDescription } from '../../../../main/engine/backbone/description';
import type { Command } from '../../../../main/projects/commands';
import { createProject } from '../../../../main/projects/create';
import { projectPaths } from '../../../../main/projects/paths';
import { addClass, open, temporaryFolder } from '../projects/support';
import { ITEMS, Lab, projectOf, usualBackbone, type Outcome } from '../unlearning/lab';

const label = (of: string, ...items: string[]): Command => ({
  ...{ name: 'label', class: of, items, how: 'hand' },
});
let model: Outcome;
const made = mkdtempSync(path.join(os.tmpdir(), 'imprint-model-'));

beforeAll(async () => {
  const folder = await projectOf(
    ...['arch', 'bird'].map((id) => addClass(id)),
    label('arch', ...ITEMS.slice(0, 3)),
    label('bird', ...ITEMS.slice(5, 7)),
    { name: 'setSettings', changes: { balanced: false } },
  );
  const lab = await Lab.start(folder, ITEMS.slice(0, 8));
  model = await lab.outcome();
  await lab.stop();
}, 120_000);
afterAll(() => rmSync(made, { recursive: true, force: true }));

/** The backbone that the model was made with. */
const ours = async () => identityOf(await readDescription(await usualBackbone()));

type Content = Record<string, Uint8Array | null>;

/** The tfjs model in a folder of an export, with some files otherwise; null: not there. */
function folderOf(others: Content = {}): string {
  const folder = mkdtempSync(path.join(made, 'export-'));
  mkdirSync(path.join(folder, 'tfjs'));
  for (const [name, bytes] of model.files)
    if (name.startsWith('tfjs/')) writeFileSync(path.join(folder, name), bytes);
  for (const [name, bytes] of Object.entries(others)) {
    const file = path.join(folder, 'tfjs', name);
    if (bytes === null) rmSync(file);
    else writeFileSync(file, bytes);
  }
  return folder;
}

const metadata = (): Record<string, unknown> =>
  JSON.parse(model.files.get('tfjs/metadata.json')!.toString()) as Record<string, unknown>;
const sums = () => decodeClassFile(model.files.get(`tfjs/${CLASSES_FILE}`)!, 'sums');
const bytesOf = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

it('gives a project its classes, with the sums in its folder, and its settings', async () => {
  const found = await readExportedClasses(folderOf());
  requireBackbone(found, await ours());
  const project = await createProject({
    ...{ name: found.name, folder: null, directory: temporaryFolder() },
    begin: (folder, document) => beginWith(found, folder, document),
  });
  const { document, titles } = await open(project);
  expect(document.classes.map(({ name, given }) => [name, given?.[0]?.images, given?.[0]?.from])).toEqual([
    ['arch', 3, 'Garden model'],
    ['bird', 2, 'Garden model'],
  ]);
  expect(document.settings).toMatchObject({ balanced: false, base: 'none', framing: { kind: 'stretch' } });
  expect([document.folders, titles.undo]).toEqual([[], null]);
  const given = new GivenFiles(projectPaths(project).given);
  for (const of of givenIn(document.classes)) expect(await given.read(of)).not.toBeNull();
  expect(new Set(document.classes.map(({ colour }) => colour)).size).toBe(2);
});

it('leaves nothing behind where that fails', async () => {
  const directory = temporaryFolder();
  const begin = () => Promise.reject(new Error('the disk is gone'));
  await expect(createProject({ name: 'Garden', folder: null, directory, begin })).rejects.toThrow(
    'disk is gone',
  );
  expect(readdirSync(directory)).toEqual([]);
});

it('takes over what a model beside base classes was set to, and appended ones say nothing of balancing', () => {
  const beside = { ...metadata(), base: 'imagenet', join: 'append', offset: 1.5, leftOut: [3] };
  const settings = settingsOf(beside as unknown as Parameters<typeof settingsOf>[0]);
  expect(settings).toEqual({
    ...{ framing: { kind: 'stretch' }, base: 'imagenet', join: 'append', offset: 1.5, suppressed: [3] },
  });
});

it('says which file its sums are', () => {
  const bytes = model.files.get(`tfjs/${CLASSES_FILE}`)!;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(metadata()['sums']).toEqual({ name: CLASSES_FILE, bytes: bytes.length, sha256 });
});

describe('refused', () => {
  it.each<[string, () => Content, RegExp]>([
    [
      'without sums, where it was imprinted',
      () => ({ [CLASSES_FILE]: null }),
      /earlier version, or the file was taken away/,
    ],
    [
      'without sums, where it was fine-tuned',
      () => ({ [CLASSES_FILE]: null, 'metadata.json': bytesOf({ ...metadata(), method: 'softmax' }) }),
      /fine-tuned, and what was trained is no sum/,
    ],
    [
      'with the sums of other classes',
      () => ({ [CLASSES_FILE]: encodeClassFile({ ...sums(), classes: sums().classes.slice(1) }) }),
      /other classes than the model/,
    ],
    [
      'with sums of the same classes that were not written with it',
      () => ({ [CLASSES_FILE]: encodeClassFile({ ...sums(), createdAt: '2026-01-01T00:00:00.000Z' }) }),
      /is not the file that was written with the model/,
    ],
    ['with sums that are damaged', () => ({ [CLASSES_FILE]: Buffer.from('{') }), /is no class file/],
    ['with a model that is damaged', () => ({ 'weights.bin': Buffer.alloc(10) }), /damaged or incomplete/],
    ['that is none', () => ({ 'metadata.json': null }), /holds no exported model/],
  ])('is a model %s', async (_, others, said) => {
    await expect(readExportedClasses(folderOf(others()))).rejects.toThrow(said);
  });

  it('is a model of another backbone, with both named', async () => {
    const file = sums();
    const { backbone } = file.space;
    const space = { ...file.space, backbone: { ...backbone, name: 'Other net', hash: 'd'.repeat(64) } };
    // As an earlier version wrote it, which does not say what the sums are.
    const earlier = { ...metadata(), sums: undefined };
    const found = await readExportedClasses(
      folderOf({
        [CLASSES_FILE]: encodeClassFile({ ...file, space }),
        'metadata.json': bytesOf(earlier),
      }),
    );
    const wanted = await ours();
    expect(() => requireBackbone(found, wanted)).toThrow(/Other net \(dddddddd…\)/);
    expect(() => requireBackbone(found, wanted)).toThrow(backbone.hash.slice(0, 8));
  });
});
