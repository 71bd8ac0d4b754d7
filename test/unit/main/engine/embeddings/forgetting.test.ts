/** @file Embeddings that are taken out of files: no byte of them is left, and all others are as they were. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { forgetSpaces } from '../../../../../main/engine/embeddings/forgetSpaces';
import { keepOnly, strangersIn } from '../../../../../main/engine/embeddings/forgetting';
import { HEADER_BYTES } from '../../../../../main/engine/embeddings/layout';
import { EmbeddingStore } from '../../../../../main/engine/embeddings/store';
import { bundle } from '../../../../bundle.mjs';
import { filesWith } from '../../projects/bytes';
import { noStrace, underStrace } from '../../projects/child/strace';

const dimension = 8;
const STRIDE = 32 + 4 * dimension + 4;
const made: string[] = [];
const opened: EmbeddingStore[] = [];
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  for (const folder of made.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'imprint-forget-'));
  made.push(folder);
  return folder;
}

const hashOf = (n: number): string => createHash('sha256').update(String(n)).digest('hex');
const valuesOf = (n: number): Float32Array =>
  Float32Array.from({ length: dimension }, (_, i) => 1000 * n + i + 1 / 3);
const bytesOf = (n: number): Buffer => Buffer.from(valuesOf(n).buffer);
const hashBytes = (n: number): Buffer => Buffer.from(hashOf(n), 'hex');

async function store(folder: string, space: string, ...numbers: number[]): Promise<EmbeddingStore> {
  const one = await EmbeddingStore.open(folder, { dimension, space });
  opened.push(one);
  one.append(numbers.map((n) => ({ hash: hashOf(n), values: valuesOf(n) })));
  return one;
}

/** A closed file of these embeddings. */
async function fileOf(folder: string, ...numbers: number[]): Promise<string> {
  const one = await store(folder, 'a', ...numbers);
  await one.close();
  return one.path;
}

describe('keepOnly', () => {
  it('leaves the bytes that a file without them would have', async () => {
    const file = await fileOf(newFolder(), 1, 2, 3, 4, 5);
    const found = keepOnly(file, new Set([hashOf(2), hashOf(5), hashOf(9)]));
    expect([found.hashes.sort(), found.bytes]).toEqual([[1, 3, 4].map(hashOf).sort(), 3 * STRIDE]);
    const never = await fileOf(newFolder(), 2, 5);
    expect(fs.readFileSync(file)).toEqual(fs.readFileSync(never));
    expect(fs.readdirSync(path.dirname(file))).toEqual([path.basename(file)]);
  });

  it('takes out what is damaged or cut off too: it may be what is to go', async () => {
    const file = await fileOf(newFolder(), 1, 2, 3);
    const bytes = fs.readFileSync(file);
    bytes[HEADER_BYTES + STRIDE + 40]! ^= 1;
    fs.writeFileSync(file, Buffer.concat([bytes, bytes.subarray(HEADER_BYTES, HEADER_BYTES + 50)]));
    expect(strangersIn(file, new Set([hashOf(1), hashOf(3)]))).toEqual({ hashes: [], bytes: STRIDE + 50 });
    keepOnly(file, new Set([hashOf(1), hashOf(3)]));
    expect(fs.readFileSync(file)).toEqual(fs.readFileSync(await fileOf(newFolder(), 1, 3)));
  });

  it('does not touch a file of which all is to stay, and removes one that is none of ours', async () => {
    const file = await fileOf(newFolder(), 1, 2);
    const before = fs.statSync(file);
    expect(keepOnly(file, new Set([1, 2].map(hashOf)))).toEqual({ hashes: [], bytes: 0 });
    expect(fs.statSync(file).ino).toBe(before.ino);
    fs.writeFileSync(file, 'something else');
    expect(keepOnly(file, new Set())).toEqual({ hashes: [], bytes: 14 });
    expect(fs.existsSync(file)).toBe(false);
  });
});

describe('forgetSpaces', () => {
  it('goes through all spaces of a project, those in use among them, which go on', async () => {
    const folder = newFolder();
    const open = await store(folder, 'in use', 1, 2, 3);
    const other = await store(folder, 'another framing', 2, 4);
    await other.close();
    fs.writeFileSync(path.join(folder, 'x.embeddings.0123456789ab.tmp'), bytesOf(2));
    const ask = (really: boolean) => forgetSpaces({ folder, keep: [1, 3].map(hashOf), really }, [open]);
    const looked = await ask(false);
    expect([looked.hashes.sort(), looked.bytes]).toEqual([[2, 4].map(hashOf).sort(), 3 * STRIDE]);
    expect(open.has(hashOf(2))).toBe(true);
    expect((await ask(true)).bytes).toBe(3 * STRIDE);
    for (const n of [2, 4])
      expect([filesWith(folder, bytesOf(n)), filesWith(folder, hashBytes(n))]).toEqual([[], []]);
    expect([open.has(hashOf(2)), open.read(hashOf(3)), open.size]).toEqual([false, valuesOf(3), 2]);
    open.append([{ hash: hashOf(7), values: valuesOf(7) }]);
    await open.flush();
    expect(filesWith(folder, bytesOf(7))).toHaveLength(1);
    expect(await ask(true)).toMatchObject({ hashes: [hashOf(7)] });
    expect(await ask(true)).toEqual({ hashes: [], bytes: 0 });
  });

  it('finds nothing where there is no folder', async () => {
    const folder = path.join(newFolder(), 'none');
    expect(await forgetSpaces({ folder, keep: [], really: true }, [])).toEqual({ hashes: [], bytes: 0 });
  });
});

describe.skipIf(noStrace !== null)(`killed (${noStrace ?? 'with strace'})`, () => {
  let built = '';
  let script = '';
  beforeAll(async () => {
    built = fs.mkdtempSync(path.join(os.tmpdir(), 'imprint-forget-'));
    script = await bundle('test/unit/main/engine/embeddings/child/forget.ts', path.join(built, 'child.cjs'));
  });
  afterAll(() => fs.rmSync(built, { recursive: true, force: true }));

  it.each([
    ['fsync', 2],
    ['rename', 1],
    ['pwrite64', 3],
  ])(
    'at any %s, the file is the one before or the one after, and a second time ends it',
    async (call, atLeast) => {
      const after = fs.readFileSync(await fileOf(newFolder(), 2, 3));
      let points = 0;
      for (let finished = false; !finished && points < 100; points++) {
        const file = await fileOf(newFolder(), 1, 2, 3);
        const before = fs.readFileSync(file);
        const kill = `inject=${call}:signal=SIGKILL:when=${points + 1}`;
        const options = ['-o', '/dev/null', '-e', `trace=${call}`, '-e', kill];
        finished = (await underStrace(options, script, [file, hashOf(2), hashOf(3)])).finished;
        const left = fs.readFileSync(file);
        expect([points, left.equals(before) || left.equals(after)]).toEqual([points, true]);
        const folder = path.dirname(file);
        await forgetSpaces({ folder, keep: [2, 3].map(hashOf), really: true }, []);
        expect([filesWith(folder, bytesOf(1)), fs.readFileSync(file).equals(after)]).toEqual([[], true]);
        expect(fs.readdirSync(folder)).toEqual([path.basename(file)]);
      }
      expect(points).toBeGreaterThan(atLeast);
    },
  );
});
