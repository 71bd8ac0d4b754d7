/** @file Commands that add a folder of images to the project, change it and take it out. Pure. Runs in main. */
import type { CommandNamed } from '../commands';
import { folderOf, ITEM_SECTIONS } from '../document';
import { refuse } from '../errors';
import { ChangeBuilder } from '../patches';
import type { Change } from '../patches';
import { MAX_FOLDERS } from '../schema';
import type { ImageFolder, ProjectDocument } from '../schema';
import { dropBox } from './boxes';
import { told } from '../../../strings/words';

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
function checkApart(others: readonly ImageFolder[], path: string): void {
  for (const other of others) {
    if (within(other.path, path)) refuse(told().refusals.imagesThere(path, other.path));
    if (within(path, other.path)) refuse(told().refusals.holdsAnother(path, other.path));
  }
}

export function addFolder(document: Document, command: CommandNamed<'addFolder'>): Change {
  const { id, path } = command.folder;
  if (document.folders.some((other) => other.id === id)) refuse(told().refusals.folderThere);
  checkApart(document.folders, path);
  if (document.folders.length >= MAX_FOLDERS) refuse(told().refusals.mostFolders(MAX_FOLDERS));
  const change = new ChangeBuilder(document);
  change.replace('folders', [...document.folders, command.folder]);
  return change.done(told().steps.addFolder(folderName(path)), command);
}

/** Says where a folder is now, or what its subfolders are. Its images keep their names below it. */
export function setFolder(document: Document, command: CommandNamed<'setFolder'>): Change {
  const before = findFolder(document, command.id);
  const { path = before.path, subfolders = before.subfolders } = command.changes;
  const change = new ChangeBuilder(document);
  const others = document.folders.filter((other) => other !== before);
  if (path !== before.path) checkApart(others, path);
  if (path !== before.path || subfolders !== before.subfolders)
    change.replace(
      'folders',
      document.folders.map((one) => (one === before ? { ...before, path, subfolders } : one)),
    );
  const title =
    path === before.path
      ? told().steps.subfoldersAs(folderName(path), subfolders)
      : told().steps.lookForFolder(folderName(before.path), path);
  return change.done(title, command);
}

function findFolder(document: Document, id: string): ImageFolder {
  const found = document.folders.find((folder) => folder.id === id);
  return found ?? refuse(told().refusals.noSuchFolder);
}

/** What was decided about its images goes with it, and comes back when this is undone. No file is touched. */
export function removeFolder(document: Document, command: CommandNamed<'removeFolder'>): Change {
  const gone = findFolder(document, command.id);
  const change = new ChangeBuilder(document);
  for (const section of ITEM_SECTIONS) {
    for (const key of Object.keys(document[section]))
      if (folderOf(key) === gone.id) change.drop(section, key);
  }
  for (const [id, { image }] of Object.entries(document.boxes))
    if (folderOf(image) === gone.id) dropBox(change, id);
  change.replace(
    'folders',
    document.folders.filter((f) => f !== gone),
  );
  return change.done(told().steps.removeFolder(folderName(gone.path)), command);
}
