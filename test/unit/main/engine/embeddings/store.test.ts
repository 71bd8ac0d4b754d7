import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { HEADER_BYTES } from '../../../../../main/engine/embeddings/layout';
import { RecordFile } from '../../../../../main/engine/embeddings/recordFile';
import { spaceFile } from '../../../../../main/engine/embeddings/spaces';
import { EmbeddingStore } from '../../../../../main/engine/embeddings/store';
import type { EmbeddingStoreOptions } from '../../../../../main/engine/embeddings/store';

const [dimension, extra, space] = [6, 2, 'backbone b, decoder 1, stretch'];
const stride = 32 + 4 * (dimension + extra) + 4;
const made: string[] = [];
const opened: EmbeddingStore[] = [];

afterEach(async () => {
  vi.restoreAllMocks();
  for (const store of opened.splice(0)) await store.close();
  for (const folder of made.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'imprint-embeddings-'));
  made.push(folder);
  return path.join(folder, 'embeddings');
}

async function open(folder: string, options: Partial<EmbeddingStoreOptions> = {}): Promise<EmbeddingStore> {
  const store = await EmbeddingStore.open(folder, { dimension, extra, space, ...options });
  opened.push(store);
  return store;
}

const hashOf = (name: string | number): string => createHash('sha256').update(String(name)).digest('hex');
const embedding = (n: number) => ({
  hash: hashOf(n),
  values: Float32Array.from({ length: dimension }, (_, i) => n + i / 8),
  extra: Float32Array.of(n, -n),
});
const embeddings = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => embedding(from + i));
const file = (folder: string): string => spaceFile(folder, { dimension, extra, space });

/** A closed store with the embeddings 0 to count - 1. */
async function filled(count: number): Promise<string> {
  const folder = newFolder();
  const store = await open(folder);
  store.append(embeddings(0, count));
  await store.close();
  return folder;
}

/** Writes over the file, as a crash or a bad disk would. */
function overwrite(folder: string, position: number, bytes: Uint8Array): void {
  const fd = fs.openSync(file(folder), 'r+');
  fs.writeSync(fd, bytes, 0, bytes.length, position);
  fs.closeSync(fd);
}
const at = (record: number): number => HEADER_BYTES + record * stride;

describe('keeping', () => {
  it('gives back bit for bit what was kept, at once and after a restart', async () => {
    const folder = newFolder();
    const store = await open(folder);
    store.append(embeddings(0, 20));
    for (const reader of [store, await open(folder)]) {
      expect(reader.size).toBe(20);
      expect(reader.read(hashOf(7))).toEqual(embedding(7).values);
      expect(reader.readExtra(hashOf(7))).toEqual(embedding(7).extra);
      expect([reader.has(hashOf('none')), reader.read(hashOf('none'))]).toEqual([false, null]);
    }
  });

  it('goes through all of them, in order', async () => {
    const store = await open(await filled(2000));
    const seen: string[] = [];
    store.loadAll(({ hash, values, extra }) => {
      const n = extra[0] ?? -1;
      expect(values).toEqual(embedding(n).values);
      seen.push(hash);
    });
    expect(seen).toEqual(embeddings(0, 2000).map((e) => e.hash));
  });

  it('keeps the first of two for the same content', async () => {
    const store = await open(await filled(1));
    store.append([{ ...embedding(0), values: embedding(9).values }, embedding(1), embedding(1)]);
    expect(store.size).toBe(2);
    expect(store.read(hashOf(0))).toEqual(embedding(0).values);
  });

  it('adds to what is there', async () => {
    const folder = await filled(3);
    const store = await open(folder);
    store.append(embeddings(3, 5));
    await store.flush();
    expect(fs.statSync(file(folder)).size).toBe(at(5));
    expect((await open(folder)).read(hashOf(4))).toEqual(embedding(4).values);
  });

  it('refuses other shapes, values that are not finite, and hashes that are none', async () => {
    const store = await open(newFolder());
    const bad = { ...embedding(1), values: new Float32Array(5) };
    expect(() => store.append([embedding(0), bad])).toThrow(
      'An embedding of 5 + 2 values cannot be kept among those of 6 + 2.',
    );
    expect(() =>
      store.append([{ ...embedding(1), values: embedding(1).values.map(() => Number.NaN) }]),
    ).toThrow('has the value NaN at 0');
    expect(() => store.append([{ ...embedding(1), hash: 'abc' }])).toThrow('64 hexadecimal digits');
    expect(store.size).toBe(0);
  });

  it('syncs once for what came within a second, and before it closes', async () => {
    const sync = vi.spyOn(RecordFile.prototype, 'sync');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const store = await open(newFolder());
    for (let n = 0; n < 5; n++) store.append([embedding(n)]);
    vi.advanceTimersByTime(999);
    expect(sync).toHaveBeenCalledTimes(0);
    vi.advanceTimersByTime(1);
    expect(sync).toHaveBeenCalledTimes(1);
    vi.useRealTimers();
    store.append([embedding(5)]);
    await store.close();
    expect(sync).toHaveBeenCalledTimes(2);
  });
});

describe('spaces', () => {
  it('keeps each in a file of its own', async () => {
    const folder = await filled(3);
    const cropped = await open(folder, { space: 'backbone b, decoder 1, centre crop' });
    expect(cropped.size).toBe(0);
    expect((await open(folder, { extra: 0 })).size).toBe(0);
    expect((await open(folder)).size).toBe(3);
  });

  it('keeps the eight that were used last', async () => {
    const folder = newFolder();
    for (let i = 0; i < 10; i++) {
      const store = await open(folder, { space: `space ${i}` });
      store.append(embeddings(0, 1));
      await store.close();
      const seconds = 1_700_000_000 + i;
      fs.utimesSync(spaceFile(folder, { dimension, extra, space: `space ${i}` }), seconds, seconds);
    }
    await (await open(folder, { space: 'space 2' })).close();
    const kept = (i: number): boolean =>
      fs.existsSync(spaceFile(folder, { dimension, extra, space: `space ${i}` }));
    expect(Array.from({ length: 10 }, (_, i) => kept(i)).indexOf(true)).toBe(2);
    expect(Array.from({ length: 10 }, (_, i) => kept(i)).filter(Boolean)).toHaveLength(8);
  });
});

describe('after a crash or on a bad disk', () => {
  it.each([1, 31, 33, stride - 1])('drops a record of which only %d bytes were written', async (bytes) => {
    const folder = await filled(5);
    fs.truncateSync(file(folder), at(4) + bytes);
    const onProblem = vi.fn();
    const store = await open(folder, { onProblem });
    expect([store.size, store.has(hashOf(4)), onProblem.mock.calls.length]).toEqual([4, false, 0]);
    store.append([embedding(4), embedding(5)]);
    await store.close();
    const again = await open(folder);
    expect(again.size).toBe(6);
    for (let n = 0; n < 6; n++) expect(again.read(hashOf(n))).toEqual(embedding(n).values);
  });

  it('writes over records at the end whose pages never reached the disk', async () => {
    const folder = await filled(6);
    overwrite(folder, at(4) + 8, new Uint8Array(stride * 2 - 8));
    const store = await open(folder);
    expect(store.size).toBe(4);
    store.append(embeddings(4, 6));
    await store.close();
    expect(fs.statSync(file(folder)).size).toBe(at(6));
    expect((await open(folder)).size).toBe(6);
  });

  it('finds every flipped bit, says so, and makes those embeddings anew', async () => {
    for (const offset of [0, 31, 32, 55, stride - 1]) {
      const folder = await filled(5);
      const position = at(2) + offset;
      const before = fs.readFileSync(file(folder))[position] ?? 0;
      overwrite(folder, position, Uint8Array.of(before ^ 4));
      const onProblem = vi.fn();
      const store = await open(folder, { onProblem });
      expect([store.size, store.read(hashOf(2))]).toEqual([4, null]);
      expect(onProblem).toHaveBeenCalledWith(expect.stringContaining('were damaged'));
      store.append([embedding(2)]);
      expect(store.read(hashOf(2))).toEqual(embedding(2).values);
      expect(store.read(hashOf(4))).toEqual(embedding(4).values);
    }
  });

  it('does not give out a record that was damaged after it was opened', async () => {
    const folder = await filled(3);
    const store = await open(folder);
    overwrite(folder, at(1) + 40, Uint8Array.of(1, 2, 3, 4));
    expect(store.read(hashOf(1))).toBeNull();
    expect(store.has(hashOf(1))).toBe(false);
  });

  it('begins a file anew whose header is not ours', async () => {
    const folder = await filled(3);
    overwrite(folder, 9, Uint8Array.of(7));
    const onProblem = vi.fn();
    const store = await open(folder, { onProblem });
    expect([store.size, onProblem.mock.calls.length]).toEqual([0, 1]);
    store.append(embeddings(0, 2));
    await store.close();
    expect((await open(folder)).size).toBe(2);
  });

  it('holds on to what a full disk does not take, and writes it later', async () => {
    const folder = newFolder();
    const onProblem = vi.fn();
    const store = await open(folder, { onProblem });
    store.append(embeddings(0, 2));
    const full = vi.spyOn(fs, 'writeSync').mockImplementation(() => {
      throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    });
    store.append(embeddings(2, 4));
    store.append(embeddings(4, 5));
    expect([store.size, store.held, onProblem.mock.calls.length]).toEqual([5, 3, 1]);
    expect(onProblem).toHaveBeenCalledWith(expect.stringMatching(/not kept on the disk for now.*ENOSPC/));
    expect(store.read(hashOf(3))).toEqual(embedding(3).values);
    await expect(store.flush()).rejects.toThrow('ENOSPC');
    full.mockRestore();
    await store.flush();
    expect(store.held).toBe(0);
    expect((await open(folder)).size).toBe(5);
  });

  it('works in memory where there can be no file', async () => {
    const folder = newFolder();
    fs.writeFileSync(folder, 'in the way');
    const onProblem = vi.fn();
    const store = await open(folder, { onProblem });
    store.append(embeddings(0, 2));
    expect([store.size, onProblem.mock.calls.length]).toEqual([2, 1]);
    expect(store.read(hashOf(1))).toEqual(embedding(1).values);
  });
});

it('changes no file where it may only read', async () => {
  const folder = await filled(3);
  fs.truncateSync(file(folder), at(2) + 5);
  const before = fs.readFileSync(file(folder));
  const store = await open(folder, { readOnly: true });
  store.append([embedding(2), embedding(3)]);
  expect([store.size, store.held]).toEqual([4, 2]);
  const seen: string[] = [];
  store.loadAll(({ hash }) => seen.push(hash));
  expect(seen).toEqual(embeddings(0, 4).map((e) => e.hash));
  await store.close();
  expect(fs.readFileSync(file(folder)).equals(before)).toBe(true);
  const none = newFolder();
  expect((await open(none, { readOnly: true })).size).toBe(0);
  expect(fs.existsSync(none)).toBe(false);
});
