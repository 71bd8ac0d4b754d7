/** @file `evaluate` as a person runs it: from photos and from embeddings, its JSON, its table, its report. */
import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import Papa from 'papaparse';
import type { SplitRule } from '../../main/contract/evaluation';
import { labelledSetFrom } from '../../main/engine/evaluation/labelledSet';
import { planOf } from '../../main/engine/evaluation/splits/plan';
import type { Split } from '../../main/engine/evaluation/splits/split';
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

test('its figures are those of the same divisions computed a second time', async () => {
  const rows = Array.from({ length: 24 }, (_, row) => noisy(row));
  await fs.writeFile(commands.place('twice.npy'), npy(rows));
  const lines = rows.map((_, row) => `${OWN[row % 3]},g${Math.floor(row / 6)}-${row % 3}`);
  await fs.writeFile(commands.place('twice.csv'), `label,group\n${lines.join('\n')}\n`);
  const words = ['--embeddings', 'twice.npy', '--methods', 'nearest', '--seed', '7'];
  const labels = rows.map((_, row) => row % 3);
  const groups = rows.map((_, row) => `g${Math.floor(row / 6)}-${row % 3}`);
  const values = rows.flat();
  const set = labelledSetFrom({
    dimension: WIDE,
    values,
    labels,
    groups: groups.map((one) => `group ${one}`),
  });
  const rules: [string[], SplitRule][] = [
    [['--shots', '1', '--episodes', '20'], { kind: 'episodes', ways: null, shots: 1, episodes: 20 }],
    [
      ['--shots', '2', '--ways', '2', '--episodes', '9'],
      { kind: 'episodes', ways: 2, shots: 2, episodes: 9 },
    ],
    [['--folds', '3'], { kind: 'k-fold', folds: 3 }],
    [['--leave-one-out'], { kind: 'leave-one-out' }],
  ];
  for (const [asked, rule] of rules) {
    const run = await commands.run(
      'evaluate',
      'nowhere',
      ...words,
      ...asked,
      '--json',
      'twice.json',
      '--force',
    );
    expect(run.code, run.err).toBe(0);
    const { splits } = planOf(set, rule, { seed: 7, replicates: 0 });
    const found = (await json('twice.json')).results[0]!.perEpisode;
    const again = splits.map((split) => 100 * shareRight(rows, labels, groups, split));
    expect(found).toHaveLength(again.length);
    found.forEach((share, i) => expect(share).toBeCloseTo(again[i]!, 6));
    expect(Math.min(...again)).toBeLessThan(100);
  }
});

const WIDE = 8;

/** Three bunches that overlap. */
const noisy = (row: number): number[] =>
  Array.from({ length: WIDE }, (_, i) =>
    Math.fround((i === row % 3 ? 0.6 : 0) + Math.abs(Math.sin((row * WIDE + i + 1) * 12.9898))),
  );

const unit = (a: readonly number[]): number[] => a.map((value) => value / Math.hypot(...a));

/**
 * Imprinting in plain double precision (METHODS 1): unit embeddings, means of groups, their mean, the largest cosine. Every group
 * that is asked counts the same.
 */
function shareRight(
  rows: number[][],
  labels: number[],
  groups: string[],
  { support, query, classes }: Split,
) {
  const mean = (some: number[][]): number[] =>
    some[0]!.map((_, i) => some.reduce((sum, a) => sum + a[i]!, 0));
  const prototypes = classes.map((own) => {
    const taught = [...support].filter((row) => labels[row] === own);
    const shots = [...new Set(taught.map((row) => groups[row]))].map((group) => {
      const members = taught.filter((row) => groups[row] === group).map((row) => unit(rows[row]!));
      return mean(members).map((value) => value / members.length);
    });
    return unit(mean(shots));
  });
  const right = new Map<string, number[]>();
  for (const row of query) {
    const scores = prototypes.map((one) => one.reduce((sum, value, i) => sum + value * rows[row]![i]!, 0));
    const guess = classes[scores.indexOf(Math.max(...scores))];
    right.set(groups[row]!, [...(right.get(groups[row]!) ?? []), Number(guess === labels[row])]);
  }
  const shares = [...right.values()].map((some) => some.reduce((a, b) => a + b) / some.length);
  return shares.reduce((a, b) => a + b) / shares.length;
}

/** Three bunches of six, told apart at a glance. */
async function writeEmbeddings(name: string): Promise<void> {
  const rows = Array.from({ length: 18 }, (_, row) =>
    Array.from({ length: 8 }, (_, column) =>
      column === Math.floor(row / EACH) ? 5 : Math.abs(Math.sin((row * 8 + column) * 12.9898)),
    ),
  );
  await fs.writeFile(commands.place(name), npy(rows));
}

/** A NumPy file of float32. */
function npy(rows: number[][]): Buffer {
  const shape = `(${rows.length}, ${rows[0]!.length})`;
  const text = `{'descr': '<f4', 'fortran_order': False, 'shape': ${shape}, }`.padEnd(117) + '\n';
  const head = ['\x93NUMPY\x01\x00', '\x76\x00', text].map((part) => Buffer.from(part, 'latin1'));
  return Buffer.concat([...head, Buffer.from(Float32Array.from(rows.flat()).buffer)]);
}
