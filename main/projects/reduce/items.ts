/** @file Commands that take images out, group items and give them roles. Pure. Runs in main. */
import type { CommandNamed } from '../commands';
import { ChangeBuilder } from '../patches';
import type { Change } from '../patches';
import type { ProjectDocument } from '../schema';
import { countItems } from '../words';
import { knownItems, Once } from './known';
import type { Context } from './labels';
import { told } from '../../../strings/words';

type Document = Readonly<ProjectDocument>;

/** An excluded image keeps its label, which counts again when the image is included. */
export function setExcluded(document: Document, command: CommandNamed<'setExcluded'>): Change {
  const change = new ChangeBuilder(document);
  const images = knownItems(document, command.images);
  const changed = images.filter((image) => Object.hasOwn(document.excluded, image) !== command.excluded);
  for (const image of changed) {
    if (command.excluded) change.put('excluded', image, true);
    else change.drop('excluded', image);
  }
  return change.done(told().steps.exclude(command.excluded, countItems(changed)), command);
}

export function setGroup(document: Document, command: CommandNamed<'setGroup'>): Change {
  const { group } = command;
  const change = new ChangeBuilder(document);
  const changed = knownItems(document, command.items).filter(
    (item) => (document.groups[item] ?? null) !== group,
  );
  for (const item of changed) {
    if (group === null) change.drop('groups', item);
    else change.put('groups', item, group);
  }
  const title =
    group === null
      ? told().steps.ungroup(countItems(changed))
      : told().steps.groupAs(countItems(changed), group);
  return change.done(title, command);
}

/** @throws {ProjectError} 'refused' where an item is in two of the groups. */
export function setGroups(document: Document, command: CommandNamed<'setGroups'>): Change {
  const change = new ChangeBuilder(document);
  const changed: string[] = [];
  const once = new Once(told().refusals.twoGroups);
  for (const { group, items } of command.groups) {
    for (const item of once.take(knownItems(document, items))) {
      if ((document.groups[item] ?? null) === group) continue;
      changed.push(item);
      if (group === null) change.drop('groups', item);
      else change.put('groups', item, group);
    }
  }
  const groups = command.groups.filter(({ group }) => group !== null).length;
  const title =
    groups === 0
      ? told().steps.ungroup(countItems(changed))
      : told().steps.putInGroups(countItems(changed), groups);
  return change.done(title, command);
}

export function setRole(
  document: Document,
  command: CommandNamed<'setRole'>,
  { now }: Pick<Context, 'now'>,
): Change {
  const check = command.role === 'check';
  const change = new ChangeBuilder(document);
  const items = knownItems(document, command.items);
  const changed = items.filter((item) => Object.hasOwn(document.roles, item) !== check);
  for (const item of changed) {
    if (check) change.put('roles', item, 'check');
    else change.drop('roles', item);
  }
  const { seed } = command;
  if (seed !== undefined && changed.length > 0)
    change.replace('draws', [...document.draws, { at: now, seed, items: changed.length }]);
  return change.done(told().steps.useFor(countItems(changed), check), command);
}
