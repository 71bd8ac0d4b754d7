/** @file Draws charts in a thread of its own: the library alone takes a third of a second to begin. A worker's entry. */
import './structuredClone';
import { parentPort, workerData } from 'node:worker_threads';
import { speak } from '../../strings/chosen';
import { drawChart } from './draw';
import type { ToDraw } from './drawing';

void (async () => {
  const { specs, spoken } = workerData as ToDraw;
  speak(spoken);
  const drawn: string[] = [];
  for (const spec of specs) drawn.push(await drawChart(spec));
  parentPort!.postMessage(drawn);
})();
