/**
 * @file A screen for Electron where there is none. Start, tests and benchmarks share it. The server picks a free number
 * itself (`-displayfd`), takes only clients with our random cookie, and is ended by its process id.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { Problem } from './problem.mjs';
import { findCommand, hasDisplay } from './system.mjs';

/**
 * @typedef {object} Screen
 * @property {Record<string, string>} env add it to the environment of what is to draw there; empty for a real screen
 * @property {() => void} stop
 */

/**
 * @typedef {object} ScreenOptions
 * @property {boolean} [outlivesCtrlC] for an app that has things to put away first, which it cannot without a screen;
 *   whoever asks for it waits for the app and stops the screen then
 */

/**
 * The person's own screen where there is one, else a new Xvfb.
 * @param {ScreenOptions} [options]
 * @returns {Promise<Screen>}
 */
export async function provideScreen(options) {
  return hasDisplay() ? { env: {}, stop: () => {} } : startXvfb(options);
}

/**
 * Screens for tests that run side by side: on one, windows take the keyboard from each other and share a clipboard.
 * Where no Xvfb can be had, or Electron would draw in a Wayland session all the same, it is the person's own one.
 * @param {number} wanted
 * @returns {Promise<Screen[]>} as many, or one
 */
export async function provideScreens(wanted) {
  const ownOnly = process.platform !== 'linux' || Boolean(process.env['WAYLAND_DISPLAY']);
  if (ownOnly || !findCommand('Xvfb')) return [await provideScreen()];
  return Promise.all(Array.from({ length: wanted }, () => startXvfb()));
}

/** End-to-end tests at once: one alone leaves half of two cores idle; more have not been tried. */
const WORKERS = 2;

/**
 * For Playwright, each of whose workers takes one (playwright.config.ts).
 * @returns {Promise<Screen>}
 */
export async function provideTestScreens() {
  const screens = await provideScreens(Math.min(WORKERS, availableParallelism()));
  const all = JSON.stringify(screens.map((screen) => screen.env));
  const stop = () => screens.forEach((screen) => screen.stop());
  return { env: { ...screens[0]?.env, IMPRINT_SCREENS: all }, stop };
}

/** @param {ScreenOptions} [options] @returns {Promise<Screen>} */
export async function startXvfb({ outlivesCtrlC = false } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'imprint-screen-'));
  const cookies = path.join(folder, 'cookies');
  writeFileSync(cookies, cookieFile(randomBytes(16)), { mode: 0o600 });
  const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-auth', cookies];
  // A terminal sends Ctrl-C to all processes of its group, so the screen gets one of its own.
  const server = spawn('Xvfb', args, {
    detached: outlivesCtrlC,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const stop = () => {
    server.kill('SIGTERM');
    process.off('exit', stop);
    rmSync(folder, { recursive: true, force: true });
  };
  process.on('exit', stop);
  const number = await displayNumber(server).finally(() => server.unref());
  return { env: { DISPLAY: `:${number}`, XAUTHORITY: cookies }, stop };
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<string>}
 */
function displayNumber(server) {
  let errors = '';
  server.stderr?.on('data', (text) => (errors = (errors + String(text)).slice(-2000)));
  return new Promise((resolve, reject) => {
    const fail = (/** @type {string} */ why) =>
      reject(
        new Problem(
          `The screen for running without a display (Xvfb) did not start: ${why}. Nothing was changed. Run \`npm run doctor\`.`,
          { details: errors },
        ),
      );
    server.on('error', (error) => fail(error.message));
    server.on('exit', (code) => fail(`it ended with ${code}`));
    const report = /** @type {import('node:stream').Readable} */ (server.stdio[3]);
    report.on('data', (text) => resolve(String(text).trim()));
  });
}

/**
 * One entry of the Xauthority format: family (wild: any host and display), address, number, name, data, each with a
 * big-endian 16-bit length.
 * @param {Buffer} cookie
 */
function cookieFile(cookie) {
  const field = (/** @type {Buffer} */ data) =>
    Buffer.concat([Buffer.from([data.length >> 8, data.length & 255]), data]);
  const none = field(Buffer.alloc(0));
  return Buffer.concat([
    Buffer.from([255, 255]),
    none,
    none,
    field(Buffer.from('MIT-MAGIC-COOKIE-1')),
    field(cookie),
  ]);
}
