/**
 * @file Bundles a script of this folder as the product is bundled (CommonJS, Node 16), for a process of its own.
 */
import path from 'node:path';
import { build } from 'vite';
import { ROOT } from '../../engine/backbone/support';

/** @returns the bundle's path. It lies in out/, so that it finds TensorFlow among the packages */
export async function bundle(script: string): Promise<string> {
  const outDir = path.join(ROOT, 'out/test');
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: false,
      target: 'node16',
      minify: false,
      ssr: path.join(import.meta.dirname, `${script}.ts`),
      rollupOptions: { output: { format: 'cjs', entryFileNames: `${script}.cjs`, codeSplitting: false } },
    },
    ssr: { noExternal: true, external: ['@tensorflow/tfjs-node'] },
  });
  return path.join(outDir, `${script}.cjs`);
}
