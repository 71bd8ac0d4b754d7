/** @file Adds the classes of a file to the project it is given, and says when they are said to be on the disk. */
import { writeSync } from 'node:fs';
import { addingOf, allOf } from '../../../../../main/classFiles/adding';
import { GivenFiles } from '../../../../../main/classFiles/givenFiles';
import { readClassFile } from '../../../../../main/classFiles/readFile';
import { openProject } from '../../../../../main/projects/open';
import { projectPaths } from '../../../../../main/projects/paths';

const say = (line: string): void => void writeSync(1, `${line}\n`);

async function main(folder: string, file: string): Promise<void> {
  const confirmRecovery = (): Promise<boolean> => {
    say('asked');
    return Promise.resolve(true);
  };
  const store = await openProject(folder, { by: 'child', confirmRecovery, retryDelays: [20] });
  const named = await readClassFile(file);
  const { classes } = store.document;
  const given = new GivenFiles(projectPaths(folder).given);
  await store.apply(await addingOf(named, allOf(named, classes), { classes, given }));
  say('added');
  await store.close();
  say('closed');
}

void main(process.argv[2] ?? '', process.argv[3] ?? '');
