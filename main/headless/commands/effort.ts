/** @file The words of `bench-effort`. Runs in main. */
import { list, place, wholeNumber } from '../values';
import type { AddCommand } from './add';

interface Words {
  seed: number[];
  rest?: true;
  json?: string;
  force?: true;
}

export const addEffort: AddCommand = (program, { cwd }, choose) => {
  program
    .command('bench-effort')
    .description('count the actions until every image of a labelled folder is right')
    .argument('<FOLDER>', 'one subfolder per class', place('FOLDER', cwd))
    .option('--seed <LIST>', 'orders in which the images come (0 unless given)', seeds, [0])
    .option('--rest', "images at the folder's root are a class of their own, 'none of these'")
    .option('--json <FILE>', 'write the figures there', place('--json', cwd))
    .option('--force', 'replace what is there')
    .action((folder: string, { seed, ...words }: Words) => {
      const { rest = false, json = null, force = false } = words;
      choose({ command: 'bench-effort', options: { folder, seeds: seed, rest, json, force } });
    });
};

const seeds = (text: string): number[] => list(text).map(wholeNumber('--seed', 0));
