/**
 * @file Classes that came as sums, through the whole path with real photos: exported files, `project.json`, the project's folder,
 * a fresh engine. What is imprinted from sums and images together is, to the byte, what all images together give.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLASSES_FILE, decodeClassFile, encodeClassFile } from '../../../../main/classFiles/format';
import { GivenFiles } from '../../../../main/classFiles/givenFiles';
import type { Command } from '../../../../main/projects/commands';
import { projectPaths } from '../../../../main/projects/paths';
import { SMALL_DIMENSION } from '../engine/backbone/small';
import { addClass, classOf } from '../projects/support';
import { ITEMS, Lab, projectOf, shareEmbeddings, told, type Outcome } from '../unlearning/lab';

const IDS = ['arch', 'bird', 'castle'];
const BASES = ['none', 'imagenet'] as const;
const label = (of: string, ...items: string[]): Command => ({
  ...{ name: 'label', class: of, items, how: 'hand' },
});
/** Of unequal shots, so that balancing has something to do; two arches are one group. */
const old: Command[] = [
  label('arch', ...ITEMS.slice(0, 4)),
  label('bird', ...ITEMS.slice(5, 7)),
  label('castle', ITEMS[10]!),
  { name: 'setGroup', items: ITEMS.slice(0, 2), group: 'one arch' },
];
const fresh = [label('arch', ITEMS[4]!), label('bird', ...ITEMS.slice(7, 10)), label('castle', ITEMS[11]!)];
const classes = IDS.map((id) => addClass(id));

let template = '';
beforeAll(async () => {
  // Every photo is embedded once.
  template = mkdtempSync(path.join(os.tmpdir(), 'imprint-reopened-'));
  await (await Lab.start(template)).stop();
}, 120_000);
afterAll(() => rmSync(template, { recursive: true, force: true }));

async function outcomeOf(folder: string, base?: 'imagenet', more: Command[] = []): Promise<Outcome> {
  await told(folder, ...more);
  shareEmbeddings(template, folder);
  const lab = await Lab.start(folder, ITEMS, base);
  const outcome = await lab.outcome(undefined, ['tfjs']);
  await lab.stop();
  return outcome;
}

const labelled = async (commands: Command[], base?: 'imagenet', more: Command[] = []): Promise<Outcome> =>
  outcomeOf(await projectOf(...classes, ...commands), base, more);

let oldModel: Promise<Outcome> | null = null;
/** The model of the old labels, as it is exported once and opened by several tests. */
const exported = (): Promise<Outcome> => (oldModel ??= labelled(old));

/** A project whose classes came with an exported model, and what is labelled in it besides. */
async function reopened(model: Outcome, commands: Command[] = []): Promise<string> {
  const folder = await projectOf();
  const files = new GivenFiles(projectPaths(folder).given);
  const file = decodeClassFile(model.files.get(`tfjs/${CLASSES_FILE}`)!, CLASSES_FILE);
  const given = [];
  for (const one of file.classes) {
    const of = await files.keep(file, one);
    const { images, shots, name } = one;
    given.push({ class: name, sums: { of, images, shots, from: 'Garden model' } });
  }
  const made = file.classes.map(({ name, kind }) => classOf(name, { kind }));
  await told(folder, { name: 'addGiven', classes: made, given }, ...commands);
  return folder;
}

/** What the head is made of: the values of a tfjs model's tensors, by their names; scales and biases apart. */
function rowsIn({ files }: Outcome): Record<string, string> {
  const { weightsManifest } = JSON.parse(files.get('tfjs/model.json')!.toString()) as {
    weightsManifest: [{ weights: { name: string; shape: number[] }[] }];
  };
  const values = files.get('tfjs/weights.bin')!;
  const found: Record<string, string> = {};
  let at = 0;
  for (const { name, shape } of weightsManifest[0].weights) {
    const end = at + 4 * shape.reduce((product, side) => product * side, 1);
    if (/imprint|logits/.test(name) && shape.some((side) => side % SMALL_DIMENSION === 0))
      found[name] = values.subarray(at, end).toString('hex');
    at = end;
  }
  return found;
}

const sumsIn = ({ files }: Outcome): string => files.get(`tfjs/${CLASSES_FILE}`)!.toString();

describe.each(BASES)('beside %s', (base) => {
  const beside = base === 'none' ? undefined : base;
  it.each([
    ['balanced', {}],
    ['plain', { balanced: false }],
    ['appended', { join: 'append' }],
  ] as const)(
    'a model that is opened again has the same rows, and more images make it what all would (%s)',
    async (_, changes) => {
      const set: Command[] = [{ name: 'setSettings', changes }];
      const model = await labelled(old, beside, set);
      const rows = rowsIn(model);
      expect(Object.values(rows).join('').length).toBeGreaterThan(1000);

      const again = await outcomeOf(await reopened(model), beside, set);
      expect(rowsIn(again)).toEqual(rows);
      expect(sumsIn(again)).toBe(sumsIn(model));

      const more = await outcomeOf(await reopened(model, fresh), beside, set);
      const all = await labelled([...old, ...fresh], beside, set);
      expect(rowsIn(more)).toEqual(rowsIn(all));
      expect(sumsIn(more)).toBe(sumsIn(all));
      expect(rowsIn(more)).not.toEqual(rows);
    },
    120_000,
  );
});

describe('sums that were added', () => {
  /** Of all formats. */
  async function neverAdded(): Promise<Outcome> {
    const folder = await projectOf(...classes, ...old);
    shareEmbeddings(template, folder);
    const lab = await Lab.start(folder);
    const outcome = await lab.outcome();
    await lab.stop();
    return outcome;
  }

  it('leave no trace when they are taken away, in the same engine and a fresh one', async () => {
    const never = await neverAdded();
    const folder = await projectOf(...classes, ...old);
    const file = decodeClassFile(never.files.get(`tfjs/${CLASSES_FILE}`)!, CLASSES_FILE);
    const [one] = file.classes;
    const of = await new GivenFiles(projectPaths(folder).given).keep(file, one!);
    const sums = { of, images: one!.images, shots: one!.shots, from: 'theirs' };
    shareEmbeddings(template, folder);
    const lab = await Lab.start(folder);
    await told(folder, { name: 'addGiven', classes: [], given: [{ class: 'arch', sums }] });
    expect(rowsIn(await lab.outcome(undefined, ['tfjs']))).not.toEqual(rowsIn(never));
    await told(folder, { name: 'removeGiven', class: 'arch', of });
    const after = await lab.outcome();
    for (const [name, bytes] of never.files)
      expect([name, after.files.get(name)!.equals(bytes)]).toEqual([name, true]);
    expect(after.guesses).toEqual(never.guesses);
    await lab.stop();
  }, 60_000);

  it('of a background of several prototypes give the rows it had', async () => {
    const rest = [addClass('rest', { kind: 'background' }), label('rest', ...ITEMS.slice(15, 20))];
    const model = await labelled([...old, ...rest]);
    const again = await outcomeOf(await reopened(model));
    expect(rowsIn(again)).toEqual(rowsIn(model));
    expect(JSON.parse(again.files.get('tfjs/metadata.json')!.toString())).toMatchObject({
      classes: [{}, {}, {}, { label: 'rest', kind: 'background', images: 5, groups: 5, prototypes: 2 }],
    });
  }, 60_000);

  /** What the engine says of the class arch in a project. */
  async function qualityOfArch(folder: string) {
    shareEmbeddings(template, folder);
    const lab = await Lab.start(folder);
    const { estimate } = await lab.taught();
    await lab.stop();
    return estimate.classes[0]!;
  }

  it('are told beside own images', async () => {
    const folder = await reopened(await exported(), fresh);
    const given = { images: 4, shots: 3, why: null };
    expect(await qualityOfArch(folder)).toMatchObject({ images: 1, groups: 1, prototypes: 1, given });
  }, 60_000);

  it('do not count under another backbone, and both are named', async () => {
    const model = await exported();
    const file = decodeClassFile(model.files.get(`tfjs/${CLASSES_FILE}`)!, 'model');
    const { backbone } = file.space;
    const other = { ...file, space: { ...file.space, backbone: { ...backbone, hash: 'f'.repeat(64) } } };
    const files = new Map([[`tfjs/${CLASSES_FILE}`, encodeClassFile(other)]]);
    const { given, ...arch } = await qualityOfArch(await reopened({ ...model, files }, fresh));
    expect(given!.why).toContain('ffffffff…');
    expect(given!.why).toContain(backbone.hash.slice(0, 8));
    expect(given).toMatchObject({ images: 0, shots: 0 });
    expect(arch).toMatchObject({ images: 1, groups: 1, prototypes: 1 });
  }, 60_000);

  it.each([
    ['damaged', (file: string) => writeFileSync(file, readFileSync(file).subarray(100)), /damaged/],
    ['gone', (file: string) => rmSync(file), /not in the project any more/],
  ])(
    'do not count where their file is %s, and say so',
    async (_, spoil, why) => {
      const folder = await reopened(await exported(), fresh);
      const { given } = projectPaths(folder);
      for (const name of readdirSync(given)) spoil(path.join(given, name));
      const arch = await qualityOfArch(folder);
      expect(arch.given).toEqual({ images: 0, shots: 0, why: expect.stringMatching(why) as string });
      expect(arch).toMatchObject({ images: 1, prototypes: 1 });
    },
    60_000,
  );
});
