/** @file How long the map takes, and how long it holds up lessons meanwhile. Measured by `run.mjs --map`. */
import os from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { tf } from '../../../main/engine/backbone/tensorflow';
import type { MapState } from '../../../main/contract/areas/map';
import { Guesser } from '../../../main/engine/guessing/guesser';
import { tensorScorer } from '../../../main/engine/guessing/tensorScorer';
import { tensorSquares } from '../../../main/engine/map/covariance';
import { workerLayout } from '../../../main/engine/map/layOut';
import { Maps } from '../../../main/engine/map/maps';
import { lessonOf, project } from './project';

/** @param worker the built script of the map's thread */
export async function measureMap(items: number, classes: number, worker: string): Promise<void> {
  const { matrix, constants, classOf } = project(items, classes);
  const scorer = tensorScorer(tf);
  const guesser = new Guesser(matrix, constants, scorer);
  const settings = { base: 'none', join: 'replace', balanced: true } as const;
  const teach = (labelled: number) => guesser.teach(lessonOf(classOf, classes, labelled, settings));
  await teach(1000);
  const [begun, before] = [performance.now(), process.cpuUsage()];
  const seconds = (): string => ((performance.now() - begun) / 1000).toFixed(1);
  const marks: string[] = [];
  let finished = false;
  let layingOut = false;
  const show = ({ method, progress }: MapState): void => {
    if (marks.length === 0) marks.push(`plane after ${seconds()} s`);
    layingOut = (progress?.done ?? 0) > 150;
    if (progress !== null) return;
    marks.push(`${method} after ${seconds()} s`);
    finished = true;
  };
  const parts = {
    matrix,
    scorer,
    squares: tensorSquares(tf),
    layOut: workerLayout(worker),
    show,
  };
  const maps = new Maps({
    ...parts,
    idle: () => guesser.idle(),
    problem: (error) => console.error(error),
  });
  let longest = 0;
  let last = performance.now();
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last - 5);
    last = performance.now();
  }, 5);
  maps.start(1);
  const during: Record<'neighbours' | 'layout', number[]> = {
    neighbours: [],
    layout: [],
  };
  for (let labelled = 1001; !finished; labelled++) {
    await setTimeout(300);
    const [at, stage] = [performance.now(), layingOut ? 'layout' : 'neighbours'] as const;
    await teach(labelled);
    during[stage].push(performance.now() - at);
  }
  clearInterval(watch);
  const { user, system } = process.cpuUsage(before);
  const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]?.toFixed(0) ?? '-';
  console.log(
    `${items} points (load ${os.loadavg()[0]!.toFixed(2)}): ${marks.join(', ')}, processor ${((user + system) / 1e6).toFixed(1)} s with lessons; ` +
      `lessons meanwhile: median ${median(during.neighbours)} ms beside neighbours, ${median(during.layout)} ms beside the layout; longest hold-up ${longest.toFixed(0)} ms, ` +
      `engine ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`,
  );
}
