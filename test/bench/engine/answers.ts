/** @file What `run.mjs` measures: one line per call of the engine: wall clock, and what the processor did for it
 * (on a busy machine that says more). */
import os from 'node:os';
import { tf } from '../../../main/engine/backbone/tensorflow';
import { Guesser } from '../../../main/engine/guessing/guesser';
import type { Lesson } from '../../../main/engine/guessing/lesson';
import { foldScores } from '../../../main/engine/guessing/foldScores';
import { pace } from '../../../main/engine/guessing/pace';
import { tensorScorer } from '../../../main/engine/guessing/tensorScorer';
import { doubtfulIn } from '../../../main/engine/searching/doubtful';
import { mislabelled } from '../../../main/engine/searching/mislabelled';
import { similarTo } from '../../../main/engine/searching/similar';
import { lessonOf, project, withBackground } from './project';

export { measureAlike } from './alike';
export { measureCoverage, WORLDS } from './coverage';
export { measureCurve } from './curve';
export { measureMap } from './map';
export { measureTraining } from './training';
export { measureTuning } from './tuning';

interface Setting {
  items: number;
  classes: number;
  times: number;
  /** Labelled images of each class. */
  labelled: number;
  /** Names of what is measured; empty: everything. */
  only: string[];
}

export async function measure({ items, classes, times, labelled, only }: Setting): Promise<void> {
  const { matrix, constants, classOf } = project(items, classes);
  const scorer = tensorScorer(tf);
  const settings = { base: 'none', join: 'replace', balanced: true } as const;
  const report = async (name: string, work: (time: number) => unknown): Promise<void> => {
    if (only.length > 0 && !only.some((one) => name.startsWith(one))) return;
    const [taken, used]: [number[], number[]] = [[], []];
    for (let time = 0; time < times; time++) {
      const [begun, before] = [performance.now(), process.cpuUsage()];
      await work(time);
      taken.push(performance.now() - begun);
      const { user, system } = process.cpuUsage(before);
      used.push((user + system) / 1000);
    }
    const ms = (values: number[], at: number): string => values.sort((a, b) => a - b)[at]!.toFixed(0);
    console.log(
      `${items} × ${classes} ${name}: median ${ms(taken, times >> 1)} ms, least ${ms(taken, 0)} ms, ` +
        `most ${ms(taken, times - 1)} ms, processor ${ms(used, times >> 1)} ms`,
    );
  };
  console.log(
    `${items} items, ${classes} classes, ${labelled} labelled in each, load ${os.loadavg()[0]!.toFixed(2)}`,
  );
  // One label more each time, as a person gives them.
  const lesson = (time: number, base: Lesson['settings']['base']): Lesson =>
    lessonOf(classOf, classes, classes * labelled + time, {
      ...settings,
      base,
    });
  const guesser = new Guesser(matrix, constants, scorer);
  await guesser.teach(lesson(0, 'none'));
  await report('teach', (time) => guesser.teach(lesson(time, 'none')));
  await report('similar', (time) => similarTo({ rows: [time], leftOut: [] }, matrix, scorer));
  const rows = Uint32Array.from({ length: items }, (_, row) => row);
  const query = { count: 50, rows, scenes: new Int32Array(items).fill(-1) };
  await report('doubtful', () => guesser.consult((shown) => doubtfulIn(query, shown, scorer)));
  const suspicion = {
    matrix,
    score: foldScores(scorer),
    pause: pace(() => false, 'a search'),
  };
  await report('mislabelled', () => guesser.consult((shown) => mislabelled(shown, suspicion)));
  for (const leftovers of [20, 60, 300]) {
    const background = (more: number, time: number): Lesson =>
      withBackground(lesson(time, 'none'), leftovers + more, items);
    await guesser.teach(background(0, 0));
    await report(`background of ${leftovers} and one more`, (time) => guesser.teach(background(time + 1, 0)));
    await report(`beside a background of ${leftovers}`, (time) => guesser.teach(background(times, time)));
  }
  if (only.length > 0 && !only.includes('base')) return;
  await report('base first', async (time) => {
    const { basePending } = await new Guesser(matrix, constants, scorer).teach(lesson(time, 'imagenet'));
    if (basePending !== items) throw new Error('the base classes were waited for');
  });
  await guesser.teach(lesson(0, 'imagenet'));
  await guesser.completeBase();
  await report('base', (time) => guesser.teach(lesson(time, 'imagenet')));
}
