import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { download } from '../../../scripts/setup/download.mjs';
import { sha256 } from './helpers/fakes';
import { tempFolder } from './helpers/folders';
import { captureSaid } from './helpers/quiet';
import { deadUrl, serve, silent, slowly, stalling, whole, type Server } from './helpers/server';
import type { RequestListener } from 'node:http';

captureSaid();
const body = Buffer.alloc(200_000, 'electron');
/** For servers that shall be given up; the others have all the time that a busy machine needs. */
const impatient = { firstByte: 300, stall: 300 };
const patient = { firstByte: 60_000, stall: 60_000 };
const to = path.join(tempFolder(), 'file.zip');
let server: Server | undefined;
afterEach(() => server?.close());

async function fetchFrom(listener: RequestListener, hash = sha256(body), limits = patient): Promise<void> {
  server = await serve(listener);
  return download({ url: `${server.url}/file.zip`, sha256: hash, to, label: 'file', limits });
}

const giveUpOn = (listener: RequestListener): Promise<void> => fetchFrom(listener, sha256(body), impatient);

async function expectFailure(attempt: Promise<void>, reason: RegExp): Promise<void> {
  await expect(attempt).rejects.toThrow(reason);
  expect(existsSync(to)).toBe(false);
}

test('fetches a file whose hash is right', async () => {
  await fetchFrom(whole(body));
  expect(readFileSync(to).equals(body)).toBe(true);
});

test('follows a redirect, as release downloads do', async () => {
  await fetchFrom((request, response) => {
    if (request.url === '/file.zip') response.writeHead(302, { location: '/elsewhere' }).end();
    else whole(body)(request, response);
  });
  expect(server?.asked).toEqual(['/file.zip', '/elsewhere']);
});

test('is patient with a slow server that keeps sending', async () => {
  await fetchFrom(slowly(body, 200), sha256(body), { firstByte: 60_000, stall: 1500 });
  expect(readFileSync(to).length).toBe(body.length);
});

test('does not keep a file with another hash', () =>
  expectFailure(fetchFrom(whole(body), sha256(Buffer.from('other'))), /SHA-256 is .* was expected/));

test('gives up on a server that never answers', () =>
  expectFailure(giveUpOn(silent), /nothing came for 0.3 seconds/));

test('gives up on a server that answers and then sends nothing', () =>
  expectFailure(
    giveUpOn((_request, response) => void response.writeHead(200, { 'content-length': 9 }).flushHeaders()),
    /nothing came for 0.3 seconds/,
  ));

test('gives up on a download that stands still', () =>
  expectFailure(giveUpOn(stalling(body)), /stood still for 0.3 seconds/));

test('does not keep half a file when the connection breaks', () =>
  expectFailure(
    fetchFrom((_request, response) => {
      response.writeHead(200, { 'content-length': body.length });
      response.write(body.subarray(0, 1000), () => response.destroy());
    }),
    /could not be fetched/,
  ));

test('says which answer the server gave', () =>
  expectFailure(
    fetchFrom((_request, response) => response.writeHead(503).end()),
    /the server answered 503/,
  ));

test('says that nobody listens', async () => {
  const url = `${await deadUrl()}/file.zip`;
  await expectFailure(download({ url, sha256: '', to, label: 'file', limits: patient }), /ECONNREFUSED/);
});
