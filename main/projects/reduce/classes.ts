/** @file Commands that add, change, merge and delete classes. Pure. Runs in main. */
import { sameName } from '../../contract/names';
import type { CommandNamed } from '../commands';
import { refuse } from '../errors';
import { ChangeBuilder } from '../patches';
import type { Change } from '../patches';
import { MAX_CLASSES } from '../schema';
import type { ClassInfo, ProjectDocument } from '../schema';
import { withSums } from './sums';
import { told } from '../../../strings/words';

type Document = Readonly<ProjectDocument>;

/** The class of this id. @throws {ProjectError} 'refused' where there is none. */
export function findClass(classes: readonly ClassInfo[], id: string): ClassInfo {
  const found = classes.find((c) => c.id === id);
  return found ?? refuse(told().refusals.noSuchClass);
}

/** @throws {ProjectError} 'refused' where id, name or key belong to another class already. */
export function checkNewClass(classes: readonly ClassInfo[], added: ClassInfo): void {
  for (const other of classes) {
    if (other.id === added.id) refuse(told().refusals.classThere(other.name));
    if (sameName(other.name, added.name)) refuse(told().refusals.nameThere(other.name));
    if (added.key !== null && other.key === added.key)
      refuse(told().refusals.keyTaken(added.key, other.name));
  }
  if (classes.length >= MAX_CLASSES) refuse(told().refusals.mostClasses(MAX_CLASSES));
}

export function addClass(document: Document, command: CommandNamed<'addClass'>): Change {
  checkNewClass(document.classes, command.class);
  const change = new ChangeBuilder(document);
  change.replace('classes', [...besides(document.classes, command.class), command.class]);
  return change.done(told().steps.addClass(command.class.name), command);
}

export function editClass(document: Document, command: CommandNamed<'editClass'>): Change {
  const before = findClass(document.classes, command.id);
  const {
    name = before.name,
    colour = before.colour,
    key = before.key,
    kind = before.kind,
    severalLooks = before.severalLooks,
  } = command.changes;
  const { id, given } = before;
  const looks = severalLooks && { severalLooks };
  const after: ClassInfo = { ...{ id, name, colour, key, kind }, ...looks, ...(given && { given }) };
  const change = new ChangeBuilder(document);
  if (!sameClass(before, after)) {
    checkNewClass(
      document.classes.filter((c) => c !== before),
      after,
    );
    const others = after.kind === before.kind ? document.classes : besides(document.classes, after);
    change.replace(
      'classes',
      others.map((c) => (c.id === before.id ? after : c)),
    );
  }
  return change.done(editTitle(before, after), command);
}

/**
 * A project has one class for what is none of the others: whichever becomes it, another one is an ordinary class from then on.
 * (Files of others may bring a second; the engine takes each for itself.)
 */
function besides(classes: readonly ClassInfo[], { id, kind }: ClassInfo): ClassInfo[] {
  const isReplaced = (c: ClassInfo): boolean =>
    kind === 'background' && c.kind === 'background' && c.id !== id;
  return classes.map((c) => (isReplaced(c) ? { ...c, kind: 'class' } : c));
}

const EDITABLE = ['name', 'colour', 'key', 'kind', 'severalLooks'] as const;

const changedFields = (before: ClassInfo, after: ClassInfo) =>
  EDITABLE.filter((field) => before[field] !== after[field]);

const sameClass = (before: ClassInfo, after: ClassInfo): boolean => changedFields(before, after).length === 0;

function editTitle(before: ClassInfo, after: ClassInfo): string {
  const [changed, more] = changedFields(before, after);
  if (changed === 'name') return told().steps.renameClass(before.name, after.name);
  if (changed === undefined || more !== undefined) return told().steps.changeClass(before.name);
  if (changed === 'kind')
    return after.kind === 'background'
      ? told().steps.makeBackground(before.name)
      : told().steps.makeOrdinary(before.name);
  if (changed === 'severalLooks')
    return after.severalLooks
      ? told().steps.bySeveralLooks(before.name)
      : told().steps.byOneLook(before.name);
  return told().steps.changeField(changed, before.name);
}

/** Labels keep who gave them, how and when: merging says that two names meant the same. */
export function mergeClasses(document: Document, command: CommandNamed<'mergeClasses'>): Change {
  const from = findClass(document.classes, command.from);
  const into = findClass(document.classes, command.into);
  if (from === into) refuse(told().refusals.mergedIntoItself(from.name));
  const change = new ChangeBuilder(document);
  for (const [item, label] of labelsOf(document, from.id))
    change.put('labels', item, { ...label, class: into.id });
  const known = new Set((into.given ?? []).map(({ of }) => of));
  const both = withSums(
    into,
    (from.given ?? []).filter(({ of }) => !known.has(of)),
  );
  change.replace(
    'classes',
    document.classes.filter((c) => c !== from).map((c) => (c === into ? both : c)),
  );
  return change.done(told().steps.mergeClass(from.name, into.name), command);
}

export function deleteClass(document: Document, command: CommandNamed<'deleteClass'>): Change {
  const gone = findClass(document.classes, command.id);
  const change = new ChangeBuilder(document);
  for (const [item] of labelsOf(document, gone.id)) change.drop('labels', item);
  change.replace(
    'classes',
    document.classes.filter((c) => c !== gone),
  );
  return change.done(told().steps.deleteClass(gone.name), command);
}

function labelsOf(document: Document, id: string) {
  return Object.entries(document.labels).filter(([, label]) => label.class === id);
}
