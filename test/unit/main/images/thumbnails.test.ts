import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ThumbnailPack } from '../../../../main/images/thumbnailPack';
import { ThumbnailStore } from '../../../../main/images/thumbnails';
import type { ThumbnailOptions } from '../../../../main/images/thumbnails';
import { temporaryFolder } from './support';

const opened: ThumbnailStore[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const store of opened.splice(0)) await store.close();
});

async function open(folder: string, options: ThumbnailOptions = {}): Promise<ThumbnailStore> {
  const store = await ThumbnailStore.open(folder, options);
  opened.push(store);
  return store;
}

const hashOf = (n: number): string => createHash('sha256').update(`image ${n}`).digest('hex');
/** Any bytes will do; these are of different lengths. */
const jpeg = (n: number, bytes = 1000): Buffer => Buffer.alloc(bytes + (n % 7), n + 1);
const files = (folder: string, ending: string): string[] =>
  fs
    .readdirSync(folder)
    .filter((n) => n.endsWith(ending))
    .map((n) => path.join(folder, n));
const theFile = (folder: string, ending: string): string => files(folder, ending)[0] ?? '';

async function fill(folder: string, from: number, to: number, options: ThumbnailOptions = {}): Promise<void> {
  const store = await ThumbnailStore.open(folder, options);
  for (let n = from; n < to; n++) await store.put(hashOf(n), jpeg(n));
  await store.close();
}

async function present(store: ThumbnailStore, count: number): Promise<number[]> {
  const found: number[] = [];
  for (let n = 0; n < count; n++) if (await store.get(hashOf(n))) found.push(n);
  return found;
}

describe('keeping', () => {
  it('gives back what was put, at once, later, and after a restart', async () => {
    const folder = temporaryFolder();
    const store = await open(folder);
    const put = store.put(hashOf(1), jpeg(1));
    expect(await store.get(hashOf(1))).toEqual(jpeg(1));
    await put;
    await Promise.all(Array.from({ length: 50 }, (_, n) => store.put(hashOf(n), jpeg(n))));
    for (const reader of [store, await open(folder)]) {
      for (let n = 0; n < 50; n++) expect(await reader.get(hashOf(n))).toEqual(jpeg(n));
      expect(await reader.get(hashOf(99))).toBeNull();
    }
    expect(files(folder, '.pack')).toHaveLength(1);
  });

  it('keeps one of two for the same image', async () => {
    const folder = temporaryFolder();
    const store = await open(folder);
    await Promise.all([store.put(hashOf(1), jpeg(1)), store.put(hashOf(1), jpeg(2))]);
    expect(await store.get(hashOf(1))).toEqual(jpeg(1));
    expect(fs.statSync(theFile(folder, '.pack')).size).toBe(1004);
  });

  it('makes no file while there is nothing to keep', async () => {
    const folder = temporaryFolder();
    await open(folder);
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it('gives out no thumbnail of another decoder', async () => {
    const folder = temporaryFolder();
    await fill(folder, 0, 1, { decoder: 1 });
    const store = await open(folder, { decoder: 2 });
    expect(await store.get(hashOf(0))).toBeNull();
    await store.put(hashOf(0), jpeg(5));
    expect(await store.get(hashOf(0))).toEqual(jpeg(5));
    expect(await (await open(folder, { decoder: 1 })).get(hashOf(0))).toEqual(jpeg(0));
  });
});

it('lets several processes add and read, each seeing what the others added', async () => {
  const folder = temporaryFolder();
  const [one, two] = [await open(folder), await open(folder)];
  await one.put(hashOf(1), jpeg(1));
  await two.put(hashOf(2), jpeg(2));
  const later = Date.now() + 3000;
  vi.spyOn(Date, 'now').mockReturnValue(later);
  expect(await two.get(hashOf(1))).toEqual(jpeg(1));
  expect(await one.get(hashOf(2))).toEqual(jpeg(2));
  await one.put(hashOf(3), jpeg(3));
  vi.spyOn(Date, 'now').mockReturnValue(later + 3000);
  expect(await two.get(hashOf(3))).toEqual(jpeg(3));
});

describe('after a crash', () => {
  it('ignores a torn index and a torn pack', async () => {
    for (const [ending, cut] of [
      ['.idx', 10],
      ['.pack', 500],
    ] as const) {
      const folder = temporaryFolder();
      await fill(folder, 0, 5);
      const file = theFile(folder, ending);
      fs.truncateSync(file, fs.statSync(file).size - cut);
      const store = await open(folder);
      expect(await present(store, 5)).toEqual([0, 1, 2, 3]);
      await store.put(hashOf(4), jpeg(4));
      expect(await store.get(hashOf(4))).toEqual(jpeg(4));
    }
  });

  it('gives out nothing that is not as it was written', async () => {
    const folder = temporaryFolder();
    await fill(folder, 0, 3);
    const fd = fs.openSync(theFile(folder, '.pack'), 'r+');
    fs.writeSync(fd, Buffer.from([99]), 0, 1, 1500);
    fs.closeSync(fd);
    const index = fs.openSync(theFile(folder, '.idx'), 'r+');
    fs.writeSync(index, Buffer.alloc(8), 0, 8, 2 * 52 + 36);
    fs.closeSync(index);
    const store = await open(folder);
    expect(await present(store, 3)).toEqual([0]);
    await store.put(hashOf(1), jpeg(1));
    expect(await present(store, 3)).toEqual([0, 1]);
  });

  it('removes packs without an index, once nobody can be making it', async () => {
    const folder = temporaryFolder();
    fs.writeFileSync(path.join(folder, 'new.pack'), 'x');
    fs.writeFileSync(path.join(folder, 'old.pack'), 'x');
    fs.utimesSync(path.join(folder, 'old.pack'), 1, 1);
    await open(folder);
    expect(fs.readdirSync(folder)).toEqual(['new.pack']);
  });
});

describe('limits', () => {
  it('lets the packs go that were used least recently', async () => {
    const folder = temporaryFolder();
    for (const [i, base] of [0, 10, 20].entries()) {
      await fill(folder, base, base + 10);
      const newest = files(folder, '.idx').find((f) => fs.statSync(f).mtimeMs > 2_000_000) ?? '';
      fs.utimesSync(newest, 1000 + i, 1000 + i);
    }
    const reader = await open(folder);
    expect(await reader.get(hashOf(3))).not.toBeNull(); // Used now: the middle pack is the oldest.
    const store = await open(folder, { limit: 25_000 });
    expect(await present(store, 30)).toEqual([
      ...Array(10).keys(),
      ...Array.from({ length: 10 }, (_, n) => 20 + n),
    ]);
  });

  it('stay kept while it adds', async () => {
    const folder = temporaryFolder();
    const store = await open(folder, { limit: 40_000 });
    for (let n = 0; n < 200; n++) await store.put(hashOf(n), jpeg(n));
    const bytes = files(folder, '.pack').reduce((sum, file) => sum + fs.statSync(file).size, 0);
    expect(bytes).toBeLessThan(50_000);
    const left = await present(store, 200);
    expect(left.length).toBeGreaterThan(25);
    expect(left.at(-1)).toBe(199);
  });

  it('makes one pack of many small ones', async () => {
    const folder = temporaryFolder();
    for (let n = 0; n < 40; n++) await fill(folder, n, n + 1);
    for (const file of files(folder, '.idx')) fs.utimesSync(file, 1000, 1000);
    const store = await open(folder);
    expect(files(folder, '.pack')).toHaveLength(1);
    expect(await present(store, 40)).toHaveLength(40);
  });
});

it('says so when a thumbnail cannot be kept, and keeps the next', async () => {
  const folder = temporaryFolder();
  const store = await open(folder);
  const add = vi
    .spyOn(ThumbnailPack.prototype, 'add')
    .mockRejectedValueOnce(new Error('ENOSPC: no space left'));
  await expect(store.put(hashOf(1), jpeg(1))).rejects.toThrow('ENOSPC');
  expect(await store.get(hashOf(1))).toBeNull();
  add.mockRestore();
  expect(fs.readdirSync(folder)).toEqual([]);
  await store.put(hashOf(1), jpeg(1));
  expect(await store.get(hashOf(1))).toEqual(jpeg(1));
});

describe('forgetting', () => {
  it('leaves nothing of some on the disk, wherever they were put, and all others as they were', async () => {
    const folder = temporaryFolder();
    await fill(folder, 0, 6);
    // Another process made one of them as well, and one more has a pack of its own.
    await fill(path.join(folder, 'elsewhere'), 2, 3);
    for (const name of fs.readdirSync(path.join(folder, 'elsewhere')))
      fs.renameSync(path.join(folder, 'elsewhere', name), path.join(folder, name));
    fs.rmdirSync(path.join(folder, 'elsewhere'));
    const store = await open(folder);
    await store.put(hashOf(7), jpeg(7));
    const gone = new Set([hashOf(2), hashOf(4), hashOf(7), hashOf(99)]);
    expect(await store.countOf(gone)).toEqual({ count: 3, bytes: 2 * 1002 + 1004 + 1000 });
    await store.forget(gone);
    expect(await store.countOf(gone)).toEqual({ count: 0, bytes: 0 });
    expect(await present(store, 9)).toEqual([0, 1, 3, 5]);
    const bytes = Buffer.concat(
      [...files(folder, '.pack'), ...files(folder, '.idx')].map((f) => fs.readFileSync(f)),
    );
    for (const n of [2, 4, 7]) {
      expect(bytes.includes(jpeg(n).subarray(0, 100))).toBe(false);
      expect(bytes.includes(Buffer.from(hashOf(n), 'hex'))).toBe(false);
    }
    await store.put(hashOf(7), jpeg(7));
    expect(await present(await open(folder), 9)).toEqual([0, 1, 3, 5, 7]);
  });

  it('touches nothing where there is nothing of them', async () => {
    const folder = temporaryFolder();
    await fill(folder, 0, 3);
    const before = fs.readdirSync(folder);
    await (await open(folder)).forget(new Set([hashOf(9)]));
    expect(fs.readdirSync(folder)).toEqual(before);
  });

  it('makes another process, which read them, make them anew', async () => {
    const folder = temporaryFolder();
    await fill(folder, 0, 3);
    const [store, other] = [await open(folder), await open(folder)];
    await store.forget(new Set([hashOf(1)]));
    expect(await store.get(hashOf(0))).toEqual(jpeg(0));
    expect(await other.get(hashOf(1))).toBeNull();
  });
});
