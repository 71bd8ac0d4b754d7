/**
 * @file Labels from the names of folders, as the one command that a project takes them by. Pure; runs in main.
 */
import type { ClassInfo, Command, ProjectDocument } from '../../contract/model';
import { sameName } from '../../contract/names';
import { newId } from '../../projects/document';

/** A class by its name, and the items that are labelled with it. */
export interface NamedItems {
  name: string;
  items: string[];
}

/** Colours of the window's palette. */
const COLOURS = 64;
const KEYS = '1234567890';

/**
 * Classes that the project has not are made; items that have a label keep it. Null where there is nothing to do.
 * @param folder its name
 */
export function folderLabels(
  { classes: known }: Pick<ProjectDocument, 'classes'>,
  folder: string,
  named: readonly NamedItems[],
): Command | null {
  const classes = [...known];
  const labels = named.flatMap(({ name, items }) => {
    const found = classes.find((one) => sameName(one.name, name));
    const own = found ?? newClass(name, classes);
    if (!found) classes.push(own);
    return items.length > 0 ? [{ class: own.id, items }] : [];
  });
  const added = classes.slice(known.length);
  if (added.length === 0 && labels.length === 0) return null;
  return folderImport(folder, { classes: added, labels });
}

type Import = Extract<Command, { name: 'import' }>;

function folderImport(from: string, found: Pick<Import, 'classes' | 'labels'>): Import {
  const nothing = { boxes: [], groups: [], places: [], times: [], roles: [] };
  return { name: 'import', source: 'folder', from: from.slice(0, 255), ...found, ...nothing, replace: false };
}

function newClass(name: string, others: readonly ClassInfo[]): ClassInfo {
  const key = [...KEYS].find((one) => !others.some((other) => other.key === one)) ?? null;
  return { id: newId(), name: name.trim(), colour: freeColour(others), key, kind: 'class' };
}

function freeColour(others: readonly ClassInfo[]): number {
  const free = Array.from({ length: COLOURS }, (_, c) => c).find((c) => !others.some((o) => o.colour === c));
  return free ?? others.length % COLOURS;
}
