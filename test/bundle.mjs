/**
 * @file Bundles a source as the product is bundled (CommonJS, Node 16): processes and threads of their own, which tests
 * may kill, take no TypeScript.
 */
import path from 'node:path';
import { build } from 'vite';

const root = path.resolve(import.meta.dirname, '..');

/**
 * @param {string} source below the checkout, or absolute
 * @param {string} to the bundle, absolute; within the checkout where it needs TensorFlow, which it then finds among the packages
 * @returns {Promise<string>} `to`
 */
export async function bundle(source, to) {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir: path.dirname(to),
      emptyOutDir: false,
      target: 'node16',
      minify: false,
      ssr: path.resolve(root, source),
      rollupOptions: { output: { format: 'cjs', entryFileNames: path.basename(to), codeSplitting: false } },
    },
    ssr: { noExternal: true, external: ['@tensorflow/tfjs-node'] },
  });
  return to;
}
