/** @file The words of `bench`. Runs in main. */
import { WrongUse } from '../exit';
import { list, oneOf, place, wholeNumber } from '../values';
import { SET_NAMES } from '../bench/sets';
import type { AddCommand } from './add';

interface Words {
  json?: string;
  force?: true;
  sets?: string[];
  runs: number;
}

const RUNS = 5;

export const addBench: AddCommand = (program, { cwd }, choose) => {
  program
    .command('bench')
    .description('measure speed, memory and start on this machine')
    .option('--json <FILE>', 'write the figures there', place('--json', cwd))
    .option('--force', 'replace what is there')
    .option('--sets <LIST>', `only these: ${SET_NAMES.join(', ')}`, (text) =>
      list(text).map((name) => oneOf('set', SET_NAMES, name)),
    )
    .option('--runs <N>', 'runs of which the median counts', wholeNumber('--runs', 1), RUNS)
    .action(({ json, force, sets, runs }: Words) => {
      const options = { json: json ?? null, force: force ?? false, sets: sets ?? [], runs };
      choose({ command: 'bench', options });
    });
  program
    .command('bench-part', { hidden: true })
    .argument('<PART>')
    .action((part: string) => {
      if (part !== 'start' && part !== 'window') throw new WrongUse(`bench has no part '${part}'.`);
      choose({ command: 'bench-part', part });
    });
};
