/** @file Kills a process that saves a project in every state of the disk that it goes through. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { callsOf, changesIn, pointsIn, stateAtTheEnd, type Point } from './states';
import type { Traced } from './strace';

/**
 * Runs the process with these options of strace on a copy of the project, and expects of what it leaves there what holds whenever it
 * is killed. `where` is for the messages.
 */
export type Run = (options: string[], where: string) => Promise<Traced>;

export interface Killed {
  /** States of the disk that a kill was in. */
  states: number;
  /** How many calls of a kind named the project's folder. */
  calls: (kind: string) => number;
}

/**
 * Being killed at a call is being killed in the state that the changes before it made; what is only read or synced in between leaves
 * the same state to whoever opens the project next, so one kill is enough between two changes of the project's folder, or words that
 * were said. Each trace tells where its process was killed; a state that was missed is looked for beside it.
 * @returns what of it there was in a run that was not killed
 */
export async function killInEveryState(run: Run): Promise<Killed> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'imprint-traces-'));
  const traced = async (name: string, options: string[] = []): Promise<[Traced, string]> => {
    const file = path.join(folder, name);
    const result = await run(['-y', '-o', file, '-e', 'trace=%file,%desc', ...options], name);
    return [result, readFileSync(file, 'utf8')];
  };
  try {
    const [whole, trace] = await traced('not killed');
    expect(whole.finished).toBe(true);
    const met = new Set<number>();
    /** @returns the state in which it was */
    const kill = async (call: string, nth: number): Promise<number> => {
      const options = ['-e', `inject=${call}:signal=SIGKILL:when=${nth}`];
      const [{ finished }, left] = await traced(`${call} ${nth}`, options);
      const state = finished ? Infinity : stateAtTheEnd(left, call);
      met.add(state);
      return state;
    };
    const look = async ({ state, call, nth }: Point): Promise<void> => {
      for (let tries = 0; tries < 30 && !met.has(state); tries++)
        nth += (await kill(call, Math.max(1, nth))) < state ? 1 : -1;
    };
    const points = pointsIn(trace);
    for (let i = 0; i < points.length; i += 2) await Promise.all(points.slice(i, i + 2).map(look));
    const states = Array.from({ length: changesIn(trace) }, (_, state) => state);
    expect(states.filter((state) => !met.has(state))).toEqual([]);
    return { states: states.length, calls: (kind) => callsOf(trace, kind) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
