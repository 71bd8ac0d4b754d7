/** @file Adding classes from a file to a project on the disk: what it says, what it refuses, and killed at every step. */
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addingOf, allOf } from '../../../../main/classFiles/adding';
import { encodeClassFile, type SummedClass } from '../../../../main/classFiles/format';
import { GivenFiles, givenIn } from '../../../../main/classFiles/givenFiles';
import type { NamedClassFile } from '../../../../main/classFiles/readFile';
import { projectPaths } from '../../../../main/projects/paths';
import type { ProjectStore } from '../../../../main/projects/store';
import { bundle } from '../../../bundle.mjs';
import { sumsOf, Synthetic } from '../engine/imprinting/synthetic';
import { killInEveryState, type Run } from '../projects/child/killing';
import { noStrace, underStrace, type Traced } from '../projects/child/strace';
import { open, prepare, projectFolder, temporaryFolder } from '../projects/support';
import { fileOf, spaceNamed, summed } from './support';

const D = 16;
const space = new Synthetic(3, D);
const named = (...classes: SummedClass[]): NamedClassFile => ({
  file: fileOf(spaceNamed('a', D), ...classes),
  name: 'theirs.imprint-class',
});
const pike = summed('Pike', sumsOf(space.samples(3)));
const eel = summed('Eel', sumsOf(space.samples(2)), { kind: 'background' });

async function project(): Promise<{ store: ProjectStore; given: GivenFiles }> {
  const store = await open(await projectFolder());
  await prepare(store);
  return { store, given: new GivenFiles(projectPaths(store.folder).given) };
}

/** All classes of a file, into those of the same names. */
async function add(
  { store, given }: Awaited<ReturnType<typeof project>>,
  from: NamedClassFile,
): Promise<void> {
  const { classes } = store.document;
  await store.apply(await addingOf(from, allOf(from, classes), { classes, given }));
}

describe('classes of a file', () => {
  it('join those of the same names or come beside them, and are there when the project is opened again', async () => {
    const one = await project();
    await add(one, named(pike, eel));
    const { store, given } = one;
    expect(store.titles.undo).toBe('Add the sums of 5 images to 2 classes');
    await store.close();
    const { document } = await open(store.folder);
    expect(document.classes.map(({ name, kind }) => [name, kind])).toEqual([
      ['pike', 'class'],
      ['perch', 'class'],
      ['Eel', 'background'],
    ]);
    const [first] = document.classes[0]!.given!;
    expect(first).toMatchObject({ images: 3, shots: 3, from: 'theirs.imprint-class' });
    expect((await given.read(first!.of))!.sums.unit[0]!.sum).toEqual(pike.sums.unit[0]!.sum);
    expect(givenIn(document.classes).size).toBe(2);
  });

  it('are one step, which undo takes back, over a restart too', async () => {
    const one = await project();
    const { classes } = one.store.document;
    await add(one, named(pike, eel));
    await one.store.close();
    const again = await open(one.store.folder);
    await again.undo();
    expect(again.document.classes).toEqual(classes);
    await again.redo();
    expect(again.document.classes.map((c) => c.given?.length)).toEqual([1, undefined, 1]);
  });

  it('may become new classes beside those of the same names, told apart by a number', async () => {
    const { store, given } = await project();
    const { classes } = store.document;
    const command = await addingOf(named(pike), [{ entry: 0, into: null }], { classes, given });
    expect(command.classes.map(({ name }) => name)).toEqual(['Pike 2']);
  });

  it('are refused where the class has the same sums, whichever file they come from', async () => {
    const one = await project();
    await add(one, named(pike));
    await expect(
      add(one, named({ ...pike, name: 'PIKE', preview: Buffer.from([0xff, 0xd8]) })),
    ).rejects.toThrow('pike has exactly these sums already');
    await add(one, named(summed('Pike', sumsOf(space.samples(3)))));
    expect(one.store.document.classes[0]!.given).toHaveLength(2);
  });

  it('are refused where a choice fits nothing', async () => {
    const { store, given } = await project();
    const parts = { classes: store.document.classes, given };
    await expect(addingOf(named(pike), [{ entry: 1, into: null }], parts)).rejects.toThrow('not in the file');
    await expect(addingOf(named(pike), [{ entry: 0, into: 'gone' }], parts)).rejects.toThrow(
      'no longer there',
    );
  });

  it('say what the disk says, and the project is as it was', async () => {
    const one = await project();
    writeFileSync(projectPaths(one.store.folder).given, 'a file where the folder should be');
    const before = JSON.stringify(one.store.document);
    await expect(add(one, named(pike))).rejects.toThrow(
      /^The sums were not added: .* The project is as it was\.$/,
    );
    expect(JSON.stringify(one.store.document)).toBe(before);
  });
});

describe('what a class has as sums', () => {
  it('goes with it into the class that it is merged into, each once, and with it when it is deleted', async () => {
    const one = await project();
    await add(one, named(pike, summed('Perch', sumsOf(space.samples(1)))));
    const { store } = one;
    await store.apply({ name: 'mergeClasses', from: 'pike', into: 'perch' });
    expect(store.document.classes.map(({ id, given }) => [id, given?.map(({ images }) => images)])).toEqual([
      ['perch', [1, 3]],
    ]);
    await store.undo();
    await store.apply({ name: 'editClass', id: 'pike', changes: { name: 'Northern pike' } });
    expect(store.document.classes[0]!.given).toHaveLength(1);
    await store.apply({ name: 'deleteClass', id: 'pike' });
    expect(givenIn(store.document.classes).size).toBe(1);
    await store.undo();
    expect(givenIn(store.document.classes).size).toBe(2);
  });

  it('is removed from the disk only once nothing names it', async () => {
    const one = await project();
    await add(one, named(pike, eel));
    const { store, given } = one;
    expect(await given.unused(givenIn(store.document.classes))).toEqual([]);
    const [{ of } = { of: '' }] = store.document.classes[0]!.given!;
    await store.apply({ name: 'removeGiven', class: 'pike', of });
    expect(store.titles.undo).toBe('Take the sums of 3 images out of pike');
    await given.forgetUnused(givenIn(store.document.classes));
    expect(readdirSync(projectPaths(store.folder).given)).toHaveLength(1);
    expect(await given.read(of)).toBeNull();
    await expect(store.apply({ name: 'removeGiven', class: 'pike', of })).rejects.toThrow('any more');
  });
});

const built = mkdtempSync(path.join(os.tmpdir(), 'imprint-adding-'));
let script = '';
beforeAll(async () => {
  script = await bundle('test/unit/main/classFiles/child/add.ts', path.join(built, 'add.cjs'));
});
afterAll(() => rmSync(built, { recursive: true, force: true }));

describe.skipIf(noStrace !== null)(`killed (${noStrace ?? 'with strace'})`, () => {
  it('at every change and word, what the project names is on the disk', async () => {
    const { store: template } = await project();
    await template.close();
    const file = path.join(temporaryFolder(), 'theirs.imprint-class');
    writeFileSync(file, encodeClassFile(named(pike, eel).file));
    const run: Run = async (options, where) => {
      const folder = path.join(temporaryFolder(), path.basename(template.folder));
      cpSync(template.folder, folder, { recursive: true });
      const traced = await underStrace(options, script, [folder, file]);
      await expectAllOrNothing(folder, `${where}, said ${traced.lines.join(' ')}`, traced);
      return traced;
    };
    const { states, calls } = await killInEveryState(run);
    expect(states).toBeGreaterThanOrEqual(20);
    expect(calls('fsync')).toBeGreaterThanOrEqual(4);
    expect(calls('rename')).toBeGreaterThanOrEqual(3);
  });

  async function expectAllOrNothing(folder: string, where: string, { lines }: Traced): Promise<void> {
    expect([where, lines.includes('asked')]).toEqual([where, false]);
    const store = await open(folder, { confirmRecovery: vi.fn(() => Promise.resolve(false)) });
    const named = [...givenIn(store.document.classes)];
    if (lines.includes('added')) expect([where, named.length]).toEqual([where, 2]);
    // All of it or nothing, and whatever the project names is on the disk, whole.
    expect([where, [0, 2].includes(named.length)]).toEqual([where, true]);
    const given = new GivenFiles(projectPaths(folder).given);
    for (const of of named) expect([where, (await given.read(of)) !== null]).toEqual([where, true]);
    await store.close();
  }
});
