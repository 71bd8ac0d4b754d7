/** @file The command that draws, changes and deletes a box in an image. Pure. Runs in main. */
import type { CommandNamed } from '../commands';
import { boxItem } from '../document';
import { refuse } from '../errors';
import { ChangeBuilder } from '../patches';
import type { Change } from '../patches';
import type { ProjectDocument } from '../schema';
import { knownItems } from './known';

export function setBox(document: Readonly<ProjectDocument>, command: CommandNamed<'setBox'>): Change {
  const { id, image, box } = command;
  knownItems(document, [image]);
  const before = Object.hasOwn(document.boxes, id) ? document.boxes[id] : undefined;
  if (before && before.image !== image) refuse('A box cannot move to another image. Draw a new one there.');
  const change = new ChangeBuilder(document);
  if (box === null) dropBox(change, id);
  else if (JSON.stringify(before?.box) !== JSON.stringify(box)) change.put('boxes', id, { image, box });
  const verb = box === null ? 'Delete' : before ? 'Change' : 'Draw';
  return change.done(`${verb} a box in ${image.slice(image.lastIndexOf('/') + 1)}`, command);
}

/** Removes a box and everything that was said about it. */
export function dropBox(change: ChangeBuilder, id: string): void {
  for (const section of ['labels', 'groups', 'roles'] as const) change.drop(section, boxItem(id));
  change.drop('boxes', id);
}
