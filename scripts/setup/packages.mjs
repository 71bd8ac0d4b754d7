/**
 * @file Keeps node_modules in step with package-lock.json, by `npm ci`, and only when it is not already.
 */
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { modules, notes, root } from './paths.mjs';
import { Problem } from './problem.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

/** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }>} Packages */

const lockFile = path.join(root, 'package-lock.json');
const stamp = path.join(notes, 'packages.stamp');

const lockHash = () => createHash('sha256').update(readFileSync(lockFile)).digest('hex');

/** @returns {boolean} */
export function packagesAreFresh() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash();
}

export async function providePackages() {
  // A developer's own `npm install` leaves the folder in step too, and throwing that away would cost a minute.
  if (!installedMatches()) await npmCi();
  mkdirSync(notes, { recursive: true });
  writeFileSync(stamp, lockHash());
}

/** npm writes `.package-lock.json` last, so after a killed install it is missing or old. */
function installedMatches() {
  const hidden = path.join(modules, '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const wanted = readPackages(lockFile);
  const there = readPackages(hidden);
  return samePackages(wanted, there) && Object.keys(there).every((name) => existsSync(path.join(root, name)));
}

/** @param {string} file @returns {Packages} */
const readPackages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {};

/**
 * @param {Packages} wanted of package-lock.json
 * @param {Packages} there of the lock that npm keeps inside node_modules
 */
export function samePackages(wanted, there) {
  const names = Object.keys(wanted).filter((name) => name !== '');
  const extra = Object.keys(there).some((name) => !(name in wanted));
  return !extra && names.every((name) => same(wanted[name], there[name]));
}

/** @param {Packages[string] | undefined} wanted @param {Packages[string] | undefined} there */
function same(wanted, there) {
  // Parts for other platforms are in the lock and not in the folder.
  if (!there) return Boolean(wanted?.optional || wanted?.devOptional);
  return wanted?.version === there.version && wanted?.integrity === there.integrity;
}

/**
 * `npm ci` empties node_modules first: through a link that would be somebody else's.
 * @param {string} [folder] node_modules
 * @throws {Problem} where it is a link
 */
export function refuseLinked(folder = modules) {
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  throw new Problem(
    `${folder} is a link, and what it leads to was left as it is: installing would empty it for whoever else uses it. ` +
      'Remove the link, or install where it leads to, and run the command again.',
  );
}

async function npmCi() {
  refuseLinked();
  const count = Object.keys(readPackages(lockFile)).length - 1;
  say(`installing up to ${count} npm packages (npm ci).`);
  const [command, ...first] = npmCommand();
  // Electron 45's package only warns about Node 20, which is the Node of Debian and works.
  const args = [...first, 'ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  args.push('--no-update-notifier', '--loglevel=error');
  try {
    await run(command, args, { cwd: root, show: true });
  } catch (cause) {
    throw new Problem(
      'npm could not install the packages of package-lock.json; its reason is above. ' +
        'The cache of set-up was kept. Check the network and the npm settings, and run the command again.',
      { cause },
    );
  }
}

/** The npm that started us, so that its version and settings are the person's. @returns {[string, ...string[]]} */
function npmCommand() {
  const own = process.env['npm_execpath'] ?? '';
  return own.endsWith('npm-cli.js') ? [process.execPath, own] : ['npm'];
}
