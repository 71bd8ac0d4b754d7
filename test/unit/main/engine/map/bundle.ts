/** @file Bundles the map's worker as the product is bundled, since a thread takes no TypeScript. */
import path from 'node:path';
import { build } from 'vite';
import { ROOT } from '../backbone/support';

/** @returns the worker's path, in `outDir` */
export async function bundle(outDir: string): Promise<string> {
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
      ssr: path.join(ROOT, 'main/engine/map/worker.ts'),
      rollupOptions: { output: { format: 'cjs', entryFileNames: 'worker.cjs', codeSplitting: false } },
    },
    ssr: { noExternal: true },
  });
  return path.join(outDir, 'worker.cjs');
}
