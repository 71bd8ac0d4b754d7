/** @file The words of `bench`. Runs in main. */
import { PARTS, type Part } from '../bench/sets';
import { WrongUse } from '../exit';
import { list, oneOf, place, wholeNumber } from '../values';
import type { AddCommand } from './add';

interface Words {
  json?: string;
  force?: true;
  only: readonly Part[];
  runs: number;
  images?: number;
}

const RUNS = 5;

export const addBench: AddCommand = (program, { cwd }, choose) => {
  program
    .command('bench')
    .description('measure speed, memory and start on this machine')
    .option('--json <FILE>', 'write the figures there', place('--json', cwd))
    .option('--force', 'replace what is there')
    .option('--only <LIST>', `only these: ${PARTS.join(', ')}`, partsOf, [...PARTS])
    .option('--runs <N>', 'runs of which the median counts', wholeNumber('--runs', 1), RUNS)
    .option(
      '--images <N>',
      'at most so many images of each set, for a quick look',
      wholeNumber('--images', 1),
    )
    .action(({ only, runs, ...words }: Words) => {
      const { json = null, force = false, images = null } = words;
      choose({ command: 'bench', options: { json, force, only, runs, images } });
    });
  program
    .command('bench-part', { hidden: true })
    .argument('<PART>')
    .argument('[FOLDER]')
    .action((part: string, folder: string | undefined) => {
      if (part === 'start') choose({ command: 'bench-part', part: { name: 'start' } });
      else if (part === 'window' && folder !== undefined)
        choose({ command: 'bench-part', part: { name: 'window', folder } });
      else if (part === 'labelling' && folder !== undefined)
        choose({ command: 'bench-part', part: { name: 'labelling', plan: folder } });
      else throw new WrongUse(`bench has no part '${part}'.`);
    });
};

const partsOf = (text: string): Part[] => list(text).map((name) => oneOf('part', PARTS, name));
