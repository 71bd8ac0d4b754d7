/** @file The command that takes over what folder names or a file say. Pure. Runs in main. */
import { isExcluded } from '../../contract/items';
import type { CommandNamed } from '../commands';
import { ChangeBuilder } from '../patches';
import type { Change } from '../patches';
import type { Label, LabelHow, ProjectDocument } from '../schema';
import { addBoxes, addClasses } from './added';
import type { Brought } from './added';
import { findClass } from './classes';
import { knownItems, Once } from './known';
import type { Context } from './labels';
import { told } from '../../../strings/words';

type Document = Readonly<ProjectDocument>;
type Import = CommandNamed<'import'>;
/** Sections with one value per item. */
type Section = 'labels' | 'groups' | 'places' | 'times';

/** One import on its way into a change. */
interface Work {
  /** With the boxes and classes that the import brings. */
  known: Pick<ProjectDocument, 'boxes' | 'folders' | 'classes' | 'excluded'>;
  document: Document;
  command: Import;
  change: ChangeBuilder;
}

/** What was said before stays, unless `replace`; excluded images are given no label. */
export function importAll(document: Document, command: Import, { by, now }: Context): Change {
  const change = new ChangeBuilder(document);
  const classes = addClasses(document, command.classes, change);
  const boxes = addBoxes(document, { ...command, nothing: told().refusals.nothingImported }, change);
  const work: Work = { document, command, change, known: { ...document, classes, boxes } };
  const usual: LabelHow = command.source === 'folder' ? 'folder' : 'imported';
  for (const { class: id } of command.labels) findClass(classes, id);
  const brought = {
    labels: put(work, 'labels', labels(command, { by, at: now, usual })),
    boxes: Object.keys(boxes).length - Object.keys(document.boxes).length,
    groups: put(
      work,
      'groups',
      command.groups.map(({ group, items }) => [group, items]),
    ),
    places: put(
      work,
      'places',
      command.places.map(({ place, items }) => [place, items]),
    ),
    times: put(
      work,
      'times',
      command.times.map(({ time, items }) => [time, items]),
    ),
    roles: putRoles(work),
  };
  return change.done(title(command, brought), command);
}

type Valued<T> = [value: T, items: string[]];

function labels(command: Import, { by, at, usual }: { by: string; at: string; usual: LabelHow }) {
  return command.labels.map(({ class: id, items, how = usual }): Valued<Label> => [
    { class: id, how, by, at },
    items,
  ]);
}

/** @returns how many items changed. */
function put<S extends Section>(
  { known, document, command, change }: Work,
  section: S,
  values: Valued<ProjectDocument[S][string]>[],
): number {
  const before = change.size;
  const once = new Once(told().refusals.twoEntries(section));
  for (const [value, named] of values) {
    for (const item of once.take(knownItems(known, named))) {
      if (section === 'labels' && isExcluded(known, item)) continue;
      if (
        Object.hasOwn(document[section], item) &&
        (!command.replace || saysThat(document[section][item], value))
      )
        continue;
      change.put(section, item, value);
    }
  }
  return change.size - before;
}

/** Whether a label is of this class already, or a text the same: importing it again says nothing new. */
function saysThat(before: Label | string | undefined, after: Label | string): boolean {
  if (typeof before === 'object' && typeof after === 'object') return before.class === after.class;
  return before === after;
}

/** 'learn' is what an item is about which nothing was said. */
function putRoles({ known, document, command, change }: Work): number {
  const before = change.size;
  const once = new Once(told().refusals.twoRoles);
  for (const { role, items } of command.roles) {
    for (const item of once.take(knownItems(known, items))) {
      const checks = Object.hasOwn(document.roles, item);
      if (role === 'check' && !checks) change.put('roles', item, 'check');
      if (role === 'learn' && checks && command.replace) change.drop('roles', item);
    }
  }
  return change.size - before;
}

function title({ source, from, classes, labels: given }: Import, brought: Brought): string {
  const of = { labelled: given.length, added: classes.length };
  return source === 'folder'
    ? told().steps.takeFromFolders(brought, of)
    : told().steps.importFrom(brought, of, from);
}
