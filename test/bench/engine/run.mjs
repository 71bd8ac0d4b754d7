/**
 * @file How long the engine takes to answer, with invented embeddings of 1280 values: bundles `answers.ts` as the product is
 * bundled and runs it in this process.
 *
 *   node test/bench/engine/run.mjs [--items 10000,50000] [--classes 50] [--labelled 20] [--times 11] [--only teach,similar,…]
 *   node test/bench/engine/run.mjs --map|--alike [--items 10000]
 *   node test/bench/engine/run.mjs --curve [--items 1000] [--classes 20]
 *   node test/bench/engine/run.mjs --coverage [--sets 300] [--worlds 0,1,…]
 *   node test/bench/engine/run.mjs --training --items 1000 --classes 20 --times 5 [--only softmax,…] [--python python3]
 *   node test/bench/engine/run.mjs --tuning [--folder FOLDER | --items 1000 --classes 20] [--epochs 10] [--seeds 0] [--rates 0.0003]
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
    training: { type: 'boolean', default: false },
    python: { type: 'string' },
    tuning: { type: 'boolean', default: false },
    curve: { type: 'boolean', default: false },
    coverage: { type: 'boolean', default: false },
    sets: { type: 'string', default: '300' },
    worlds: { type: 'string' },
    folder: { type: 'string' },
    epochs: { type: 'string', default: '10' },
    seeds: { type: 'string', default: '0' },
    rates: { type: 'string', default: '0.0003' },
  },
});

// Inside the checkout, so that tfjs-node is found from there.
const outDir = await mkdtemp(path.join(root, 'out/bench-'));

try {
  const bench = createRequire(import.meta.url)(
    await bundle('test/bench/engine/answers.ts', path.join(outDir, 'answers.cjs')),
  );
  const numbers = (/** @type {string} */ list) => list.split(',').map(Number);
  const sizes = numbers(values.items);
  if (values.tuning) {
    const { imagesOf, invented } = await import('./labelledImages.mjs');
    const made = values.folder ? await imagesOf(values.folder) : invented(sizes[0], Number(values.classes));
    const backboneDir = path.join(root, 'resources/backbones/efficientnet-lite0');
    const { epochs, seeds, rates } = values;
    const run = { epochs: Number(epochs), seeds: numbers(seeds), rates: numbers(rates) };
    await bench.measureTuning({ backboneDir, ...made, ...run });
  }
  if (values.map) {
    const worker = await bundle('main/engine/map/worker.ts', path.join(outDir, 'worker.cjs'));
    for (const items of sizes) await bench.measureMap(items, Number(values.classes), worker);
  }
  if (values.alike) for (const items of sizes) await bench.measureAlike(items, Number(values.classes));
  if (values.curve) for (const items of sizes) await bench.measureCurve(items, Number(values.classes));
  if (values.coverage) {
    const chosen = values.worlds ? numbers(values.worlds) : [...bench.WORLDS.keys()];
    await bench.measureCoverage(
      chosen.map((at) => bench.WORLDS[at]),
      Number(values.sets),
    );
  }
  const setting = {
    classes: Number(values.classes),
    times: Number(values.times),
    only: values.only.split(',').filter(Boolean),
  };
  if (values.training)
    for (const items of sizes)
      await bench.measureTraining({ ...setting, items, python: values.python ?? null });
  const { map, alike, tuning, curve, coverage, training } = values;
  for (const items of map || alike || tuning || curve || coverage || training ? [] : sizes)
    await bench.measure({ ...setting, items, labelled: Number(values.labelled) });
} finally {
  await rm(outDir, { recursive: true });
}
