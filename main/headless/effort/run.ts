/** @file The command `bench-effort`: how many actions it takes until a folder is labelled. Runs in main. */
import path from 'node:path';
import { PersonError } from '../../contract/errors';
import type { CommandContext, Outcome } from '../context';
import type { EffortOptions } from '../invocation';
import { reported, requireWritable } from '../outputs';
import { temporaryProject } from '../projectPlace';
import { Annotator, type Habit } from './annotator';
import { WindowDesk } from './desk';
import { mix, REST } from './folder';
import { effortSummary, runOf, type EffortReport, type EffortRun } from './report';

/** The first is the one that the tool is made for. */
const HABITS: readonly Habit[] = [
  { name: 'alike beside each other', order: 'alike', meets: false, trusts: null },
  { name: 'most certain first', order: 'certain', meets: true, trusts: null },
  { name: 'class beside class', order: 'class', meets: true, trusts: null },
  { name: 'most doubtful first', order: 'doubtful', meets: true, trusts: null },
  { name: 'in random order', order: 'folder', meets: true, trusts: null },
  { name: 'no first look', order: 'folder', meets: false, trusts: null },
  { name: 'trusts 90 %', order: 'certain', meets: true, trusts: { threshold: 0.9, atLeast: 4 } },
];

export async function runEffort(options: EffortOptions, context: CommandContext): Promise<Outcome | null> {
  await requireWritable([options.json], options.force);
  await context.studio.start();
  const reports: EffortReport[] = [];
  for (const seed of options.seeds) reports.push(await play(seed, options, context));
  const [first] = reports;
  if (!first) return null;
  const report = { ...first, runs: reports.flatMap(({ runs }) => runs) };
  return reported(effortSummary(report), report, options);
}

async function play(
  seed: number,
  { folder, rest }: EffortOptions,
  { studio, places, console }: CommandContext,
): Promise<EffortReport> {
  const mixed = await mix(folder, rest ? REST : null, seed, await places.make());
  const session = await studio.open(await temporaryProject(mixed.folder, places));
  studio.reading('Reading images');
  await studio.settled(session);
  const unread = session.library.items.rows.find((row) => row.failure !== null);
  if (unread) throw new PersonError(`An image of the folder cannot be read: ${unread.failure?.reason}`);
  const truth = session.library.items.rows.map((row) => mixed.truth.get(path.posix.basename(row.path)) ?? '');
  const runs: EffortRun[] = [];
  let page = 0;
  for (const [i, habit] of HABITS.entries()) {
    console.show(`Seed ${seed}: ${habit.name}`, {
      done: i,
      total: HABITS.length,
      rate: null,
      secondsLeft: null,
    });
    const desk = await WindowDesk.clean(studio, session);
    page = desk.page;
    const outcome = await new Annotator(desk, truth, habit).work();
    if (outcome.wrong > 0) throw new PersonError(`The annotator left ${outcome.wrong} images wrong.`);
    runs.push(runOf(habit, seed, truth.length, outcome));
  }
  return { folder, images: truth.length, classes: new Set(truth).size, page, runs };
}
