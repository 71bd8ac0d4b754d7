/**
 * @file `npm start [-- COMMAND ARGS]`: set-up, then the app. Everything the person typed stands behind `--`, because
 * Chromium would obey flags before it (`--inspect`, `--no-sandbox`).
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { electronBinary, root } from '../setup/paths.mjs';
import { setUp } from '../setup/set-up.mjs';
import { provideScreen } from '../setup/xvfb.mjs';

/** @param {string[]} args @returns {Promise<number>} the app's exit code */
export async function main(args) {
  await setUp();
  const screen = await provideScreen({ outlivesCtrlC: true });
  try {
    return await runApp(root, args, screen.env);
  } finally {
    screen.stop();
  }
}

/**
 * @param {string | null} app folder with a package.json; null where the binary itself is the app
 * @param {readonly string[]} args what the person typed
 * @param {boolean} [isRoot]
 * @returns {string[]}
 */
export function electronArguments(app, args, isRoot = process.getuid?.() === 0) {
  // Chromium refuses to run as root with its sandbox; packages never get this flag.
  return [
    ...(isRoot ? ['--no-sandbox'] : []),
    '--log-level=3',
    ...(app === null ? [] : [app]),
    '--',
    ...args,
  ];
}

/**
 * @param {string} app
 * @param {readonly string[]} args
 * @param {Record<string, string>} screen variables of `provideScreen`
 * @returns {Promise<number>} exit code; 128 and the signal's number when one ended it, as shells have it
 */
export function runApp(app, args, screen) {
  // npm runs scripts in the package's folder and tells in INIT_CWD where the person was.
  /** @type {NodeJS.ProcessEnv} */
  const env = { INIT_CWD: process.cwd(), ...process.env, ...screen };
  delete env['ELECTRON_RUN_AS_NODE'];
  const child = spawn(electronBinary(), electronArguments(app, args), { stdio: 'inherit', env });
  forwardSignals(child);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? 128 + constants.signals[signal ?? 'SIGKILL']));
  });
}

/** @param {import('node:child_process').ChildProcess} child */
function forwardSignals(child) {
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  // A terminal sends Ctrl-C to the app as well; sent twice, it would cut the app's own farewell short.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
}
