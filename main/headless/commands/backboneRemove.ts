/** @file The words of `backbone-remove`. Runs in main. */
import { ownBackboneNamed, place } from '../values';
import type { AddCommand } from './add';

interface Words {
  json?: string;
  force?: true;
}

export const addBackboneRemove: AddCommand = (program, surroundings, choose) => {
  program
    .command('backbone-remove')
    .description('remove a backbone of your own')
    .argument('<ID>', 'its id, or its name where no other has it', (value: string) =>
      ownBackboneNamed(surroundings, value),
    )
    .option('--json <FILE>', 'write what was removed there', place('--json', surroundings.cwd))
    .option('--force', 'replace what is there')
    .action((id: string, words: Words) => {
      const { json = null, force = false } = words;
      choose({ command: 'backbone-remove', options: { id, json, force } });
    });
};
