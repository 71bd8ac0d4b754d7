/** @file The words of `classify`. Runs in main. */
import { WrongUse } from '../exit';
import type { ClassifyOptions } from '../invocation';
import { place } from '../values';
import type { AddCommand } from './add';

interface Words {
  model?: string;
  project?: string;
  csv?: string;
  json?: string;
  force?: true;
}

export const addClassify: AddCommand = (program, { cwd }, choose) => {
  program
    .command('classify')
    .description('say what the images of a folder show')
    .argument('<FOLDER>', 'images, in subfolders or not', place('FOLDER', cwd))
    .option('--model <DIR>', 'by an exported model', place('--model', cwd))
    .option('--project <DIR>', 'by a project, which is only read', place('--project', cwd))
    .option('--csv <FILE>', 'write the rows there', place('--csv', cwd))
    .option('--json <FILE>', 'write the rows there', place('--json', cwd))
    .option('--force', 'replace what is there')
    .action((folder: string, words: Words) =>
      choose({ command: 'classify', options: optionsOf(folder, words) }),
    );
};

function optionsOf(folder: string, { model, project, force, ...words }: Words): ClassifyOptions {
  const { csv = null, json = null } = words;
  if (csv !== null && csv === json) throw new WrongUse('--csv and --json name the same file.');
  return { folder, source: sourceOf(model, project), csv, json, force: force ?? false };
}

function sourceOf(model: string | undefined, project: string | undefined): ClassifyOptions['source'] {
  if (model !== undefined && project === undefined) return { model };
  if (project !== undefined && model === undefined) return { project };
  if (model === undefined)
    throw new WrongUse('classify needs --model DIR or --project DIR to classify with.');
  throw new WrongUse('classify takes --model or --project, not both.');
}
