/** @file Long work in short slices, so that main goes on answering meanwhile. Runs in main. */
import { performance } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Milliseconds of work at a stretch: well below the 50 that a click may wait. */
const SLICE = 12;

/** Carries a generator to its end at once, for whoever may wait. */
export function atOnce<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/**
 * Carries a generator to its end and returns what it returns.
 * @param isMoot asked after every slice, with what the work yielded last; the rest is left undone where it says yes, and
 * the answer is null
 */
export async function inSlices<T, Y>(
  work: Generator<Y, T>,
  isMoot: (at: Y) => boolean = () => false,
): Promise<T | null> {
  let began = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - began < SLICE) continue;
    await nextTurn();
    if (isMoot(step.value)) return null;
    began = performance.now();
  }
}
