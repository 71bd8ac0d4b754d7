/** @file `evaluate` as a person runs it: from photos and from embeddings, its JSON, its table, its report. */
import fs from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import Papa from 'papaparse';
import type { SplitRule } from '../../main/contract/evaluation';
import { expectComputedTwice, npy, rowsByKind, rowsInTurn } from './computedTwice';
import { evaluateSchema, type EvaluateJson } from './headlessContract';
import { Commands } from './headlessRun';
import { photosByClass } from './photos';

const OWN = ['bird', 'fish', 'hammer'];
const EACH = 4;

let commands: Commands;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  commands = await Commands.in('evaluate');
  await photosByClass(commands.place('photos'), OWN, EACH);
  await fs.writeFile(commands.place('photos/bird/empty.jpg'), '');
  // Base classes by label: the sample's fish are none of ImageNet's, but a folder is only asked about.
  await photosByClass(commands.place('base'), ['hammer'], 3);
});
test.afterAll(() => commands.remove());

const json = async (name: string): Promise<EvaluateJson> => evaluateSchema.parse(await commands.json(name));

test('compares methods on drawn images, and writes what it found three times over', async () => {
  const drawn = ['--shots', '1,3', '--episodes', '6', '--seed', '5'];
  // For its interval logistic regression is fitted 130 times; whether it gets to its end is asked by its own tests.
  const methods = ['--methods', 'balanced,nearest,logistic', '--steps', '10'];
  const files = ['--json', 'r.json', '--csv', 'r.csv', '--html', 'r.html'];
  const { code, out, err } = await commands.run('evaluate', 'photos', ...drawn, ...methods, ...files);
  expect(code, err).toBe(0);
  expect(err).toContain('bird/empty.jpg: ');
  const { protocol, results, sentences } = await json('r.json');
  expect(protocol).toMatchObject({
    ...{ rule: 'episodes', ways: 'all', shots: [1, 3], episodes: 6, folds: null, seed: 5 },
    ...{ images: OWN.length * EACH, classes: OWN, failed: 1 },
  });
  expect(protocol.options.steps).toBe(10);
  const compared = ['imprinting', 'balanced', 'nearest', 'logistic'];
  expect(results.map(({ method, shots }) => [method, shots])).toEqual(
    [1, 3].flatMap((shots) => compared.map((method) => [method, shots])),
  );
  for (const { perEpisode, accuracy, why, base, seconds } of results) {
    expect(perEpisode).toHaveLength(6);
    expect(accuracy).toBeCloseTo(perEpisode.reduce<number>((sum, one) => sum + one!, 0) / 6, 6);
    expect([why, base]).toEqual([null, null]);
    expect(seconds).toBeGreaterThan(0);
  }
  expect(results[0]).toMatchObject({ pairedDifference: null, p: null });
  expect(results[3]!.pairedDifference).toBeCloseTo(results[3]!.accuracy! - results[0]!.accuracy!, 6);
  expect(sentences.map(({ shots }) => shots)).toEqual([1, 3]);
  expect(out).toContain('6 episodes: all classes, 1 image per class; 12 images');
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

test('the same seed gives the same figures', async () => {
  const words = ['evaluate', 'photos', '--shots', '1', '--episodes', '6', '--methods', 'balanced'];
  await commands.run(...words, '--seed', '5', '--json', 'same.json');
  const [first, same] = [await json('r.json'), await json('same.json')];
  expect(same.protocol.embeddingHash).toBe(first.protocol.embeddingHash);
  const balanced = ({ results }: EvaluateJson) =>
    results.find(({ method }) => method === 'balanced')!.perEpisode;
  expect(balanced(same)).toEqual(balanced(first));
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

test('embeddings are evaluated without an image, in the order of the paths, as they are computed a second time', async () => {
  const told = rowsByKind();
  await fs.writeFile(commands.place('own.npy'), npy(told.rows));
  // The rule that the next test leaves out: each engine takes seconds to start.
  const rule = ['--shots', '1', '--episodes', '20', '--methods', 'nearest', '--seed', '3'];
  const words = ['--embeddings', 'own.npy', ...rule, '--json', 'npy.json'];
  const more = await commands.run('evaluate', 'photos', ...words);
  expect(more.err).toContain('photos holds 13 images and');
  expect(more.code).toBe(1);
  await fs.rm(commands.place('photos/bird/empty.jpg'));
  expect((await commands.run('evaluate', 'photos', ...words)).code).toBe(0);
  const { protocol, results } = await json('npy.json');
  expect(protocol).toMatchObject({ images: 12, groups: 12, classes: OWN });
  expectComputedTwice(results, told, episodesOf(1, null), 3);
});

test('embeddings are told by a CSV, and by other rules they are as they are computed a second time', async () => {
  const told = rowsInTurn();
  await fs.writeFile(commands.place('twice.npy'), npy(told.rows));
  const lines = told.groups.map(
    (group, row) => `${row},${OWN[told.labels[row]!]},${group.slice('group '.length)},v`,
  );
  await fs.writeFile(commands.place('twice.csv'), `row,label,group,vendor\n${lines.join('\n')}\n`);
  const words = ['evaluate', 'nowhere', '--embeddings', 'twice.npy'];
  const wrong = await commands.run(...words, '--across', 'camera');
  expect(wrong.err).toContain("no column 'camera' to ask across");
  const asked: [string[], number, SplitRule[]][] = [
    [['--shots', '1,2', '--ways', '2', '--episodes', '20'], 7, [1, 2].map((shots) => episodesOf(shots, 2))],
    [['--folds', '3'], 7, [{ kind: 'k-fold', folds: 3 }]],
    [['--leave-one-out'], 9, [{ kind: 'leave-one-out' }]],
  ];
  for (const [rule, seed, rules] of asked) {
    const more = ['--methods', 'nearest', '--seed', String(seed), '--json', 'twice.json', '--force'];
    const { code, err } = await commands.run(...words, ...rule, ...more);
    expect([code, err.replace(/^Comparing .*\n/gm, '')]).toEqual([0, '']);
    const { protocol, results } = await json('twice.json');
    expect(protocol).toMatchObject({ images: 24, groups: 12, seed });
    for (const one of rules) expectComputedTwice(results, told, one, seed);
  }
});

const episodesOf = (shots: number, ways: number | null): SplitRule => ({
  kind: 'episodes',
  ways,
  shots,
  episodes: 20,
});
