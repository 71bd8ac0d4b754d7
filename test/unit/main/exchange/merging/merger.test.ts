/** @file Real projects on the disk: the other one is only read, and what is agreed to is one step. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Merger, type OpenProject } from '../../../../../main/exchange/merging/merger';
import { readOther } from '../../../../../main/exchange/merging/read';
import { DECODER_VERSION } from '../../../../../main/images/decoder/protocol';
import { encodeIndex } from '../../../../../main/images/scanIndexFile';
import { createProject } from '../../../../../main/projects/create';
import { canonical } from '../../../../../main/projects/document';
import { projectPaths } from '../../../../../main/projects/paths';
import type { ClassInfo, ImageFolder } from '../../../../../main/projects/schema';
import type { ProjectStore } from '../../../../../main/projects/store';
import { labelAs, open, prepare, projectFolder, temporaryFolder } from '../../projects/support';
import { mine, Person } from './support';

/** A closed project whose images a, b and c are labelled pike. */
async function other(): Promise<string> {
  const folder = await createProject({ name: 'Their pond', folder: null, directory: temporaryFolder() });
  const store = await open(folder, { by: 'ben' });
  await prepare(store);
  await store.apply(labelAs('pike', 'a', 'b', 'c'));
  await store.close();
  return folder;
}

async function own(): Promise<{ store: ProjectStore; project: OpenProject }> {
  const store = await open(await projectFolder());
  await prepare(store);
  await store.apply(labelAs('perch', 'a'));
  const { rows } = mine(new Person('', []), 'f/a.jpg', 'f/b.jpg');
  return { store, project: { store, items: { rows: [...rows], content: () => null } } };
}

/** Every file below, with its bytes and time. */
const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .sort()
    .map((name) => {
      const { mtimeMs, size } = statSync(path.join(folder, name));
      return `${name} ${size} ${mtimeMs}`;
    });

describe('the other project', () => {
  it('is neither locked nor changed, may be open elsewhere, and may lie in the folder that was chosen', async () => {
    const folder = await other();
    const holder = await open(folder);
    const before = filesOf(folder);
    const read = await readOther(path.dirname(folder), '/elsewhere');
    expect(Object.keys(read.document.labels)).toHaveLength(3);
    expect(read.notes[0]).toMatch(/came without its cache/);
    expect(filesOf(folder)).toEqual(before);
    expect(holder.readOnly).toBeNull();
  });

  it('says by its scan index which content an image has', async () => {
    const folder = await other();
    const { scanIndex } = projectPaths(folder);
    const hash = 'ab'.repeat(32);
    const facts = { hash, width: 1, height: 1, capturedAt: null, camera: null, pixelHash: null };
    const entry = { folder: 'f', path: 'a.jpg', size: 1, mtimeMs: 1, gone: false, addedAt: 0, facts };
    mkdirSync(path.dirname(scanIndex), { recursive: true });
    writeFileSync(scanIndex, encodeIndex([entry], DECODER_VERSION));
    const read = await readOther(folder, '/elsewhere');
    expect([read.contentOf('f/a.jpg'), read.contentOf('f/b.jpg'), read.notes]).toEqual([hash, null, []]);
    writeFileSync(scanIndex, '{"torn');
    expect((await readOther(folder, '/elsewhere')).notes[0]).toMatch(/cache that cannot be used/);
  });

  it('keeps its sums of images that are not there, says so, and its labels are taken over all the same', async () => {
    const folder = await other();
    const store = await open(folder);
    const sums = { of: '0'.repeat(64), images: 3, shots: 3, from: 'a file' };
    await store.apply({ name: 'addGiven', classes: [], given: [{ class: 'pike', sums }] });
    await store.close();
    expect((await readOther(folder, '/elsewhere')).notes[1]).toMatch(/pike also has sums .* not taken over/);
    const { store: mine, project } = await own();
    const merger = new Merger(() => undefined);
    const plan = await merger.plan(folder, project);
    await merger.apply(plan!.id, [0], project);
    expect(mine.document.classes.every(({ given }) => given === undefined)).toBe(true);
    expect(mine.document.labels['f/a.jpg']?.class).toBe('pike');
  });

  it('of an older version is brought up in memory only', async () => {
    const folder = await other();
    const file = projectPaths(folder).document;
    const { classes, folders, ...rest } = JSON.parse(readFileSync(file, 'utf8')) as {
      [key: string]: unknown;
      classes: ClassInfo[];
      folders: ImageFolder[];
    };
    for (const section of ['places', 'times']) Reflect.deleteProperty(rest, section);
    const old = {
      ...{ ...rest, schema: 1 },
      classes: classes.map(({ id, name, colour, key }) => ({ id, name, colour, key })),
      folders: folders.map(({ id, path: at }) => ({ id, path: at })),
    };
    writeFileSync(file, JSON.stringify(old));
    const before = filesOf(folder);
    expect((await readOther(folder, '/elsewhere')).document.classes[0]).toMatchObject({ kind: 'class' });
    expect(filesOf(folder)).toEqual(before);
  });

  it.each([
    ['{"schema":2,"cla', /project.json of Their pond is damaged or cut off .*nothing was taken over/],
    ['', /is empty/],
    [null, /There is no project in .*choose the folder that ends in .imprint/],
  ])('that is broken or none is refused with a sentence: %s', async (text, sentence) => {
    const folder = text === null ? temporaryFolder() : await other();
    if (text !== null) writeFileSync(projectPaths(folder).document, text);
    await expect(readOther(folder, '/elsewhere')).rejects.toThrow(sentence);
  });

  it('that is newer, or the open one, is refused', async () => {
    const folder = await other();
    const file = projectPaths(folder).document;
    await expect(readOther(folder, folder)).rejects.toThrow(/the project that is open/);
    const now = JSON.parse(readFileSync(file, 'utf8')) as object;
    writeFileSync(file, JSON.stringify({ ...now, schema: 99 }));
    await expect(readOther(folder, '/elsewhere')).rejects.toThrow(
      /newer version of Imprint Studio \(format 99\)/,
    );
  });
});

describe('taking over', () => {
  it('changes nothing by looking, is one step, and undo brings the earlier document back', async () => {
    const [folder, { store, project }, merger] = [await other(), await own(), new Merger(() => {})];
    const before = canonical(store.document);
    const plan = await merger.plan(folder, project);
    expect(plan).toMatchObject({ name: 'Their pond', people: ['ben'], unmatched: { items: 1, labels: 1 } });
    expect(plan?.conflicts).toHaveLength(1);
    expect(canonical(store.document)).toBe(before);
    const change = await merger.apply(plan!.id, [0], project);
    expect(change.undo).toBe('Take over 2 labels from Their pond');
    expect(store.document.labels).toMatchObject({
      'f/a.jpg': { class: 'pike', by: 'ben' },
      'f/b.jpg': { class: 'pike', by: 'ben' },
    });
    await store.undo();
    expect(canonical(store.document)).toBe(before);
  });

  it('is refused where the project has changed since, or the plan is an older one', async () => {
    const [folder, { store, project }, merger] = [await other(), await own(), new Merger(() => {})];
    const first = await merger.plan(folder, project);
    await store.apply(labelAs('perch', 'b'));
    await expect(merger.apply(first!.id, [], project)).rejects.toThrow(/has changed since/);
    const second = await merger.plan(folder, project);
    await expect(merger.apply(first!.id, [], project)).rejects.toThrow(/has changed since/);
    expect(second?.conflicts).toHaveLength(2);
    await expect(merger.apply(second!.id, [], project)).rejects.toThrow(
      /nothing that this one does not have/,
    );
    expect(store.titles.undo).toBe('Label 1 image as perch');
  });

  it('can be given up while it compares', async () => {
    const [folder, { project }, merger] = [await other(), await own(), new Merger(() => {})];
    const plan = merger.plan(folder, project);
    merger.cancel();
    expect(await plan).toBeNull();
  });

  it('saves conflicts and what has no place into a new folder', async () => {
    const [folder, { project }, merger] = [await other(), await own(), new Merger(() => {})];
    const plan = await merger.plan(folder, project);
    const out = temporaryFolder();
    const [one, two] = [
      await merger.save(plan!.id, [0], project, out),
      await merger.save(plan!.id, [], project, out),
    ];
    expect([path.basename(one), path.basename(two)]).toEqual([
      'Compared with Their pond',
      'Compared with Their pond 2',
    ]);
    expect(readFileSync(path.join(one, 'conflicts.csv'), 'utf8')).toMatch(
      /a.jpg,label,perch,.*,pike,ben,.*,theirs\n$/,
    );
    expect(readFileSync(path.join(two, 'not in this project.csv'), 'utf8')).toContain('c.jpg,pike');
    expect(readdirSync(out)).toHaveLength(2);
  });
});
