/** @file The words of `backbones`. Runs in main. */
import { place } from '../values';
import type { AddCommand } from './add';

interface Words {
  json?: string;
  force?: true;
}

export const addBackbones: AddCommand = (program, { cwd }, choose) => {
  program
    .command('backbones')
    .description('list the backbones that came with the program, and your own')
    .option('--json <FILE>', 'write the list there', place('--json', cwd))
    .option('--force', 'replace what is there')
    .action((words: Words) => {
      const { json = null, force = false } = words;
      choose({ command: 'backbones', options: { json, force } });
    });
};
