/** @file The words of `imprint`. Runs in main. */
import { Option } from 'commander';
import { EXPORT_FORMATS, type ExportFormat } from '../../contract/exportFormats';
import { DEFAULT_BACKBONE } from '../../projects/document';
import { WrongUse } from '../exit';
import type { ImprintOptions } from '../invocation';
import { backboneNamed, formats, place, places, wholeNumber } from '../values';
import type { AddCommand } from './add';

interface Words {
  base?: 'none' | 'imagenet';
  join?: 'replace' | 'append';
  baseImages?: string;
  background?: string;
  classes?: string[];
  from?: string;
  backbone?: string;
  shots?: number;
  seed?: number;
  project?: string;
  export?: string;
  formats?: ExportFormat[];
  json?: string;
  force?: true;
}

export const addImprint: AddCommand = (program, surroundings, choose) => {
  const { cwd, backbones } = surroundings;
  program
    .command('imprint')
    .description('imprint a classifier from a folder that holds one subfolder of images per class')
    .argument('<FOLDER>', 'nested folders are classes of their own', place('FOLDER', cwd))
    .addOption(
      new Option('--base <BASE>', "beside the backbone's own classes or alone").choices(['none', 'imagenet']),
    )
    .addOption(new Option('--join <JOIN>', 'how both stand side by side').choices(['replace', 'append']))
    .option(
      '--base-images <FOLDER>',
      'one subfolder per base class, to measure those',
      place('--base-images', cwd),
    )
    .option('--classes <LIST>', 'class files to add, with commas between them', places('--classes', cwd))
    .option('--from <DIR>', 'go on with the classes of an exported model', place('--from', cwd))
    .option('--background <NAME>', 'the class that is none of the others')
    .option(
      '--backbone <ID>',
      `${backbones.join(' or ')}, or the id or name of one of your own (${DEFAULT_BACKBONE} unless given, or what the project has)`,
      (value) => backboneNamed(surroundings, value),
    )
    .option('--shots <N>', 'teach N images per class, measure on the others', wholeNumber('--shots', 1))
    .option('--seed <S>', 'which images are drawn (0 unless given)', wholeNumber('--seed', 0))
    .option(
      '--project <DIR>',
      'keep the labels in a project, made where there is none',
      place('--project', cwd),
    )
    .option('--export <DIR>', 'write the model there', place('--export', cwd))
    .option('--formats <LIST>', `${EXPORT_FORMATS.join(', ')} (tfjs unless given)`, formats)
    .option('--json <FILE>', 'write the results there', place('--json', cwd))
    .option('--force', 'replace what is there')
    .action((folder: string, words: Words) =>
      choose({ command: 'imprint', options: optionsOf(folder, words) }),
    );
};

function optionsOf(folder: string, words: Words): ImprintOptions {
  const { base = null, join = null, baseImages = null, background = null } = words;
  const { backbone = null, project = null, json = null, force } = words;
  if (background?.trim() === '')
    throw new WrongUse('--background names a class: the path of its folder below FOLDER.');
  if (words.seed !== undefined && words.shots === undefined)
    throw new WrongUse('--seed says which images --shots draws: give --shots as well, or leave --seed out.');
  if (words.formats && words.export === undefined)
    throw new WrongUse('--formats says what --export writes: give --export as well, or leave --formats out.');
  if (words.formats?.length === 0) throw new WrongUse('--formats needs at least one format.');
  const { classes = [], from = null } = words;
  const noBase = base === 'none' || (base === null && project === null && from === null);
  if (baseImages !== null && noBase)
    throw new WrongUse('--base-images measures base classes, which there are only with --base imagenet.');
  return {
    ...{ folder, base, join, baseImages, background, backbone, project, json },
    given: { classes, from },
    force: force ?? false,
    draw: words.shots === undefined ? null : { shots: words.shots, seed: words.seed ?? 0 },
    export: words.export === undefined ? null : { folder: words.export, formats: words.formats ?? ['tfjs'] },
  };
}
