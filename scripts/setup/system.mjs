/**
 * @file The parts that only the system's own package manager can bring: tools for set-up and libraries for Electron.
 * They are looked for as files, since asking dpkg would cost every start more than all other checks together.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Problem } from './problem.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

/** @typedef {{ package: string, file: string, kind: 'library' | 'command' | 'pip' }} Need */

/** @param {string} name @param {string} file @returns {Need} */
const library = (name, file) => ({ package: name, file, kind: 'library' });
/** @param {string} name @param {string} file @returns {Need} */
const command = (name, file) => ({ package: name, file, kind: 'command' });

/** @type {Need} */
const pip = { package: 'python3-pip', file: 'python3', kind: 'pip' };
const unzip = command('unzip', 'unzip');
const wheelTools = [pip, unzip, command('g++', 'g++'), command('binutils', 'strip')];

/** What making the native parts needs. Wheels exist for x64 only; elsewhere tfjs-node's own installer is used. */
export const toolNeeds = () => (process.arch === 'x64' ? wheelTools : [unzip]);

const display = [command('xvfb', 'Xvfb'), command('xauth', 'xauth')];

const electronLibraries = [
  library('libgtk-3-0', 'libgtk-3.so.0'),
  library('libnss3', 'libnss3.so'),
  library('libasound2', 'libasound.so.2'),
  library('libgbm1', 'libgbm.so.1'),
  library('libxss1', 'libXss.so.1'),
  library('libxtst6', 'libXtst.so.6'),
  library('libatspi2.0-0', 'libatspi.so.0'),
  library('libdrm2', 'libdrm.so.2'),
  library('libsecret-1-0', 'libsecret-1.so.0'),
];

/** @param {NodeJS.ProcessEnv} [env] */
export const hasDisplay = (env = process.env) =>
  process.platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);

/** What running needs, always. @returns {Need[]} */
export const runNeeds = () => (hasDisplay() ? electronLibraries : [...electronLibraries, ...display]);

/**
 * @param {readonly Need[]} needs
 * @param {string[]} [folders] where libraries lie; for tests
 * @returns {Need[]} those that are not on this machine
 */
export function missingNeeds(needs, folders = libraryFolders()) {
  if (process.platform !== 'linux') return [];
  return needs.filter((need) => {
    if (need.kind === 'library') return !folders.some((folder) => existsSync(path.join(folder, need.file)));
    return !findCommand(need.file) || (need.kind === 'pip' && !hasPip());
  });
}

/** @param {string} name */
export function findCommand(name) {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  return folders.some((folder) => existsSync(path.join(folder, name)));
}

/** @returns {string[]} */
function libraryFolders() {
  const triple = { x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu' }[
    process.arch === 'arm64' ? 'arm64' : 'x64'
  ];
  const own = (process.env['LD_LIBRARY_PATH'] ?? '').split(':').filter(Boolean);
  return [
    ...own,
    `/usr/lib/${triple}`,
    `/lib/${triple}`,
    '/usr/lib64',
    '/lib64',
    '/usr/lib',
    '/usr/local/lib',
  ];
}

function hasPip() {
  const look = 'import importlib.util, sys; sys.exit(importlib.util.find_spec("pip") is None)';
  return spawnSync('python3', ['-c', look], { stdio: 'ignore' }).status === 0;
}

/**
 * Installs what is missing where that is ours to do (root, apt), else ends with the command to run.
 * @param {readonly Need[]} needs
 */
export async function provideSystem(needs) {
  const missing = missingNeeds(needs);
  if (missing.length === 0) return;
  const packages = missing.map((need) => need.package);
  if (process.getuid?.() !== 0 || !findCommand('apt-get')) throw new Problem(instructions(packages));
  say(`installing system packages: ${packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env, show: true }).catch(() => say('the package lists are old.'));
  const args = ['install', '-y', '-q', '--no-install-recommends', ...packages];
  await run('apt-get', args, { env }).catch((/** @type {Problem} */ cause) => {
    throw new Problem(`${instructions(packages)}apt-get failed when set-up tried it:`, cause);
  });
  const still = missingNeeds(needs).map((need) => need.package);
  if (still.length > 0)
    throw new Problem(`apt-get installed ${still.join(', ')}, but what set-up looks for is not there.`);
}

/** @param {string[]} packages */
export function instructions(packages) {
  return (
    'Some system packages are missing. Nothing was changed. Install them and run the command again ' +
    `(on other systems than Debian 12, those that correspond):\n  ${aptCommand(packages)}\n`
  );
}

/** @param {string[]} packages */
export const aptCommand = (packages) =>
  `sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;
