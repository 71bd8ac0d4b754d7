/**
 * @file How long the engine takes to answer, with invented embeddings of 1280 values: bundles `answers.ts` as the product is
 * bundled and runs it in this process.
 *
 *   node test/bench/engine/run.mjs [--items 10000,50000] [--classes 50] [--labelled 20] [--times 11] [--only teach,similar,…]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';

const root = path.resolve(import.meta.dirname, '../../..');
const { values } = parseArgs({
  options: {
    items: { type: 'string', default: '10000,50000' },
    classes: { type: 'string', default: '50' },
    times: { type: 'string', default: '11' },
    labelled: { type: 'string', default: '20' },
    only: { type: 'string', default: '' },
  },
});

// Inside the checkout, so that tfjs-node is found from there.
const outDir = await mkdtemp(path.join(root, 'out/bench-'));
try {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir,
      target: 'node16',
      minify: false,
      ssr: path.join(import.meta.dirname, 'answers.ts'),
      rollupOptions: { output: { format: 'cjs', entryFileNames: 'answers.cjs', codeSplitting: false } },
    },
    ssr: { noExternal: true, external: ['@tensorflow/tfjs-node'] },
  });
  const { measure } = createRequire(import.meta.url)(path.join(outDir, 'answers.cjs'));
  for (const items of values.items.split(',').map(Number))
    await measure({
      items,
      classes: Number(values.classes),
      times: Number(values.times),
      labelled: Number(values.labelled),
      only: values.only.split(',').filter(Boolean),
    });
} finally {
  await rm(outDir, { recursive: true });
}
