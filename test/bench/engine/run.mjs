/**
 * @file How long the engine takes to answer, with invented embeddings of 1280 values: bundles `answers.ts` as the product is
 * bundled and runs it in this process.
 *
 *   node test/bench/engine/run.mjs [--items 10000,50000] [--classes 50] [--labelled 20] [--times 11] [--only teach,similar,…]
 *   node test/bench/engine/run.mjs --map|--alike [--items 10000]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundle } from '../../bundle.mjs';

const root = path.resolve(import.meta.dirname, '../../..');
const { values } = parseArgs({
  options: {
    items: { type: 'string', default: '10000,50000' },
    classes: { type: 'string', default: '50' },
    times: { type: 'string', default: '11' },
    labelled: { type: 'string', default: '20' },
    only: { type: 'string', default: '' },
    map: { type: 'boolean', default: false },
    alike: { type: 'boolean', default: false },
  },
});

// Inside the checkout, so that tfjs-node is found from there.
const outDir = await mkdtemp(path.join(root, 'out/bench-'));

try {
  const bench = createRequire(import.meta.url)(
    await bundle('test/bench/engine/answers.ts', path.join(outDir, 'answers.cjs')),
  );
  const sizes = values.items.split(',').map(Number);
  if (values.map) {
    const worker = await bundle('main/engine/map/worker.ts', path.join(outDir, 'worker.cjs'));
    for (const items of sizes) await bench.measureMap(items, Number(values.classes), worker);
  }
  if (values.alike) for (const items of sizes) await bench.measureAlike(items, Number(values.classes));
  for (const items of values.map || values.alike ? [] : sizes)
    await bench.measure({
      items,
      classes: Number(values.classes),
      times: Number(values.times),
      labelled: Number(values.labelled),
      only: values.only.split(',').filter(Boolean),
    });
} finally {
  await rm(outDir, { recursive: true });
}
