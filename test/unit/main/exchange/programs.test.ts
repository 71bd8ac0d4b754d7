/** @file Reading what FiftyOne, Label Studio and folders say. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFolderNames } from '../../../../main/exchange/read/folderNames';
import { readJson } from '../../../../main/exchange/read/json';
import { readFile, readTree } from '../../../../main/exchange/read/source';
import { makeFiles, temporaryFolder } from '../images/support';
import { labelsOf, plan, projectOf, take } from './support';

const json = (value: unknown) => readJson(JSON.stringify(value));

describe('FiftyOne', () => {
  it('labels by index, by name and in objects; null is not labelled', async () => {
    const project = projectOf('a.jpg', 'b.jpg', 'sub/c.jpg', 'd.jpg');
    const labels = { a: 1, b: { label: 'Perch', confidence: 0.5 }, c: { label: 0 }, d: null };
    const { facts } = await take(json({ classes: ['Perch', 'Pike'], labels }), project);
    expect(facts).toMatchObject({ format: 'fiftyone', rows: 4, fresh: 3, problemCount: 0 });
    expect(labelsOf(project)).toEqual({ 'f1/a.jpg': 'Pike', 'f1/b.jpg': 'Perch', 'f1/sub/c.jpg': 'Perch' });
    expect(project.document.classes.map(({ name }) => name)).toEqual(['Perch', 'Pike']);
  });

  it('says what cannot be used', () => {
    const { problems } = json({ classes: ['Perch'], labels: { a: 3, b: ['Perch', 'Pike'], c: '' } });
    expect(problems.map(({ line, text }) => `${line} ${text}`)).toEqual([
      '1 a: There is no class 3 among 1. The entry is left out.',
      '2 b: It has several labels, and an item has one. The entry is left out.',
      '3 c: The label is empty. The entry is left out.',
    ]);
  });

  it('knows its own files by their endings', async () => {
    const folder = temporaryFolder();
    makeFiles(folder, 'data/a.png');
    writeFileSync(path.join(folder, 'labels.json'), JSON.stringify({ classes: ['P'], labels: { a: 0 } }));
    const { read } = await readTree(folder);
    expect(plan(read, projectOf('a.jpg', 'a.png')).command({ existing: 'keep' })?.labels[0]?.items).toEqual([
      'f1/a.png',
    ]);
  });
});

describe('Label Studio', () => {
  const choices = (...names: string[]) => ({ type: 'choices', value: { choices: names } });
  const box = { x: 10, y: 20, width: 30, height: 40, rotation: 0, rectanglelabels: ['Pike'] };
  const task = (image: string, ...result: object[]) => ({ data: { image }, annotations: [{ result }] });

  it.each([
    '/data/local-files/?d=photos/my%20fish.jpg',
    '/data/upload/3/0a1b2c3d-my%20fish.jpg',
    's3://bucket/photos/my fish.jpg',
    'https://host/photos/my%20fish.jpg?x=1',
  ])('finds the image of %s', async (image) => {
    const project = projectOf('my fish.jpg');
    await take(json([task(image, choices('Perch'))]), project);
    expect(labelsOf(project)).toEqual({ 'f1/my fish.jpg': 'Perch' });
  });

  it('makes boxes of rectangles, in both of its formats', async () => {
    const full = json([task('a.jpg', choices('Perch'), { type: 'rectanglelabels', value: box })]);
    const minimal = json([{ image: 'a.jpg', choice: 'Perch', label: [box] }]);
    for (const read of [full, minimal]) {
      const project = projectOf('a.jpg');
      await take(read, project);
      const [placed] = Object.values(project.document.boxes);
      expect(placed).toEqual({ image: 'f1/a.jpg', box: { x: 0.1, y: 0.2, width: 0.3, height: 0.4 } });
      expect(Object.values(labelsOf(project)).sort()).toEqual(['Perch', 'Pike']);
    }
  });

  it('passes over skipped tasks and predictions, and says what it does not read', () => {
    const read = json([
      { data: { image: 'a.jpg' }, annotations: [{ was_cancelled: true, result: [choices('P')] }] },
      { data: { image: 'b.jpg' }, annotations: [], predictions: [{ result: [choices('P')] }] },
      task('c.jpg', choices('P', 'Q'), { type: 'polygonlabels', value: {} }),
      task('d.jpg', { type: 'rectanglelabels', value: { ...box, rotation: 30 } }),
    ]);
    expect(read.records).toEqual([]);
    expect(read.problems.map(({ line, text }) => `${line} ${text}`)).toEqual([
      '3 It has 2 labels at once (P, Q), and an item has one. It is left out.',
      "3 A result of the kind 'polygonlabels' is left out: choices and rectangles are read.",
      '4 Its box is turned, and boxes here are upright. It is left out.',
    ]);
  });
});

describe('folders', () => {
  it('name the classes, nested ones by the path below the folder', () => {
    const images = ['fish/perch/a.jpg', 'bird/b.jpg', 'c.jpg', '_unlabeled/d.jpg'];
    const read = readFolderNames(
      'folders',
      images.map((one) => ({ path: one, names: [`/photos/${one}`] })),
    );
    expect(read.records.map(({ paths, label }) => [paths[0], label])).toEqual([
      ['/photos/fish/perch/a.jpg', 'fish/perch'],
      ['/photos/bird/b.jpg', 'bird'],
    ]);
  });

  it('elsewhere label the images of the same name', async () => {
    const folder = temporaryFolder();
    makeFiles(folder, 'Perch/a.jpg', 'Pike/b.jpg');
    const project = projectOf('a.jpg', 'b.jpg');
    await take((await readTree(folder)).read, project);
    expect(labelsOf(project)).toEqual({ 'f1/a.jpg': 'Perch', 'f1/b.jpg': 'Pike' });
  });
});

describe('what is nothing of the kind', () => {
  it('is refused in a sentence', async () => {
    const folder = temporaryFolder();
    const file = (name: string, text: string) => {
      writeFileSync(path.join(folder, name), text);
      return path.join(folder, name);
    };
    await expect(readFile(file('a.json', '{"labels":'))).rejects.toThrow(/is not JSON, or it was cut off/);
    await expect(readFile(file('b.json', '{"a": 1}'))).rejects.toThrow(/neither a FiftyOne/);
    await expect(readFile(path.join(folder, 'c.csv'))).rejects.toThrow(/c.csv could not be read/);
    mkdirSync(path.join(folder, 'empty'));
    await expect(readTree(path.join(folder, 'empty'))).rejects.toThrow(/no images/);
  });
});
