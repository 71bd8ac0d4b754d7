/** @file The command `bench`. Runs in main. */
import type { CommandContext } from '../context';
import type { BenchOptions } from '../invocation';
import { PersonError } from '../../contract/errors';

export function runBench(_options: BenchOptions, _context: CommandContext): Promise<void> {
  return Promise.reject(new PersonError('x'));
}
