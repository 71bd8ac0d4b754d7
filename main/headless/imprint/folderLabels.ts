/**
 * @file Labels from the names of folders, as the one command that a project takes them by. Pure; runs in main.
 */
import type { Command, ProjectDocument } from '../../contract/model';
import { ClassFinder } from '../../exchange/plan/newClasses';

/** A class by its name, and the items that are labelled with it. */
export interface NamedItems {
  name: string;
  items: string[];
}

/**
 * Classes that the project has not are made; items that have a label keep it. Null where there is nothing to do.
 * @param folder its name
 */
export function folderLabels(
  { classes: known }: Pick<ProjectDocument, 'classes'>,
  folder: string,
  named: readonly NamedItems[],
): Command | null {
  const classes = new ClassFinder(known);
  const labels = named.flatMap(({ name, items }) => {
    const { id } = classes.of(name);
    return items.length > 0 ? [{ class: id, items }] : [];
  });
  const { added } = classes;
  if (added.length === 0 && labels.length === 0) return null;
  return folderImport(folder, { classes: added, labels });
}

type Import = Extract<Command, { name: 'import' }>;

function folderImport(from: string, found: Pick<Import, 'classes' | 'labels'>): Import {
  const nothing = { boxes: [], groups: [], places: [], times: [], roles: [] };
  return { name: 'import', source: 'folder', from: from.slice(0, 255), ...found, ...nothing, replace: false };
}
