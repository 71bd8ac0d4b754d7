/** @file Kills a process that saves a project at every call of one kind, or at every state of the disk that it goes through. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { statesIn, stateAtTheEnd } from './states';
import type { Traced } from './strace';

/**
 * Runs the process with these options of strace on a copy of the project, and expects of what it leaves there what holds whenever it
 * is killed. `where` is for the messages.
 */
export type Run = (options: string[], where: string) => Promise<Traced>;

const killAt = (call: string, point: number): string[] => [
  '-e',
  `inject=${call}:signal=SIGKILL:when=${point}`,
];

/** For n = 1, 2, … until it gets to its end. @returns at how many calls it was killed */
export async function killAtEvery(call: string, run: Run): Promise<number> {
  const kill = (point: number): Promise<Traced> =>
    run(['-o', '/dev/null', '-e', `trace=${call}`, ...killAt(call, point)], `${call} ${point}`);
  for (let n = 1; n < 400; n += 2) {
    const both = await Promise.all([kill(n), kill(n + 1)]);
    const finished = both.findIndex((one) => one.finished);
    if (finished >= 0) return n - 1 + finished;
  }
  throw new Error('It never got to its end.');
}

/**
 * After each file operation libuv writes to an event file: being killed at every write is being killed between any two steps. Most
 * steps only read, so one write is enough between two changes of the project's folder, or words that were said. Each trace tells
 * where its process was killed; a state that was missed, since a write more or less came before, is looked for beside it.
 * @returns how many states of the disk it was killed in
 */
export async function killInEveryState(run: Run): Promise<number> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'imprint-traces-'));
  const traced = async (name: string, options: string[] = []): Promise<[Traced, string]> => {
    const file = path.join(folder, name);
    const result = await run(['-y', '-o', file, '-e', 'trace=%file,%desc', ...options], name);
    return [result, readFileSync(file, 'utf8')];
  };
  try {
    const [whole, trace] = await traced('not killed');
    expect(whole.finished).toBe(true);
    const states = statesIn(trace);
    const met = new Set<number>();
    /** @returns the state in which it was */
    const kill = async (point: number): Promise<number> => {
      const [{ finished }, left] = await traced(`write ${point}`, killAt('write', point));
      const state = finished ? Infinity : stateAtTheEnd(left);
      met.add(state);
      return state;
    };
    const look = async ({ state, write }: (typeof states)[number]): Promise<void> => {
      for (let tries = 0; tries < 30 && !met.has(state); tries++)
        write += (await kill(Math.max(1, write))) < state ? 1 : -1;
    };
    for (let i = 0; i < states.length; i += 2) await Promise.all(states.slice(i, i + 2).map(look));
    expect(states.filter(({ state }) => !met.has(state))).toEqual([]);
    return states.length;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
