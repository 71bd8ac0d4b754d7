/**
 * @file Work that may last over a second, in slices: it says how far it is, how fast, how long yet, and stops when
 * nobody wants it any more. Runs in main.
 */
import { performance } from 'node:perf_hooks';
import type { WorkProgress } from '../contract/model';
import { inSlices } from '../organise/slices';
import { RateMeter } from './rate';

/** What is done by then needs no telling. */
const QUIET_MS = 600;
const TELL_MS = 150;

export interface LongWork {
  /** Of what the generator counts; null where it is not known. */
  total: number | null;
  isMoot: () => boolean;
  tell: (progress: WorkProgress) => void;
}

/** @returns what the work, which yields how much is done, returns; null where it was given up */
export function longWork<T>(
  work: Generator<number, T>,
  { total, isMoot, tell }: LongWork,
): Promise<T | null> {
  const meter = new RateMeter();
  const begun = performance.now();
  let told = begun + QUIET_MS - TELL_MS;
  return inSlices(work, (done) => {
    const now = performance.now();
    meter.mark(done, now);
    if (now - told >= TELL_MS) {
      told = now;
      const secondsLeft = total === null ? null : meter.secondsLeft(total - done);
      tell({ done, total, rate: meter.rate, secondsLeft });
    }
    return isMoot();
  });
}
