/** @file How long the curve over the number of shots takes, and how long it holds the engine up. Measured by `run.mjs --curve`. */
import os from 'node:os';
import { tf } from '../../../main/engine/backbone/tensorflow';
import { learningCurve } from '../../../main/engine/evaluation/curve/curve';
import { labelledSetOf } from '../../../main/engine/evaluation/labelledSet';
import { tensorScorer } from '../../../main/engine/guessing/tensorScorer';
import { project } from './project';

const TIMES = 5;

export async function measureCurve(items: number, classes: number): Promise<void> {
  const { matrix, classOf } = project(items, classes);
  const samples = Array.from({ length: items }, (_, index) => ({
    ...{ index, class: classOf(index), group: String(index), bulk: false },
  }));
  const set = labelledSetOf({ samples }, matrix);
  const seconds: number[] = [];
  const before = process.cpuUsage();
  for (let i = 0; i < TIMES; i++) {
    const begun = performance.now();
    const { sentence } = await learningCurve(set, { seed: i, scorer: tensorScorer(tf) });
    seconds.push((performance.now() - begun) / 1000);
    if (i === 0) console.log(sentence);
  }
  const { user, system } = process.cpuUsage(before);
  seconds.sort((a, b) => a - b);
  console.log(
    `${items} items of ${classes} classes (load ${os.loadavg()[0]!.toFixed(2)}): ` +
      `median ${seconds[TIMES >> 1]!.toFixed(2)} s, slowest ${seconds.at(-1)!.toFixed(2)} s, processor ${((user + system) / 1e6 / TIMES).toFixed(2)} s each`,
  );
}
