/** @file Lays out the map in a thread of its own, since one epoch of 10,000 points would hold up the engine. A worker's entry. */
import os from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { layout, type LayoutTask } from './umap';

export type FromWorker = { done: number; total: number } | { points: Float32Array };

/** Milliseconds between two reports. */
const REPORT_MS = 200;

// On Linux 0 is this thread alone: the engine's answers to the person come first. Elsewhere it is the whole process.
if (process.platform === 'linux') os.setPriority(0, os.constants.priority.PRIORITY_BELOW_NORMAL);

const steps = layout(workerData as LayoutTask);
let reported = -Infinity;
for (let next = steps.next(); ; next = steps.next()) {
  if (next.done) {
    parentPort!.postMessage({ points: next.value } satisfies FromWorker, [next.value.buffer as ArrayBuffer]);
    break;
  }
  if (performance.now() - reported < REPORT_MS) continue;
  reported = performance.now();
  parentPort!.postMessage(next.value satisfies FromWorker);
}
