/** @file What is saved, format by format; that nothing is overwritten, and nothing half-made is left. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { SaveFormat, SaveOptions } from '../../../../main/contract/exchange';
import { readFile, readOwnFolders, readTree } from '../../../../main/exchange/read/source';
import { readCsv } from '../../../../main/exchange/read/csv/csv';
import { Saver } from '../../../../main/exchange/saver';
import { makeFiles, temporaryFolder } from '../images/support';
import { savedProject } from './savedProject';
import { labelsOf, NOW, openLabels, plan, projectOf, take } from './support';

const options = (format: SaveFormat, more: Partial<SaveOptions> = {}): SaveOptions => ({
  ...{ format, of: 'labels', unlabelled: false, link: false },
  ...more,
});
const save = async (format: SaveFormat, more: Partial<SaveOptions> = {}) => {
  const [project, into] = [await savedProject(temporaryFolder()), temporaryFolder()];
  const saved = await new Saver(() => undefined).save(project, options(format, more), into);
  const read = (name: string): string => readFileSync(path.join(saved!.folder, name), 'utf8');
  return { project, into, saved: saved!, read };
};

describe('CSV', () => {
  it('holds the columns that are needed, and reads back as what was written', async () => {
    const { project, saved, read } = await save('csv');
    expect(read('images.csv')).toBe(
      [
        'path,label,x,y,width,height,group,station,time,role',
        'north/a.jpg,Perch,,,,,burst 1,,2026-05-31T10:00:00,',
        'north/b.jpg,"Pike, northern",,,,,burst 1,,,check',
        'south/a.jpg,Perch,,,,,,river,,',
        'south/a.jpg,"Pike, northern",0.1,0.2,0.3,0.4,,river,,',
        '',
      ].join('\n'),
    );
    expect(read('labels.csv')).toBe('index,label\n0,Perch\n1,"Pike, northern"\n2,N/A\n');
    const again = plan((await readFile(path.join(saved.folder, 'images.csv'))).read, project);
    expect(again.facts).toMatchObject({ same: 4, fresh: 0, conflicts: 0, boxes: 0, problemCount: 0 });
    expect(again.facts).toMatchObject({ groups: 0, places: 0, times: 0, roles: 0, otherConflicts: 0 });

    const fresh = openLabels(
      { ...project.document, labels: {}, boxes: {}, groups: {}, places: {}, times: {}, roles: {} },
      project.rows.slice(0, 4).map((row) => row.path),
    );
    await take(readCsv(read('images.csv')), fresh);
    for (const section of ['groups', 'places', 'times', 'roles'] as const)
      expect(Object.values(fresh.document[section])).toEqual(Object.values(project.document[section]));
    expect(Object.values(fresh.document.boxes)).toEqual(Object.values(project.document.boxes));
    expect(Object.values(labelsOf(fresh)).sort()).toEqual(Object.values(labelsOf(project)).sort());
  });
});

describe('class folders', () => {
  it('hold copies, collisions renamed, whatever is named so', async () => {
    const { saved, read } = await save('folders', { unlabelled: true });
    const files = (folder: string) => readdirSync(path.join(saved.folder, folder)).sort();
    expect(files('Perch')).toEqual(['a (2).jpg', 'a.jpg']);
    expect(files('Pike, northern')).toEqual(['b.jpg']);
    expect(files('_unlabeled')).toEqual(['c.jpg']);
    expect(read('Perch/a (2).jpg')).toBe('south/a.jpg');
    expect(read('labels.csv')).toContain('2,N/A,N_A');
    expect(read('images.csv')).toContain('Perch/a (2).jpg,Perch,south/a.jpg');
    expect(saved.notes).toEqual(['One box is left out: this format holds whole images.']);
  });

  it('may hold hard links, which take no space', async () => {
    const { project, saved } = await save('folders', { link: true });
    const linked = statSync(path.join(saved.folder, 'Perch/a.jpg'));
    expect(linked.ino).toBe(statSync(project.absolute(0)).ino);
    expect(existsSync(path.join(saved.folder, '_unlabeled'))).toBe(false);
  });

  it('never touch a folder that is there', async () => {
    const [project, into] = [await savedProject(temporaryFolder()), temporaryFolder()];
    makeFiles(into, 'Fishes class folders/mine.txt');
    const saved = await new Saver(() => undefined).save(project, options('folders'), into);
    expect(saved?.folder).toBe(path.join(into, 'Fishes class folders 2'));
    expect(readdirSync(path.join(into, 'Fishes class folders'))).toEqual(['mine.txt']);
  });

  it('read back whole: names that no folder can have, files that were numbered, and the order of the classes', async () => {
    const project = await savedProject(temporaryFolder());
    project.document.labels['f1/c.jpg'] = { class: 'n', how: 'hand', by: 'me', at: NOW };
    const saved = await new Saver(() => undefined).save(project, options('folders'), temporaryFolder());
    const source = await readTree(saved!.folder);
    expect(plan(source.read, project).facts).toMatchObject({ same: 4, conflicts: 0, problemCount: 0 });
    const empty = projectOf('north/a.jpg', 'north/b.jpg', 'south/a.jpg', 'c.jpg');
    await take(source.read, empty);
    expect(empty.document.classes.map(({ name }) => name)).toEqual(['Perch', 'Pike, northern', 'N/A']);
    expect(labelsOf(empty)).toEqual({
      ...{ 'f1/north/a.jpg': 'Perch', 'f1/north/b.jpg': 'Pike, northern' },
      ...{ 'f1/south/a.jpg': 'Perch', 'f1/c.jpg': 'N/A' },
    });
  });

  it('keep the names of their classes where they are opened as images themselves', async () => {
    const { saved } = await save('folders', { unlabelled: true });
    writeFileSync(path.join(saved.folder, 'labels.csv'), 'index,label,folder\n0,Perch (river),Perch\n');
    const opened = projectOf('Perch/a.jpg', 'Pike, northern/b.jpg');
    opened.document.folders = [{ ...opened.document.folders[0]!, path: saved.folder }];
    await take((await readOwnFolders(opened)).read, opened);
    expect(Object.values(labelsOf(opened))).toEqual(['Perch (river)', 'Pike, northern']);
    // A table of somebody else's that has the same name means nothing.
    writeFileSync(path.join(saved.folder, 'labels.csv'), 'label;folder\nx;Perch\n');
    expect((await readOwnFolders(opened)).read.records[0]?.label).toBe('Perch');
  });

  it('leave out what is not there any more, and say so', async () => {
    const project = await savedProject(temporaryFolder());
    writeFileSync(project.absolute(0), '');
    const gone = {
      ...project,
      absolute: (index: number) => (index === 0 ? '/nowhere/a.jpg' : project.absolute(index)),
    };
    const saved = await new Saver(() => undefined).save(gone, options('folders'), temporaryFolder());
    expect(saved?.notes).toContain('One image is left out because its file could not be read.');
  });

  it('leave nothing where the person stops, or the disk refuses', async () => {
    const [project, into] = [await savedProject(temporaryFolder()), temporaryFolder()];
    const saver: Saver = new Saver(() => saver.cancel());
    expect(await saver.save(project, options('folders'), into)).toBeNull();
    expect(readdirSync(into)).toEqual([]);
    const full = {
      ...project,
      embeddings: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })),
    };
    await expect(new Saver(() => undefined).save(full, options('embeddings'), into)).rejects.toThrow(
      /Nothing was saved in .*the disk is full \(ENOSPC\).*What was begun was removed/,
    );
    expect(readdirSync(into)).toEqual([]);
  });
});

describe('formats of other programs', () => {
  it('FiftyOne: data and labels.json, no two images with one stem', async () => {
    const { project, saved, read } = await save('fiftyone', { unlabelled: true });
    expect(JSON.parse(read('labels.json'))).toEqual({
      classes: ['Perch', 'Pike, northern', 'N/A'],
      labels: { a: 0, b: 1, 'a (2)': 0, c: null },
    });
    expect(readdirSync(path.join(saved.folder, 'data')).length).toBe(4);
    const { facts } = plan((await readTree(saved.folder)).read, project);
    expect(facts).toMatchObject({ format: 'fiftyone', rows: 4, same: 1 });
  });

  it('Label Studio: reads back as what was written, with guesses as predictions', async () => {
    const { project, read, saved } = await save('label-studio', { unlabelled: true });
    const [first] = JSON.parse(read('tasks.json')) as [{ data: object; predictions: object[] }];
    expect(first.data).toEqual({ image: '/data/local-files/?d=north/a.jpg' });
    expect(first.predictions).toMatchObject([{ model_version: 'Fishes 7', score: 0.75 }]);
    const { facts } = plan((await readFile(path.join(saved.folder, 'tasks.json'))).read, project);
    expect(facts).toMatchObject({ format: 'label-studio', same: 4, fresh: 0, boxes: 0, problemCount: 0 });
    expect(read('config.xml')).toContain('<Choice value="Pike, northern"/>');
  });

  it('CVAT: a zip of images by label, and XML with tags and boxes', async () => {
    const { saved } = await save('cvat-images');
    const zip = unzipSync(readFileSync(path.join(saved.folder, 'images.zip')));
    expect(Object.keys(zip).sort()).toEqual([
      'Perch/Perch_a (2).jpg',
      'Perch/Perch_a.jpg',
      'Pike, northern/Pike, northern_b.jpg',
    ]);
    expect(Buffer.from(zip['Perch/Perch_a.jpg']!).toString()).toBe('north/a.jpg');
    const { read } = await save('cvat-xml');
    expect(read('annotations.xml')).toContain('<image id="0" name="north/a.jpg" width="400" height="200">');
    expect(read('annotations.xml')).toContain(
      '<box label="Pike, northern" source="manual" occluded="0" xtl="40" ytl="40" xbr="160" ybr="120" z_order="0">',
    );
  });

  it('NumPy: float32 in rows, and a CSV that says which row is which', async () => {
    const { saved, read } = await save('embeddings');
    const npy = readFileSync(path.join(saved.folder, 'embeddings.npy'));
    expect(npy.subarray(0, 8)).toEqual(Buffer.from('\x93NUMPY\x01\x00', 'latin1'));
    expect(npy.subarray(10, 128).toString('latin1')).toMatch(
      /'<f4', 'fortran_order': False, 'shape': \(4, 3\), } +\n$/,
    );
    expect([
      ...new Float32Array(npy.buffer.slice(npy.byteOffset + 128, npy.byteOffset + npy.length)),
    ]).toEqual([0, 0.5, 1, 1, 1.5, 2, 2, 2.5, 3, 4, 4.5, 5]);
    expect(read('embeddings.csv').split('\n')[4]).toMatch(/^3,box:b1,south\/a.jpg,0.1,0.2,0.3,0.4,/);
    expect(saved.notes).toEqual(['One item has no embedding: it was not read.']);
  });

  it('guesses: with what is none of these, by image and by group', async () => {
    const { read } = await save('guesses');
    expect(read('guesses.csv').split('\n').slice(0, 4)).toEqual([
      'path,x,y,width,height,label,guess,confidence,known,none',
      'north/a.jpg,,,,,Perch,Perch,0.75,true,',
      'north/b.jpg,,,,,"Pike, northern",none of these,0.5,false,below threshold',
      'south/a.jpg,,,,,Perch,Perch,0.75,true,',
    ]);
    expect(read('groups.csv')).toBe('group,images,guess,agreeing\nburst 1,2,Perch,1\n');
  });
});

it('refuses links across disks in a sentence', async () => {
  const shm = '/dev/shm';
  if (!existsSync(shm) || statSync(shm).dev === statSync(temporaryFolder()).dev) return;
  const into = path.join(shm, `imprint-${process.pid}`);
  mkdirSync(into);
  const project = await savedProject(temporaryFolder());
  await expect(
    new Saver(() => undefined).save(project, options('folders', { link: true }), into),
  ).rejects.toThrow(/Links are not possible there/);
  expect(readdirSync(into)).toEqual([]);
});

// Written here and accepted by pandas, label-studio-sdk, datumaro and FiftyOne's importer: see test/interop.
it.each([
  ['csv', 'images.csv'],
  ['csv', 'labels.csv'],
  ['label-studio', 'tasks.json'],
  ['label-studio', 'config.xml'],
  ['cvat-xml', 'annotations.xml'],
  ['fiftyone', 'labels.json'],
  ['folders', 'labels.csv'],
] as const)('%s: %s is byte for byte what real readers accepted', async (format, name) => {
  const { read } = await save(format, { unlabelled: format !== 'folders' });
  const golden = path.resolve(import.meta.dirname, '../../../golden/exchange', format, name);
  expect(read(name)).toBe(readFileSync(golden, 'utf8'));
});
