/** @file Parts of the bench. Runs in main. */
import type { BenchPart } from '../invocation';
export function runBenchPart(_part: BenchPart): Promise<number> {
  return Promise.resolve(1);
}
