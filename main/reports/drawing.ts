/** @file Has charts drawn by a thread that ends with its work, so that the library is in memory no longer. Runs in main. */
import { Worker } from 'node:worker_threads';
import type { TopLevelSpec } from 'vega-lite';

/** SVG of each description, in their order. */
export type Draw = (specs: readonly TopLevelSpec[]) => Promise<string[]>;

/** @param script the built worker */
export function threadDraw(script: string): Draw {
  return (specs) =>
    new Promise((resolve, reject) => {
      if (specs.length === 0) return resolve([]);
      const worker = new Worker(script, { workerData: specs });
      worker.on('message', (drawn: string[]) => resolve(drawn));
      worker.on('error', reject);
      worker.on('exit', (code) => reject(new Error(`The charts' thread ended (code ${code}).`)));
    });
}
