import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, expect, test } from 'vitest';
import { damagedFiles, findEntry, provideEntry, sweep } from '../../../scripts/setup/cache.mjs';
import { tempFolder } from './helpers/folders';

const root = tempFolder();
let cache = '';
let round = 0;
beforeEach(() => (cache = path.join(root, String(round++))));

function make(folder: string): Promise<Record<string, string>> {
  mkdirSync(path.join(folder, 'lib'));
  writeFileSync(path.join(folder, 'lib/a.so'), 'machine code');
  return Promise.resolve({ version: '1' });
}

test('makes an entry once and finds it after', async () => {
  const { folder } = await provideEntry(cache, 'part', make);
  const again = await provideEntry(cache, 'part', () => Promise.reject(new Error('made twice')));
  expect(again.folder).toBe(folder);
  expect(again.record).toMatchObject({
    facts: { version: '1' },
    bytes: 12,
    files: [{ path: 'lib/a.so', bytes: 12 }],
  });
});

test('leaves nothing when making fails', async () => {
  await expect(provideEntry(cache, 'part', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(readdirSync(cache)).toEqual([]);
});

test('does not take a folder without a record for an entry', async () => {
  mkdirSync(path.join(cache, 'part/lib'), { recursive: true });
  writeFileSync(path.join(cache, 'part/lib/a.so'), 'machine code');
  expect(await findEntry(cache, 'part')).toBeNull();
  expect((await provideEntry(cache, 'part', make)).record.bytes).toBe(12);
});

test.each(['lib/a.so', 'complete.json'])('does not take an entry with a cut %s for whole', async (name) => {
  const { folder } = await provideEntry(cache, 'part', make);
  truncateSync(path.join(folder, name), 5);
  expect(await findEntry(cache, 'part')).toBeNull();
});

test('finds changed bytes when asked to read everything', async () => {
  const entry = await provideEntry(cache, 'part', make);
  expect(await damagedFiles(entry)).toEqual([]);
  writeFileSync(path.join(entry.folder, 'lib/a.so'), 'machine c0de');
  expect(await damagedFiles(entry)).toEqual(['lib/a.so']);
});

test('survives being killed while an entry is made', async () => {
  const module = fileURLToPath(new URL('../../../scripts/setup/cache.mjs', import.meta.url));
  const script = `
    import { writeFileSync } from 'node:fs';
    import { provideEntry } from ${JSON.stringify(module)};
    await provideEntry(${JSON.stringify(cache)}, 'part', async (folder) => {
      writeFileSync(folder + '/a.so', 'half');
      process.kill(process.pid, 'SIGKILL');
      await new Promise((resolve) => setTimeout(resolve, 10_000));
    });`;
  expect(spawnSync(process.execPath, ['--input-type=module', '-e', script]).signal).toBe('SIGKILL');
  expect(readdirSync(cache)).toHaveLength(1);
  expect(await findEntry(cache, 'part')).toBeNull();
  await sweep(cache);
  expect(readdirSync(cache)).toEqual([]);
  expect((await provideEntry(cache, 'part', make)).record.bytes).toBe(12);
});

test('says what to do when the cache cannot be written', async () => {
  writeFileSync(cache, 'a file where the folder should be');
  await expect(provideEntry(path.join(cache, 'below'), 'part', make)).rejects.toThrow(/IMPRINT_STUDIO_CACHE/);
});
