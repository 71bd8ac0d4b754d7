/** @file `evaluate` as a person runs it: from photos and from embeddings, its JSON, its table, its report. */
import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import Papa from 'papaparse';
import { root } from '../../scripts/setup/paths.mjs';
import { evaluateSchema, type EvaluateJson } from './headlessContract';
import { Commands } from './headlessRun';

const photos = path.join(root, 'resources/samples/photos');
const OWN = ['bird', 'fish', 'hammer'];
const EACH = 6;

let commands: Commands;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  commands = await Commands.in('evaluate');
  for (const name of OWN) {
    const from = path.join(photos, name);
    await fs.mkdir(commands.place('photos', name), { recursive: true });
    for (const file of (await fs.readdir(from)).sort().slice(0, EACH))
      await fs.copyFile(path.join(from, file), commands.place('photos', name, file));
  }
  await fs.writeFile(commands.place('photos/bird/empty.jpg'), '');
  // Base classes by label: the sample's fish are none of ImageNet's, but a folder is only asked about.
  await fs.mkdir(commands.place('base/hammer'), { recursive: true });
  for (const file of (await fs.readdir(path.join(photos, 'hammer'))).slice(0, 3))
    await fs.copyFile(path.join(photos, 'hammer', file), commands.place('base/hammer', file));
});
test.afterAll(() => commands.remove());

const json = async (name: string): Promise<EvaluateJson> => evaluateSchema.parse(await commands.json(name));

test('compares methods on drawn images, and writes what it found three times over', async () => {
  const words = [
    '--shots',
    '1,3',
    '--episodes',
    '12',
    '--seed',
    '5',
    '--methods',
    'balanced,nearest,logistic',
  ];
  const files = ['--json', 'r.json', '--csv', 'r.csv', '--html', 'r.html'];
  const { code, out, err } = await commands.run('evaluate', 'photos', ...words, ...files);
  expect(code, err).toBe(0);
  expect(err).toContain('bird/empty.jpg: ');
  const { protocol, results, sentences } = await json('r.json');
  expect(protocol).toMatchObject({
    ...{ rule: 'episodes', ways: 'all', shots: [1, 3], episodes: 12, folds: null, seed: 5 },
    ...{ images: OWN.length * EACH, classes: OWN, failed: 1 },
  });
  const methods = ['imprinting', 'balanced', 'nearest', 'logistic'];
  expect(results.map(({ method, shots }) => [method, shots])).toEqual(
    [1, 3].flatMap((shots) => methods.map((method) => [method, shots])),
  );
  for (const { perEpisode, accuracy, why, base, seconds } of results) {
    expect(perEpisode).toHaveLength(12);
    expect(accuracy).toBeCloseTo(perEpisode.reduce<number>((sum, one) => sum + one!, 0) / 12, 6);
    expect([why, base]).toEqual([null, null]);
    expect(seconds).toBeGreaterThan(0);
  }
  expect(results[0]).toMatchObject({ pairedDifference: null, p: null });
  expect(results[3]!.pairedDifference).toBeCloseTo(results[3]!.accuracy! - results[0]!.accuracy!, 6);
  expect(sentences.map(({ shots }) => shots)).toEqual([1, 3]);
  expect(out).toContain('12 episodes: all classes, 1 image per class; 18 images');
  expect(out).toContain('Logistic regression');
});

test('the table and the report say the same', async () => {
  const { results } = await json('r.json');
  const text = await fs.readFile(commands.place('r.csv'), 'utf8');
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  const rows = data.filter(({ kind }) => kind === 'method');
  expect(rows.map(({ method, shots, accuracy }) => [method, Number(shots), Number(accuracy)])).toEqual(
    results.map(({ method, shots, accuracy }) => [method, shots, accuracy]),
  );
  const page = await fs.readFile(commands.place('r.html'), 'utf8');
  expect(page).not.toContain('<script');
  expect(page.match(/<svg /g)!.length).toBeGreaterThanOrEqual(2);
  for (const { accuracy } of results) expect(page).toContain(`${accuracy!.toFixed(1)}\u00a0%`);
});

test('the same seed gives the same figures, another one others', async () => {
  const words = ['evaluate', 'photos', '--shots', '1', '--episodes', '12', '--methods', 'balanced'];
  await commands.run(...words, '--seed', '5', '--json', 'same.json');
  await commands.run(...words, '--seed', '6', '--json', 'other.json');
  const [first, same, other] = [await json('r.json'), await json('same.json'), await json('other.json')];
  expect(same.protocol.embeddingHash).toBe(first.protocol.embeddingHash);
  const balanced = ({ results }: EvaluateJson) =>
    results.find(({ method }) => method === 'balanced')!.perEpisode;
  expect(balanced(same)).toEqual(balanced(first));
  expect(balanced(other)).not.toEqual(balanced(first));
});

test('leave-one-out says what imprint says, and base classes are measured beside', async () => {
  const run = await commands.run('imprint', 'photos', '--json', 'imprint.json');
  expect(run.code).toBe(0);
  const words = ['--leave-one-out', '--methods', 'balanced', '--json', 'loo.json'];
  expect((await commands.run('evaluate', 'photos', ...words)).code).toBe(0);
  const { evaluation } = await commands.json<{ evaluation: { leaveOneOutAccuracy: number } }>('imprint.json');
  const { results, protocol } = await json('loo.json');
  expect(protocol).toMatchObject({ rule: 'leave-one-out', shots: [], episodes: null });
  expect(results[1]!.accuracy).toBeCloseTo(evaluation.leaveOneOutAccuracy, 9);
  expect(results[1]).toMatchObject({ shots: null, monteCarlo95: null });
  const base = ['--base', 'imagenet', '--base-images', 'base', '--folds', '3', '--json', 'base.json'];
  expect((await commands.run('evaluate', 'photos', ...base)).code).toBe(0);
  const beside = await json('base.json');
  expect(beside.protocol).toMatchObject({ rule: 'k-fold', folds: 3 });
  const { base: kept, novel, harmonicMean } = beside.results[0]!;
  expect(kept).not.toBeNull();
  expect(harmonicMean).toBeCloseTo(kept! + novel! === 0 ? 0 : (2 * kept! * novel!) / (kept! + novel!), 6);
});

test('embeddings are evaluated without an image, by a CSV or by the folder', async () => {
  await writeEmbeddings('own.npy');
  const words = ['--folds', '4', '--methods', 'balanced,nearest', '--json', 'npy.json', '--force'];
  const byFolder = await commands.run('evaluate', 'photos', '--embeddings', 'own.npy', ...words);
  expect(byFolder.err).toContain('photos holds 19 images and');
  expect(byFolder.code).toBe(1);
  await fs.rm(commands.place('photos/bird/empty.jpg'));
  expect((await commands.run('evaluate', 'photos', '--embeddings', 'own.npy', ...words)).code).toBe(0);
  const one = await json('npy.json');
  expect(one.protocol).toMatchObject({ images: 18, classes: OWN });
  expect(one.results[0]!.accuracy).toBe(100);
  const lines = Array.from(
    { length: 18 },
    (_, row) => `${row},${OWN[Math.floor(row / EACH)]},g${row >> 1},v${row % 2}`,
  );
  await fs.writeFile(commands.place('own.csv'), `row,label,group,vendor\n${lines.join('\n')}\n`);
  const byCsv = await commands.run('evaluate', 'nowhere', '--embeddings', 'own.npy', ...words);
  expect(byCsv.err.replace(/^Comparing .*\n/gm, '')).toBe('');
  expect(byCsv.code).toBe(0);
  expect((await json('npy.json')).protocol).toMatchObject({ images: 18, groups: 9 });
  const wrong = await commands.run('evaluate', 'photos', '--embeddings', 'own.npy', '--across', 'camera');
  expect(wrong.err).toContain("no column 'camera' to ask across");
});

/** Three bunches of six, told apart at a glance. */
async function writeEmbeddings(name: string): Promise<void> {
  const values = Float32Array.from({ length: 18 * 8 }, (_, i) => {
    const [row, column] = [Math.floor(i / 8), i % 8];
    return column === Math.floor(row / EACH) ? 5 : Math.abs(Math.sin(i * 12.9898));
  });
  const text = "{'descr': '<f4', 'fortran_order': False, 'shape': (18, 8), }".padEnd(117) + '\n';
  const head = Buffer.concat([
    Buffer.from('\x93NUMPY\x01\x00', 'latin1'),
    Buffer.from([118, 0]),
    Buffer.from(text),
  ]);
  await fs.writeFile(commands.place(name), Buffer.concat([head, Buffer.from(values.buffer)]));
}
