/** @file The words of `evaluate`, which is named in the help and refused until it exists. Runs in main. */
import { WrongUse } from '../exit';
import type { AddCommand } from './add';

export const addEvaluate: AddCommand = (program) => {
  program
    .command('evaluate')
    .description('compare methods on the same episodes (not available yet)')
    .argument('[WORDS...]')
    .allowUnknownOption()
    .action(() => {
      throw new WrongUse(
        'evaluate is not available yet: imprint with --shots measures imprinting meanwhile.',
      );
    });
};
