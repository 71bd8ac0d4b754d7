/** @file Classes and boxes that come along with labels from elsewhere. Pure. Runs in main. */
import type { CommandNamed } from '../commands';
import { refuse } from '../errors';
import type { ChangeBuilder } from '../patches';
import type { ClassInfo, ProjectDocument } from '../schema';
import { checkNewClass } from './classes';
import { knownItems, Once } from './known';
import { told } from '../../../strings/words';

/** How many of what a step brought. */
export interface Brought {
  labels: number;
  boxes: number;
  groups: number;
  places: number;
  times: number;
  roles: number;
  exclusions?: number;
  classes?: number;
}

type Document = Readonly<ProjectDocument>;

/** @returns all classes, the new ones after those there were */
export function addClasses(
  document: Document,
  added: readonly ClassInfo[],
  change: ChangeBuilder,
): ClassInfo[] {
  const classes = [...document.classes];
  for (const one of added) {
    checkNewClass(classes, one);
    classes.push(one);
  }
  if (added.length > 0) change.replace('classes', classes);
  return classes;
}

export interface AddedBoxes {
  boxes: CommandNamed<'import'>['boxes'];
  /** Whether a box that is there already gets the new shape. */
  replace: boolean;
  /** What is said where a box is in another image: that nothing was done. */
  nothing: string;
}

/** @returns all boxes, with those that came */
export function addBoxes(
  document: Document,
  { boxes: added, replace, nothing }: AddedBoxes,
  change: ChangeBuilder,
): ProjectDocument['boxes'] {
  const boxes = { ...document.boxes };
  new Once(told().refusals.twoShapes).take(added.map(({ id }) => id));
  knownItems(
    document,
    added.map(({ image }) => image),
  );
  for (const { id, image, box } of added) {
    const before = Object.hasOwn(document.boxes, id) ? document.boxes[id] : undefined;
    if (before && before.image !== image) refuse(told().refusals.boxElsewhere(id, nothing));
    if (before && (!replace || JSON.stringify(before.box) === JSON.stringify(box))) continue;
    boxes[id] = { image, box };
    change.put('boxes', id, { image, box });
  }
  return boxes;
}
