/**
 * @file Provides libtensorflow and its headers from TensorFlow's wheel (Linux x64), and tfjs-node's addon compiled
 * against them. Elsewhere tfjs-node's own installer does both.
 */
import { createHash } from 'node:crypto';
import { copyFile, link, mkdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { provideEntry } from './cache.mjs';
import { compileAddon } from './addon.mjs';
import { listFiles } from './files.mjs';
import { modules, tfjsNode } from './paths.mjs';
import { provideWheel } from './pip.mjs';
import { tensorflowPins } from './pins.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

const fromWheel = process.platform === 'linux' && process.arch === 'x64';
const libraries = ['libtensorflow_cc.so.2', 'libtensorflow_framework.so.2'];
const addonName = 'tfjs_binding.node';
const addonFile = `lib/napi-v8/${addonName}`;
// Only what tfjs-node's sources include; all of the wheel's headers are 170 MB.
const headers = ['c/*', 'core/platform/ctstring*'].map((glob) => `tensorflow/include/tensorflow/${glob}`);
headers.push('tensorflow/include/tsl/c/*', 'tensorflow/include/tsl/platform/ctstring*');
/** Under which licences the libraries and what they contain are, by the names that TensorFlow's own archives give them. */
const licences = {
  LICENSE: `tensorflow_cpu-${tensorflowPins.version}.dist-info/LICENSE`,
  THIRD_PARTY_TF_C_LICENSES: 'tensorflow/THIRD_PARTY_NOTICES.txt',
};
/** What of the wheel an entry of the cache holds. */
const taken = [...libraries.map((name) => `tensorflow/${name}`), ...headers, ...Object.values(licences)];

/** Files below tfjs-node's package whose presence means that it is installed. */
export const installedFiles = () => [
  ...(fromWheel ? libraries.map((name) => `deps/lib/${name}`) : []),
  ...Object.keys(licences).map((name) => `deps/${name}`),
  addonFile,
];

/**
 * @param {string} cache
 * @param {import('./pins.mjs').TensorflowPins} pins
 * @returns {Promise<string>} where it came from
 */
export async function installTensorflow(cache, pins) {
  if (!fromWheel) return ownInstaller();
  const tensorflow = await provideTensorflow(cache, pins);
  const addon = await provideAddon(cache, tensorflow.folder);
  await placeAll(tensorflow.folder, addon.folder);
  return `the wheel ${pins.wheel.file}`;
}

/** tfjs-node fetches its own libtensorflow and addon in its install script, which .npmrc keeps from running. */
async function ownInstaller() {
  say('fetching TensorFlow with the installer of tfjs-node.');
  await run(process.execPath, ['scripts/install.js'], { cwd: tfjsNode, show: true });
  return 'the installer of tfjs-node';
}

/**
 * @param {string} cache
 * @param {import('./pins.mjs').TensorflowPins} pins
 */
async function provideTensorflow(cache, pins) {
  const name = `libtensorflow-${pins.version}-${recipe()}-linux-x64`;
  return provideEntry(cache, name, async (folder) => {
    const wheel = await provideWheel(cache, pins.wheel);
    say(`unpacking libtensorflow ${pins.version}.`);
    await run('unzip', ['-q', wheel, ...taken, '-d', folder]);
    // Symbols for debuggers are a quarter of the library and of every package.
    await run('strip', ['-s', ...libraries.map((name) => path.join(folder, 'tensorflow', name))]);
    return { version: pins.version };
  });
}

/** Part of the entry's name in the cache: one that holds other files is another. */
const recipe = () => createHash('sha256').update(JSON.stringify(taken)).digest('hex').slice(0, 8);

/**
 * The addon for exactly these sources and this TensorFlow. One binary serves every Node and Electron (Node-API).
 * @param {string} cache
 * @param {string} tensorflow folder of the entry of `provideTensorflow`
 */
async function provideAddon(cache, tensorflow) {
  const name = `tfjs-addon-${await sourceHash(tensorflow)}`;
  return provideEntry(cache, name, async (folder) => {
    say('compiling the TensorFlow addon.');
    await compileAddon({
      sources: path.join(tfjsNode, 'binding'),
      tensorflow,
      to: path.join(folder, addonName),
    });
    return {};
  });
}

/** @param {string} tensorflow */
async function sourceHash(tensorflow) {
  const hash = createHash('sha256').update(path.basename(tensorflow));
  for (const folder of [path.join(tfjsNode, 'binding'), path.join(modules, 'node-api-headers/include')]) {
    for (const name of await listFiles(folder))
      hash.update(name).update(await readFile(path.join(folder, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * Puts both where tfjs-node looks, as real files: packages are made from this folder.
 * @param {string} tensorflow
 * @param {string} addon
 */
async function placeAll(tensorflow, addon) {
  for (const [name, inWheel] of Object.entries(licences))
    await place(path.join(tensorflow, inWheel), path.join(tfjsNode, 'deps', name));
  for (const name of libraries) {
    await place(path.join(tensorflow, 'tensorflow', name), path.join(tfjsNode, 'deps/lib', name));
  }
  // The addon last: where it is, the libraries are.
  await place(path.join(addon, addonName), path.join(tfjsNode, addonFile));
}

/**
 * A hard link where the file system allows one (the library is 413 MB), else a copy.
 * @param {string} from
 * @param {string} to
 */
async function place(from, to) {
  await mkdir(path.dirname(to), { recursive: true });
  const half = `${to}.half`;
  await rm(half, { force: true });
  await link(from, half).catch(() => copyFile(from, half));
  await rename(half, to);
}
