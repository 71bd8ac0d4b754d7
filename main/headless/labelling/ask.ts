/** @file Starts the app, or the bare grid, for one part of the bench and hears what it says. Runs in main. */
import { app } from 'electron';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { PersonError } from '../../contract/errors';
import { endWith } from '../bench/endWith';
import { partArguments, homeEnvironment, appFlags } from '../bench/launch';
import type { Step } from '../progressLine';
import { bareSchema, PRESSES, SCROLL_MS, SPEEDS, type Bare, type Plan } from './plan';

const progressSchema = z.object({
  done: z.number(),
  total: z.number(),
  rate: z.number().nullable(),
  secondsLeft: z.number().nullable(),
});
const lineSchema = z.union([
  z.object({ progress: progressSchema }),
  z.object({ answer: z.unknown() }),
  z.object({ error: z.string() }),
]);

/** @param home what the app keeps lies there @param show told of its progress */
export async function askApp<T>(
  plan: Plan,
  home: string,
  schema: z.ZodType<T>,
  show: (step: Step) => void,
): Promise<T> {
  const args = partArguments(['bench-part', 'labelling', JSON.stringify(plan)]);
  for await (const line of linesOf(args, home)) {
    const said = lineSchema.parse(JSON.parse(line));
    if ('error' in said) throw new PersonError(`The bench could not measure (${plan.part}): ${said.error}`);
    if ('answer' in said) return schema.parse(said.answer);
    if ('progress' in said) show(said.progress);
  }
  throw new PersonError(`The app ended before the bench had measured (${plan.part}).`);
}

export async function askBare(count: number, thumbnails: string, home: string): Promise<Bare> {
  const folder = path.join(app.getAppPath(), 'test', 'bench', 'grid');
  const plan = { count, thumbnails, speeds: SPEEDS, scrollMs: SCROLL_MS, presses: PRESSES };
  for await (const line of linesOf([...appFlags(), folder, JSON.stringify(plan)], home))
    return bareSchema.parse(JSON.parse(line));
  throw new PersonError('The bare grid ended before the bench had measured it.');
}

/** The process is ended, and gone, once nobody wants another line. */
async function* linesOf(args: readonly string[], home: string): AsyncGenerator<string> {
  const child = spawn(process.execPath, args, {
    env: homeEnvironment(home),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  endWith(app, child);
  const closed = new Promise((resolve) => child.once('close', resolve));
  try {
    yield* createInterface({ input: child.stdout });
  } finally {
    child.kill();
    await closed;
  }
}
