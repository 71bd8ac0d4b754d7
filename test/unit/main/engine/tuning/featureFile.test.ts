/** @file Features on the disk: given back to the bit, whole or not there, bounded, and in memory where the disk refuses. */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { FeatureFile, MOST_ITEMS } from '../../../../../main/engine/tuning/featureFile';
import { VIEWS } from '../../../../../main/engine/tuning/views';
import { scratchFolder } from '../backbone/support';
import { keyOf } from './support';

const sizes = { places: 2, channels: 3 };
/** Every pattern there is, those of no numbers among them. */
const views = (n: number): Uint16Array[] =>
  Array.from({ length: VIEWS }, (_, view) =>
    Uint16Array.from({ length: 6 }, (__, i) => (n * 7919 + view * 6007 + i * 10007) & 0xffff),
  );

async function open(folder: string | null, wanted: string[] = [], space = 'a') {
  const problems: string[] = [];
  const onProblem = (sentence: string) => void problems.push(sentence);
  return { file: await FeatureFile.open(folder, sizes, { space, wanted, onProblem }), problems };
}

describe('features', () => {
  test('are given back to the bit, now and after opening again', async () => {
    const folder = path.join(await scratchFolder(), 'new');
    const { file } = await open(folder);
    for (let n = 0; n < 20; n++) file.keep(keyOf(n), views(n));
    for (let n = 0; n < 20; n++) expect(file.read(keyOf(n))).toEqual(views(n));
    await file.close();
    const { file: again } = await open(folder);
    for (let n = 0; n < 20; n++) expect(again.read(keyOf(n))).toEqual(views(n));
    expect(again.has(keyOf(20))).toBe(false);
    expect(again.read(keyOf(20))).toBeNull();
    await again.close();
  });

  test('of another space are none', async () => {
    const folder = await scratchFolder();
    const { file } = await open(folder);
    file.keep(keyOf(1), views(1));
    await file.close();
    const { file: other } = await open(folder, [], 'b');
    expect(other.has(keyOf(1))).toBe(false);
    await other.close();
  });

  test('that were cut off or damaged are not there; the others are', async () => {
    const folder = await scratchFolder();
    const { file } = await open(folder);
    for (let n = 0; n < 3; n++) file.keep(keyOf(n), views(n));
    await file.close();
    const on = path.join(folder, 'items.features');
    const bytes = await fs.readFile(on);
    bytes[4096 + 40]! ^= 1;
    await fs.writeFile(on, bytes.subarray(0, bytes.length - 5));
    const { file: again } = await open(folder);
    expect([0, 1, 2].map((n) => again.has(keyOf(n)))).toEqual([false, true, false]);
    again.keep(keyOf(2), views(2));
    expect(again.read(keyOf(2))).toEqual(views(2));
    await again.close();
  });

  test('are begun anew before they grow beyond their bound', async () => {
    const folder = await scratchFolder();
    const { file } = await open(folder);
    for (let n = 0; n < MOST_ITEMS; n++) file.keep(keyOf(n), views(n));
    await file.close();
    const { file: same } = await open(folder, [keyOf(0), keyOf(1)]);
    expect(same.has(keyOf(0))).toBe(true);
    await same.close();
    const { file: fresh } = await open(folder, [keyOf(0), keyOf(-1)]);
    expect(fresh.has(keyOf(0))).toBe(false);
    await fresh.close();
  });

  test('are held in memory without a folder, and where the disk refuses one, which is said once', async () => {
    const { file: held, problems: none } = await open(null);
    held.keep(keyOf(1), views(1));
    expect(held.read(keyOf(1))).toEqual(views(1));
    expect(none).toEqual([]);
    const taken = path.join(await scratchFolder(), 'file');
    await fs.writeFile(taken, '');
    const { file, problems } = await open(taken);
    file.keep(keyOf(1), views(1));
    file.keep(keyOf(2), views(2));
    expect(file.read(keyOf(2))).toEqual(views(2));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('read again for the next one');
  });
});
