/** @file How long it takes until alike images lie beside each other, and how long it holds the engine up. Measured by `run.mjs --alike`. */
import os from 'node:os';
import { Arranger } from '../../../main/engine/alike/arranger';
import { tf } from '../../../main/engine/backbone/tensorflow';
import { tensorScorer } from '../../../main/engine/guessing/tensorScorer';
import { project } from './project';

export async function measureAlike(items: number, classes: number): Promise<void> {
  const { matrix, classOf } = project(items, classes);
  const arranger = new Arranger({
    matrix,
    scorer: tensorScorer(tf),
    idle: () => Promise.resolve(),
    tell: () => undefined,
  });
  let [longest, last] = [0, performance.now()];
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last - 5);
    last = performance.now();
  }, 5);
  const [begun, before] = [performance.now(), process.cpuUsage()];
  const order = (await arranger.arrange([])) ?? new Uint32Array(0);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  clearInterval(watch);
  const { user, system } = process.cpuUsage(before);
  const runs = order.reduce(
    (sum, row, i) => sum + Number(i === 0 || classOf(row) !== classOf(order[i - 1]!)),
    0,
  );
  console.log(
    `${items} items of ${classes} classes (load ${os.loadavg()[0]!.toFixed(2)}): ${seconds} s, processor ${((user + system) / 1e6).toFixed(1)} s, ` +
      `${runs} runs of one class, longest hold-up ${longest.toFixed(0)} ms, engine ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`,
  );
}
