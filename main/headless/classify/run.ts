/** @file The command `classify`: what the images of a folder show, by a project or by an exported model. Runs in main. */
import type { CommandContext, Outcome } from '../context';
import { readFolder } from '../folder/folder';
import type { ClassifyOptions } from '../invocation';
import { reported, requireWritable, writeOutput } from '../outputs';
import { classifyByModel } from './byModel';
import { classifyByProject } from './byProject';
import { csvOf } from './csv';
import { unreadRow, type ClassifiedRow } from './rows';
import { summary } from './summary';

export async function runClassify(options: ClassifyOptions, context: CommandContext): Promise<Outcome> {
  const { folder, csv, json, force } = options;
  await requireWritable([csv, json], force);
  const images = await readFolder(folder);
  const rows = [...(await classify(options, context)), ...images.unread.map(unreadRow)];
  rows.sort((a, b) => (a.path < b.path ? -1 : 1));
  const { text, write } = reported(summary(rows, images.strangers), rows, options);
  return {
    text,
    write: async () => {
      if (csv !== null) await writeOutput(csv, csvOf(rows), force);
      await write();
    },
  };
}

function classify({ folder, source }: ClassifyOptions, context: CommandContext): Promise<ClassifiedRow[]> {
  if ('project' in source) return classifyByProject(folder, source.project, context);
  return classifyByModel(folder, source.model, context);
}
