/** @file Takes the answer to 'classes or places?', as steps that can be undone. Runs in main. */
import type { FolderMeaning } from '../contract/exchange';
import { inSlices } from '../organise/slices';
import type { OpenLabels } from './parts';
import { plannedProject } from './plan/ofProject';
import { planning } from './plan/plan';
import { readOwnFolders } from './read/source';

/** 'classes' also labels each image with its folder's name, in a step of its own; labels that are there stay. */
export async function takeAnswer(project: OpenLabels, folder: string, meaning: FolderMeaning): Promise<void> {
  const source = await readOwnFolders(project, folder);
  await project.apply({ name: 'setFolder', id: folder, changes: { subfolders: meaning } });
  if (meaning !== 'classes') return;
  const plan = await inSlices(planning(source, plannedProject(project)));
  const command = plan?.command({ existing: 'keep' });
  if (command) await project.apply(command);
}
