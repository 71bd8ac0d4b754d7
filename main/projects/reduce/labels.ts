/** @file Commands that give and take labels. Pure. Runs in main. */
import { isExcluded } from '../../contract/items';
import type { CommandNamed } from '../commands';
import { refuse } from '../errors';
import { ChangeBuilder } from '../patches';
import type { Change } from '../patches';
import type { Label, LabelHow, ProjectDocument } from '../schema';
import { countItems } from '../words';
import { findClass } from './classes';
import { knownItems, Once } from './known';
import { told } from '../../../strings/words';

type Document = Readonly<ProjectDocument>;

/** Who does it, and when (ISO 8601, UTC): becomes part of a label. */
export interface Context {
  by: string;
  now: string;
}

/** How closely a person looked: the same class given again less closely does not replace the closer look. */
const CARE: Record<LabelHow, number> = { hand: 2, accepted: 1, bulk: 0, imported: 0, folder: 0 };

export function label(document: Document, command: CommandNamed<'label'>, context: Context): Change {
  const items = knownItems(document, command.items);
  if (command.class === null) return unlabel(document, items, command);
  const { name } = findClass(document.classes, command.class);
  checkLabelled(document, items, command.how);
  const value: Label = { class: command.class, how: command.how, by: context.by, at: context.now };
  const change = new ChangeBuilder(document);
  const changed = items.filter((item) => replaces(document.labels[item], value));
  for (const item of changed) change.put('labels', item, value);
  return change.done(told().steps.labelAs(countItems(changed), name), command);
}

function replaces(before: Label | undefined, after: Label): boolean {
  return before === undefined || before.class !== after.class || CARE[after.how] > CARE[before.how];
}

function unlabel(document: Document, items: string[], command: CommandNamed<'label'>): Change {
  const change = new ChangeBuilder(document);
  const labelled = items.filter((item) => Object.hasOwn(document.labels, item));
  for (const item of labelled) change.drop('labels', item);
  return change.done(told().steps.removeLabels(labelled.length, countItems(labelled)), command);
}

/** Excluded images take no part, and check items are labelled with the guess hidden: neither can be accepted. */
export function checkLabelled(document: Document, items: string[], how: LabelHow): void {
  const excluded = items.filter((item) => isExcluded(document, item));
  if (excluded.length > 0) {
    refuse(told().refusals.areExcluded(excluded.length));
  }
  if (how !== 'accepted' && how !== 'bulk') return;
  const check = items.filter((item) => Object.hasOwn(document.roles, item));
  if (check.length > 0) {
    refuse(told().refusals.areCheckImages(check.length));
  }
}

/** @throws {ProjectError} 'refused' where an item is given two classes. */
export function labelMany(document: Document, command: CommandNamed<'labelMany'>, context: Context): Change {
  const change = new ChangeBuilder(document);
  const once = new Once(told().refusals.twoLabels);
  for (const { class: id, items: named } of command.labels) {
    findClass(document.classes, id);
    const items = once.take(knownItems(document, named));
    checkLabelled(document, items, command.how);
    const value: Label = { class: id, how: command.how, by: context.by, at: context.now };
    for (const item of items) if (replaces(document.labels[item], value)) change.put('labels', item, value);
  }
  return change.done(manyTitle(command, change.size), command);
}

function manyTitle({ how, labels }: CommandNamed<'labelMany'>, changed: number): string {
  if (how === 'accepted' || how === 'bulk') return told().steps.accept(changed);
  return told().steps.giveLabels(changed, labels.length);
}
