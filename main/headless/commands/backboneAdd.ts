/** @file The words of `backbone-add`. Runs in main. */
import {
  LEAST_SIDE,
  MOST_SIDE,
  type ChannelOrder,
  type Normalisation,
} from '../../contract/areas/ownBackbones';
import { MOST_NAME } from '../../engine/ownBackbones/description';
import { NORMALISATIONS, ORDERS } from '../../ownBackbones/ways';
import { WrongUse } from '../exit';
import { oneOf, place, wholeNumber } from '../values';
import type { AddCommand } from './add';

interface Words {
  name?: string;
  licence?: string;
  output?: string;
  side?: number;
  normalise?: Normalisation;
  colour: ChannelOrder;
  compare?: true;
  json?: string;
  force?: true;
}

export const addBackboneAdd: AddCommand = (program, { cwd }, choose) => {
  program
    .command('backbone-add')
    .description('add a model of your own as a backbone, or see what it is with --compare')
    .argument('<FOLDER>', 'of a SavedModel, or a model of TensorFlow.js', place('FOLDER', cwd))
    .option('--name <NAME>', 'as lists show it (the name of FOLDER unless given)', nameOf)
    .option('--licence <TEXT>', 'its licence, for model cards')
    .option('--output <NAME>', 'the output that is the embedding (the likeliest unless given)')
    .option('--side <N>', 'of the square, in pixels, where the model takes any', sideOf)
    .option(
      '--normalise <HOW>',
      `${NORMALISATIONS.join(', ')}; needed where the model takes float32`,
      (text) => oneOf('normalisation', NORMALISATIONS, text),
    )
    .option('--colour <ORDER>', ORDERS.join(' or '), (text) => oneOf('order of colours', ORDERS, text), 'RGB')
    .option('--compare', 'compare all ways of feeding it on sample photos, and add nothing')
    .option('--json <FILE>', 'write what was found and measured there', place('--json', cwd))
    .option('--force', 'replace what is there')
    .action((folder: string, words: Words) => {
      const { name = null, licence = null, output = null, side = null, normalise = null, colour } = words;
      const { compare = false, json = null, force = false } = words;
      const options = { folder, name, licence, output, side, normalise, colour, compare, json, force };
      choose({ command: 'backbone-add', options });
    });
};

function nameOf(text: string): string {
  const name = text.trim();
  if (name !== '' && name.length <= MOST_NAME) return name;
  throw new WrongUse(`--name needs 1 to ${MOST_NAME} characters.`);
}

function sideOf(text: string): number {
  const side = wholeNumber('--side', LEAST_SIDE)(text);
  if (side <= MOST_SIDE) return side;
  throw new WrongUse(`--side needs a whole number from ${LEAST_SIDE} to ${MOST_SIDE}, and got '${text}'.`);
}
