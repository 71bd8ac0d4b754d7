/**
 * @file Bundles a script of this folder to one CommonJS file as the product is bundled (for Node 16), so that tests
 * can run it in a process of its own and kill that.
 */
import path from 'node:path';
import { build } from 'vite';

const repository = path.resolve(import.meta.dirname, '../../../../..');

/** @returns the bundle's path, in `outDir`. */
export async function bundle(script: string, outDir: string): Promise<string> {
  await build({
    configFile: false,
    root: repository,
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
    ssr: { noExternal: true },
  });
  return path.join(outDir, `${script}.cjs`);
}
