/**
 * @file One set-up at a time per folder. The lock is a listening local socket, because the kernel lets go of it however
 * its holder dies; a lock file would need guesses about stale process ids.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { say } from './say.mjs';

/** @typedef {import('node:net').Socket} Socket */

/**
 * @template T
 * @param {string} folder what is being changed; it need not exist yet
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(folder, work) {
  const address = addressOf(folder);
  let release = await tryListen(address);
  if (!release) say(`another set-up is at work on ${folder}; waiting for it to end.`);
  while (!release) {
    await untilReleased(address);
    release = await tryListen(address);
  }
  try {
    return await work();
  } finally {
    release();
  }
}

/** @param {string} folder */
function addressOf(folder) {
  const id = createHash('sha256').update(path.resolve(folder)).digest('hex').slice(0, 24);
  if (process.platform === 'linux') return `\0imprint-studio-${id}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\imprint-studio-${id}`;
  mkdirSync(tmpdir(), { recursive: true });
  return path.join(tmpdir(), `imprint-studio-${id}.sock`);
}

/**
 * @param {string} address
 * @returns {Promise<(() => void) | null>} lets go of the lock; null when somebody else holds it
 */
function tryListen(address) {
  return new Promise((resolve, reject) => {
    /** Those who wait stay connected, and learn of the end by their socket closing. @type {Set<Socket>} */
    const waiting = new Set();
    const server = createServer((socket) => waiting.add(socket.on('error', () => waiting.delete(socket))));
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    );
    server.listen(address, () =>
      resolve(() => {
        server.close();
        for (const socket of waiting) socket.destroy();
      }),
    );
  });
}

/** @param {string} address */
async function untilReleased(address) {
  await new Promise((resolve) => {
    const socket = connect(address);
    socket.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      // A socket file whose owner died (macOS only): nobody listens, so it may go.
      if (error.code === 'ECONNREFUSED' && !address.startsWith('\0')) rmSync(address, { force: true });
    });
    socket.on('close', resolve).resume();
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
}
