/** @file Commands that draw, change, copy and delete boxes in images. Pure. Runs in main. */
import type { CommandNamed } from '../commands';
import { boxItem, ITEM_SECTIONS } from '../document';
import { refuse } from '../errors';
import { ChangeBuilder } from '../patches';
import type { Change } from '../patches';
import type { ProjectDocument } from '../schema';
import { knownItems, Once } from './known';
import { checkLabelled, type Context } from './labels';
import { told } from '../../../strings/words';

export function setBox(document: Readonly<ProjectDocument>, command: CommandNamed<'setBox'>): Change {
  const { id, image, box } = command;
  knownItems(document, [image]);
  const before = Object.hasOwn(document.boxes, id) ? document.boxes[id] : undefined;
  if (before && before.image !== image) refuse(told().refusals.boxCannotMove);
  const change = new ChangeBuilder(document);
  if (box === null) dropBox(change, id);
  else if (JSON.stringify(before?.box) !== JSON.stringify(box)) change.put('boxes', id, { image, box });
  const what = box === null ? 'delete' : before ? 'change' : 'draw';
  return change.done(told().steps.drawBox(what, image.slice(image.lastIndexOf('/') + 1)), command);
}

/**
 * What was said about the boxes is said about their copies, by whoever copied them. A copy of a check box is one too,
 * and a group holds for both: two pictures of the same thing are not independent.
 */
export function copyBoxes(
  document: Readonly<ProjectDocument>,
  command: CommandNamed<'copyBoxes'>,
  { by, now }: Context,
): Change {
  const change = new ChangeBuilder(document);
  const once = new Once(told().refusals.twoShapes);
  const images = knownItems(
    document,
    command.boxes.map(({ image }) => image),
  );
  checkLabelled(document, images, 'hand');
  for (const { id, image, box, from } of command.boxes) {
    const [copy, original] = [boxItem(id), boxItem(from)];
    once.take([copy]);
    if (Object.hasOwn(document.boxes, id)) refuse(told().refusals.boxThere);
    knownItems(document, [original]);
    change.put('boxes', id, { image, box });
    const { labels, groups, roles } = document;
    if (labels[original]) change.put('labels', copy, { ...labels[original], by, at: now });
    if (groups[original]) change.put('groups', copy, groups[original]);
    if (roles[original]) change.put('roles', copy, roles[original]);
  }
  return change.done(told().steps.copyBoxes(command.boxes.length), command);
}

/** Removes a box and everything that was said about it. */
export function dropBox(change: ChangeBuilder, id: string): void {
  for (const section of ITEM_SECTIONS) change.drop(section, boxItem(id));
  change.drop('boxes', id);
}
