/** @file Draws charts in a thread of its own: the library alone takes a third of a second to begin. A worker's entry. */
import './structuredClone';
import { parentPort, workerData } from 'node:worker_threads';
import type { TopLevelSpec } from 'vega-lite';
import { drawChart } from './draw';

void (async () => {
  const drawn: string[] = [];
  for (const spec of workerData as TopLevelSpec[]) drawn.push(await drawChart(spec));
  parentPort!.postMessage(drawn);
})();
