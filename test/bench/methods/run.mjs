/**
 * @file Runs a bench of the methods, bundled as the product is, in this process.
 *
 *   node test/bench/methods/run.mjs emoji '{"projects": "<folder>", "asked": "test", "by": "all", "shots": [1, 3],
 *     "methods": ["imprinting"], "seeds": [0, 1, 2], "others": true}'
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { bundle } from '../../bundle.mjs';

const root = path.resolve(import.meta.dirname, '../../..');
const [what = 'emoji', request = '{}'] = process.argv.slice(2);

// Inside the checkout, so that tfjs-node is found from there.
await mkdir(path.join(root, 'out'), { recursive: true });
const outDir = await mkdtemp(path.join(root, 'out/bench-'));
try {
  const bench = createRequire(import.meta.url)(
    await bundle(`test/bench/methods/${what}.ts`, path.join(outDir, `${what}.cjs`)),
  );
  await bench.measure(JSON.parse(request));
} finally {
  await rm(outDir, { recursive: true });
}
