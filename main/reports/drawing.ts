/** @file Has charts drawn by a thread that ends with its work, so that the library is in memory no longer. Runs in main. */
import { Worker } from 'node:worker_threads';
import type { TopLevelSpec } from 'vega-lite';
import { nowSpoken, type Spoken } from '../../strings/chosen';

/** SVG of each description, in their order. */
export type Draw = (specs: readonly TopLevelSpec[]) => Promise<string[]>;

/** What the thread is given: it has no address and no arguments to be told a language by. */
export interface ToDraw {
  specs: readonly TopLevelSpec[];
  spoken: Spoken;
}

/** @param script the built worker */
export function threadDraw(script: string): Draw {
  return (specs) =>
    new Promise((resolve, reject) => {
      if (specs.length === 0) return resolve([]);
      const worker = new Worker(script, { workerData: { specs, spoken: nowSpoken() } satisfies ToDraw });
      worker.on('message', (drawn: string[]) => resolve(drawn));
      worker.on('error', reject);
      worker.on('exit', (code) => reject(new Error(`The charts' thread ended (code ${code}).`)));
    });
}
