/** @file The command `bench`: speed, memory and start of the app on this machine, beside its peers. Runs in main. */
import os from 'node:os';
import path from 'node:path';
import type { CommandContext, Outcome } from '../context';
import type { BenchOptions } from '../invocation';
import { reported, requireWritable } from '../outputs';
import type { BenchReport, SetFigures } from './figures';
import { machineOf } from './machine';
import { residentMemory } from './memory';
import { Peer } from './peer';
import { measureSet } from './measureSet';
import { measureStart } from './measureStart';
import { measureWindow } from './measureWindow';
import { atMost, SETS } from './sets';
import { summary } from './summary';

export async function runBench(options: BenchOptions, context: CommandContext): Promise<Outcome> {
  await requireWritable([options.json], options.force);
  const report = await measure(options, context);
  return reported(summary(report, options), report, options);
}

async function measure(options: BenchOptions, context: CommandContext): Promise<BenchReport> {
  const load = os.loadavg();
  const folder = await context.places.make();
  // Before the helpers are started, which would compete with the window for the machine.
  const start = options.only.includes('start') ? await measureStart(options.runs, context) : null;
  const window = options.only.includes('memory')
    ? await measureWindow(folder, options.images, context)
    : null;
  const sets = await measureSets(folder, options, context);
  const engine = residentMemory(context.studio.core.engine.pid ?? -1)?.most ?? null;
  return { machine: machineOf(load), sets, memory: { engine, window }, start };
}

async function measureSets(
  folder: string,
  { only, runs, images }: BenchOptions,
  context: CommandContext,
): Promise<SetFigures[]> {
  const wanted = SETS.filter(({ part }) => only.includes(part)).map((set) => atMost(set, images));
  if (wanted.length === 0) return [];
  await context.studio.start();
  const peer = await Peer.start();
  if (!peer) context.console.say('There is no peer to compare with: it is part of the source checkout only.');
  try {
    const figures: SetFigures[] = [];
    for (const set of wanted)
      figures.push(await measureSet(set, path.join(folder, set.part), { runs, peer, context }));
    return figures;
  } finally {
    peer?.stop();
  }
}
