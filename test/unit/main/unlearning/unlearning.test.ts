/**
 * @file Exact unlearning: once a label, a box, an image or a class is taken away, exported files and guesses are byte for byte what
 * they would be had it never been there. Through the whole path: commands, project.json, a fresh engine, files of both formats.
 *
 * Compared are all files of an export. Of what the app writes in them only `createdAt` in metadata.json (when it was exported; told
 * to both sides here) and `check.json` (when and on which images it was checked; written by the check afterwards) are not of what is
 * taught.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Command } from '../../../../main/projects/commands';
import { addClass } from '../projects/support';
import { ITEMS, Lab, projectOf, shareEmbeddings, told, type Outcome } from './lab';

const [ARCH, BIRD, CASTLE, FISH] = [0, 5, 10, 15].map((at) => ITEMS.slice(at, at + 5)) as [
  ...[string[], string[], string[], string[]],
];
const label = (of: string | null, ...items: string[]): Command => ({
  ...{ name: 'label', class: of, items, how: 'hand' },
});
const classes = ['arch', 'bird', 'castle'].map((id) => addClass(id));
/** Of unequal shots, so that balancing has something to do; two arches are one group. */
const taught: Command[] = [
  label('arch', ...ARCH.slice(0, 4)),
  label('bird', ...BIRD.slice(0, 2)),
  label('castle', ...CASTLE),
  { name: 'setGroup', items: ARCH.slice(0, 2), group: 'one arch' },
];
const box = { x: 0.25, y: 0.25, width: 0.5, height: 0.5 };

/** The same of the files that have the same names, and of the items that both have. */
function expectSame(one: Outcome, other: Outcome): void {
  expect([...one.files.keys()]).toEqual([...other.files.keys()]);
  for (const [name, bytes] of one.files)
    expect(`${name} ${bytes.equals(other.files.get(name)!)}`).toBe(`${name} true`);
  for (const [item, guess] of other.guesses)
    expect(`${item}: ${one.guesses.get(item)}`).toBe(`${item}: ${guess}`);
}

let template = '';
/** A project told so much, with the embeddings that another has. */
async function project(...commands: Command[]): Promise<string> {
  const folder = await projectOf(...commands);
  shareEmbeddings(template, folder);
  return folder;
}

async function outcomeOf(folder: string, items?: readonly string[], base?: 'imagenet'): Promise<Outcome> {
  const lab = await Lab.start(folder, items, base);
  const outcome = await lab.outcome();
  await lab.stop();
  return outcome;
}

const never: Partial<Record<'none' | 'imagenet', Outcome>> = {};
beforeAll(async () => {
  // Every photo is embedded once.
  template = mkdtempSync(path.join(os.tmpdir(), 'imprint-unlearning-'));
  await (await Lab.start(template)).stop();
  never.none = await outcomeOf(await project(...classes, ...taught));
  never.imagenet = await outcomeOf(await project(...classes, ...taught), ITEMS, 'imagenet');
}, 120_000);
afterAll(() => rmSync(template, { recursive: true, force: true }));

/** What is taught besides, and what takes it away. */
const CASES: Record<string, [more: Command[], less: Command[]]> = {
  'labels that are taken away': [
    [label('bird', ...FISH), label('arch', ARCH[4]!)],
    [label(null, ...FISH, ARCH[4]!)],
  ],
  'images that are excluded': [
    [label('castle', ...FISH)],
    [{ name: 'setExcluded', images: FISH, excluded: true }],
  ],
  'images that are kept for the check': [
    [label('castle', ...FISH)],
    [{ name: 'setRole', items: FISH, role: 'check' }, label(null, ...FISH)],
  ],
  'a class that is deleted, with its labels': [
    [addClass('fish'), label('fish', ...FISH)],
    [{ name: 'deleteClass', id: 'fish' }],
  ],
  'a background of several prototypes': [
    [addClass('rest', { kind: 'background' }), label('rest', ...FISH, BIRD[4]!)],
    [{ name: 'deleteClass', id: 'rest' }],
  ],
  'several looks that a class had': [
    [{ name: 'editClass', id: 'castle', changes: { severalLooks: true } }],
    [{ name: 'editClass', id: 'castle', changes: { severalLooks: false } }],
  ],
  'groups that are taken apart again': [
    [{ name: 'setGroup', items: CASTLE, group: 'one castle' }],
    [{ name: 'setGroup', items: CASTLE, group: null }],
  ],
};

it.each(Object.entries(CASES))(
  '%s leave no trace, in the engine that learnt from them and, after saving and loading, in a fresh one',
  async (_, [more, less]) => {
    const folder = await project(...classes, ...taught, ...more);
    const lab = await Lab.start(folder);
    const before = await lab.outcome(undefined, ['tfjs']);
    const weights = 'tfjs/weights.bin';
    expect(before.files.get(weights)!.equals(never.none!.files.get(weights)!)).toBe(false);
    await told(folder, ...less);
    expectSame(await lab.outcome(), never.none!);
    await lab.stop();
    expectSame(await outcomeOf(folder), never.none!);
  },
  60_000,
);

it('labels that are taken away leave no trace with the shipped backbone either', async () => {
  const [more, less] = CASES['labels that are taken away']!;
  const items = [...ARCH, ...BIRD, ...CASTLE, ...FISH];
  const folder = await projectOf(...classes, ...taught, ...more);
  const lab = await Lab.start(folder, items, 'none', 'shipped');
  const before = await lab.outcome(undefined, ['tfjs']);
  await told(folder, ...less);
  const after = await lab.outcome();
  expect(before.files.get('tfjs/weights.bin')!.equals(after.files.get('tfjs/weights.bin')!)).toBe(false);
  await lab.stop();
  const other = await projectOf(...classes, ...taught);
  shareEmbeddings(folder, other);
  const fresh = await Lab.start(other, items, 'none', 'shipped');
  expectSame(after, await fresh.outcome());
  await fresh.stop();
}, 60_000);

it('leave no trace beside the backbone’s classes either', async () => {
  const [more, less] = CASES['a class that is deleted, with its labels']!;
  const folder = await project(...classes, ...taught, ...more);
  await told(folder, ...less);
  expectSame(await outcomeOf(folder, ITEMS, 'imagenet'), never.imagenet!);
}, 60_000);

it('a box that is deleted, and an image whose file is gone, were never there', async () => {
  const more: Command[] = [
    addClass('fish'),
    { name: 'setBox', id: 'b', image: BIRD[3]!, box },
    label('fish', 'box:b', ...FISH),
  ];
  const folder = await project(...classes, ...taught, ...more);
  const lab = await Lab.start(folder);
  await lab.show(['box:b'], box, BIRD[3]);
  const before = await lab.outcome(undefined, ['tfjs']);
  expect(before.files.get('tfjs/labels.txt')!.toString()).toContain('fish');
  await told(
    folder,
    { name: 'setBox', id: 'b', image: BIRD[3]!, box: null },
    { name: 'deleteClass', id: 'fish' },
  );
  expectSame(await lab.outcome(), never.none!);
  await lab.stop();
  // The files of all fishes are gone from the folder: rows are other ones.
  expectSame(
    await outcomeOf(
      folder,
      ITEMS.filter((item) => !FISH.includes(item)),
    ),
    {
      files: never.none!.files,
      guesses: new Map(),
    },
  );
}, 60_000);

it('does not depend on the order in which labels were given', async () => {
  const folder = await project(...classes, ...[...taught].reverse());
  expectSame(await outcomeOf(folder), never.none!);
}, 60_000);
