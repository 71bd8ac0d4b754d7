/** @file The words of `evaluate`. Runs in main. */
import { Option, type Command } from 'commander';
import { METHOD_IDS, type MethodId } from '../../contract/training';
import { DEFAULT_BACKBONE } from '../../projects/document';
import { WrongUse } from '../exit';
import type { EvaluateOptions } from '../invocation';
import { backboneNamed, list, number, oneOf, place, wholeNumber } from '../values';
import type { AddCommand, Surroundings } from './add';

interface Words {
  base: 'none' | 'imagenet';
  join: 'replace' | 'append';
  offset: number;
  baseImages?: string;
  backbone: string;
  embeddings?: string;
  others?: string;
  across?: string;
  ways?: number | 'all';
  shots?: number[];
  episodes?: number;
  folds?: number;
  leaveOneOut?: true;
  seed: number;
  methods: MethodId[];
  projection: number;
  steps?: number;
  json?: string;
  csv?: string;
  html?: string;
  force?: true;
}

const EPISODES = 100;
const SHOTS = [1, 5];
const PROJECTION = 128;

export const addEvaluate: AddCommand = (program, surroundings, choose) => {
  const { cwd } = surroundings;
  const command = program
    .command('evaluate')
    .description('compare methods on the same images, with intervals')
    .argument('<FOLDER>', 'one subfolder per class', place('FOLDER', cwd));
  addImages(command, surroundings);
  addProtocol(command);
  addFiles(command, cwd);
  command.action((folder: string, words: Words) =>
    choose({ command: 'evaluate', options: optionsOf(folder, words) }),
  );
};

function addImages(command: Command, surroundings: Surroundings): void {
  const { cwd, backbones } = surroundings;
  command
    .addOption(
      new Option('--base <BASE>', "beside the backbone's own classes or alone")
        .choices(['none', 'imagenet'])
        .default('none'),
    )
    .addOption(
      new Option('--join <JOIN>', 'how both stand side by side')
        .choices(['replace', 'append'])
        .default('replace'),
    )
    .option('--offset <GAMMA>', "added to own classes' logits beside the backbone's", number('--offset'), 0)
    .option(
      '--base-images <FOLDER>',
      'one subfolder per base class, to measure those',
      place('--base-images', cwd),
    )
    .option(
      '--backbone <ID>',
      `${backbones.join(' or ')}, or the id or name of one of your own`,
      (value) => backboneNamed(surroundings, value),
      DEFAULT_BACKBONE,
    )
    .option(
      '--embeddings <FILE.npy>',
      "in place of FOLDER's images: rows of a CSV beside it, or images in path order",
      place('--embeddings', cwd),
    )
    .option(
      '--others <PLACE>',
      'labelled images of other classes, on which projections learn: a folder, or FILE.npy',
      place('--others', cwd),
    )
    .option(
      '--across <WHAT>',
      'teach with some and ask about others: camera, file (its name), or a column of the CSV',
    );
}

function addProtocol(command: Command): void {
  command
    .option('--ways <K>', 'classes of each episode (all unless given)', waysOf)
    .option('--shots <LIST>', 'images per class that teach (1,5 unless given)', shotsOf)
    .option('--episodes <N>', `episodes (${EPISODES} unless given)`, wholeNumber('--episodes', 2))
    .option('--folds <K>', 'K folds in place of episodes', wholeNumber('--folds', 2))
    .option('--leave-one-out', 'one image of every class held out in turn, in place of episodes')
    .option('--seed <S>', 'of every draw', wholeNumber('--seed', 0), 0)
    .option('--methods <LIST>', `all, or some of ${METHOD_IDS.join(', ')}`, methodsOf, [
      'imprinting',
      'balanced',
    ])
    .option(
      '--projection <D>',
      'dimensions of learned projections',
      wholeNumber('--projection', 1),
      PROJECTION,
    )
    .option(
      '--steps <N>',
      'gradient steps (as each method has them unless given)',
      wholeNumber('--steps', 1),
    );
}

function addFiles(command: Command, cwd: string): void {
  command
    .option('--json <FILE>', 'write the results there', place('--json', cwd))
    .option('--csv <FILE>', 'write them as a table', place('--csv', cwd))
    .option('--html <FILE>', 'write them as a report that opens in any browser', place('--html', cwd))
    .option('--force', 'replace what is there');
}

function optionsOf(folder: string, words: Words): EvaluateOptions {
  const { base, join, offset, backbone, seed, methods, projection } = words;
  const { baseImages = null, embeddings = null, others = null, across = null, steps = null } = words;
  const { json = null, csv = null, html = null, force = false } = words;
  if (base === 'none' && baseImages !== null)
    throw new WrongUse('--base-images measures base classes, which there are only with --base imagenet.');
  if (base === 'none' && offset !== 0)
    throw new WrongUse(
      '--offset moves own classes against base classes, which there are only with --base imagenet.',
    );
  const files = [json, csv, html].filter((file) => file !== null);
  if (new Set(files).size < files.length) throw new WrongUse('--json, --csv and --html name the same file.');
  return {
    ...{ folder, base, join, offset, baseImages, backbone, embeddings, others, across },
    ...{ rule: ruleOf(words), seed, methods, projection, steps, json, csv, html, force },
  };
}

function ruleOf({ ways, shots, episodes, folds, leaveOneOut }: Words): EvaluateOptions['rule'] {
  const drawn = ways !== undefined || shots !== undefined || episodes !== undefined;
  if ([drawn, folds !== undefined, leaveOneOut === true].filter(Boolean).length > 1)
    throw new WrongUse('Choose one: --ways, --shots and --episodes, or --folds, or --leave-one-out.');
  if (folds !== undefined) return { kind: 'k-fold', folds };
  if (leaveOneOut) return { kind: 'leave-one-out' };
  return {
    kind: 'episodes',
    ways: ways === undefined || ways === 'all' ? null : ways,
    shots: shots ?? SHOTS,
    episodes: episodes ?? EPISODES,
  };
}

const waysOf = (text: string): number | 'all' => (text === 'all' ? text : wholeNumber('--ways', 2)(text));

/** The fewest first, each once. */
function shotsOf(text: string): number[] {
  const shots = [...new Set(list(text).map(wholeNumber('--shots', 1)))].sort((a, b) => a - b);
  if (shots.length === 0) throw new WrongUse('--shots needs numbers such as 1,5, and got nothing.');
  return shots;
}

/** In the order in which methods are always listed. */
function methodsOf(text: string): MethodId[] {
  if (text.trim() === 'all') return [...METHOD_IDS];
  const named = new Set(list(text).map((name) => oneOf('method', METHOD_IDS, name)));
  if (named.size === 0) throw new WrongUse('--methods needs one method at least.');
  return METHOD_IDS.filter((id) => named.has(id));
}
