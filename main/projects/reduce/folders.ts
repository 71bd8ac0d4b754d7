/** @file Commands that add a folder of images to the project and take one out. Pure. Runs in main. */
import type { CommandNamed } from '../commands';
import { folderOf } from '../document';
import { refuse } from '../errors';
import { ChangeBuilder } from '../patches';
import type { Change } from '../patches';
import { MAX_FOLDERS } from '../schema';
import type { ProjectDocument } from '../schema';
import { dropBox } from './boxes';

type Document = Readonly<ProjectDocument>;

/** A path's steps; both separators, since a project may come from another system. */
const steps = (path: string): string[] => path.split(/[\\/]+/).filter((step) => step !== '');
const folderName = (path: string): string => steps(path).at(-1) ?? path;

/** Whether `inner` is `outer` or lies in it, by name alone. */
function within(outer: string, inner: string): boolean {
  const innerSteps = steps(inner);
  return steps(outer).every((step, i) => step === innerSteps[i]);
}

/** A folder in another would show its images twice, and a label on one of the two would teach and be tested. */
export function addFolder(document: Document, command: CommandNamed<'addFolder'>): Change {
  const { id, path } = command.folder;
  for (const other of document.folders) {
    if (other.id === id) refuse('This folder is already in the project.');
    if (within(other.path, path))
      refuse(`The images of ${path} are in the project already, with those of ${other.path}.`);
    if (within(path, other.path))
      refuse(`${path} holds ${other.path}, which is in the project already. Remove that one first.`);
  }
  if (document.folders.length >= MAX_FOLDERS) refuse(`A project holds at most ${MAX_FOLDERS} folders.`);
  const change = new ChangeBuilder(document);
  change.replace('folders', [...document.folders, command.folder]);
  return change.done(`Add folder ${folderName(path)}`, command);
}

/** What was decided about its images goes with it, and comes back when this is undone. No file is touched. */
export function removeFolder(document: Document, command: CommandNamed<'removeFolder'>): Change {
  const gone = document.folders.find((f) => f.id === command.id);
  if (!gone) return refuse('This folder is no longer in the project.');
  const change = new ChangeBuilder(document);
  for (const section of ['labels', 'groups', 'roles', 'excluded'] as const) {
    for (const key of Object.keys(document[section]))
      if (folderOf(key) === gone.id) change.drop(section, key);
  }
  for (const [id, { image }] of Object.entries(document.boxes))
    if (folderOf(image) === gone.id) dropBox(change, id);
  change.replace(
    'folders',
    document.folders.filter((f) => f !== gone),
  );
  return change.done(`Remove folder ${folderName(gone.path)}`, command);
}
