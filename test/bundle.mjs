/**
 * @file Bundles a source as the product is bundled (CommonJS, Node 16): processes and threads of their own, which tests
 * may kill, take no TypeScript.
 */
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';

const root = path.resolve(import.meta.dirname, '..');

/**
 * @param {string} source below the checkout, or absolute
 * @param {string} to the bundle, absolute; within the checkout where it needs TensorFlow, which it then finds among the packages
 * @returns {Promise<string>} `to`
 */
export async function bundle(source, to) {
  await mkdir(path.dirname(to), { recursive: true });
  // Two files of tests may want the same one at once, and a process may be starting from it.
  const folder = await mkdtemp(path.join(path.dirname(to), '.bundle-'));
  try {
    await buildInto(folder, path.basename(to), source);
    await rename(path.join(folder, path.basename(to)), to);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return to;
}

/**
 * @param {string} folder
 * @param {string} name
 * @param {string} source
 */
async function buildInto(folder, name, source) {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'node16',
      minify: false,
      ssr: path.resolve(root, source),
      rollupOptions: { output: { format: 'cjs', entryFileNames: name, codeSplitting: false } },
    },
    ssr: { noExternal: true, external: ['@tensorflow/tfjs-node'] },
  });
}
