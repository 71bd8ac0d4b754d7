/**
 * @file Which files of node_modules the program loads: those that tfjs-node really requires, as the Electron that is
 * packaged runs it, and the native parts. The rest of its tree serves its installer and its developers.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { electronBinary, modules, root } from '../setup/paths.mjs';
import { Problem } from '../setup/problem.mjs';
import { run } from '../setup/run.mjs';
import { listFiles } from '../setup/files.mjs';

const tracer = path.join(path.dirname(fileURLToPath(import.meta.url)), 'trace.cjs');
const tfjs = '@tensorflow/tfjs-node';

/** @returns {Promise<string[]>} below node_modules, with forward slashes, sorted */
export async function moduleFiles() {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '', TF_CPP_MIN_LOG_LEVEL: '2' };
  const said = await run(electronBinary(), [tracer, tfjs], { cwd: root, env });
  /** @type {string[]} */
  const loaded = JSON.parse(said.slice(said.lastIndexOf('\n') + 1));
  const own = loaded.map((file) => path.relative(modules, file).split(path.sep).join('/'));
  const stranger = own.find((name) => name.startsWith('..'));
  if (stranger)
    throw new Problem(`tfjs-node loads ${stranger}, which is not in node_modules. Nothing was packaged.`);
  return [...new Set([...own, ...(await nativeFiles())])].sort();
}

/** The addon and what it is linked with. @returns {Promise<string[]>} below node_modules */
export async function nativeFiles() {
  const found = [];
  for (const folder of [`${tfjs}/lib`, `${tfjs}/deps/lib`]) {
    const names = await listFiles(path.join(modules, folder)).catch(() => []);
    found.push(...names.map((name) => `${folder}/${name}`));
  }
  if (found.length === 0)
    throw new Problem('TensorFlow is not in node_modules. Nothing was packaged. Run `npm run setup`.');
  return found.sort();
}
