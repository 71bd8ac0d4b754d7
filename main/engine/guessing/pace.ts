/**
 * @file Lets calls and embeddings through while a lesson is learnt, and stops it once a newer one has come. Runs in the
 * engine and in tests.
 */
import { setImmediate } from 'node:timers/promises';

/** A newer lesson came while this one was being learnt; nobody waits for its answer. */
export class SupersededLesson extends Error {
  override name = 'SupersededLesson';
}

/** Longest stretch of work between two pauses, so that the process never seems to hang. */
const STRETCH_MS = 12;

/** Awaited between steps of a lesson: pauses when it is time to, throws SupersededLesson once the lesson is moot. */
export type Pause = () => Promise<void>;

export function pace(moot: () => boolean, describe: string): Pause {
  let last = performance.now();
  return async () => {
    if (performance.now() - last >= STRETCH_MS) {
      await setImmediate();
      last = performance.now();
    }
    if (moot()) throw new SupersededLesson(`${describe} was overtaken by a newer one`);
  };
}
