/** @file Which items stand for boxes, which were taken out, and which count as one. Pure; window and main go by it. */
import type { ProjectDocument } from './model';

const BOX_PREFIX = 'box:';

/** Whether the item is a box in an image, and not a whole image. */
export const isBox = (item: string): boolean => item.startsWith(BOX_PREFIX);

/** The image that an item is or lies in; null for a box that the project does not have. */
export function imageOfItem(
  { boxes }: Readonly<Pick<ProjectDocument, 'boxes'>>,
  item: string,
): string | null {
  if (!isBox(item)) return item;
  const id = item.slice(BOX_PREFIX.length);
  return Object.hasOwn(boxes, id) ? (boxes[id]?.image ?? null) : null;
}

/** Whether the item, or the image that the box is in, was taken out of the project. */
export function isExcluded(
  document: Readonly<Pick<ProjectDocument, 'boxes' | 'excluded'>>,
  item: string,
): boolean {
  if (Object.hasOwn(document.excluded, item)) return true;
  const image = imageOfItem(document, item);
  return image !== null && image !== item && Object.hasOwn(document.excluded, image);
}

type Grouped = Readonly<Pick<ProjectDocument, 'boxes' | 'groups'>>;

/** The group that the item was put into, or else the image that the box is in; undefined where neither was. */
export function saidGroup(document: Grouped, item: string): string | undefined {
  const image = imageOfItem(document, item);
  return document.groups[item] ?? (image === null ? undefined : document.groups[image]);
}

/** What the item counts with: boxes of one image are not independent, so where no group is said it is their image. */
export function groupOf(document: Grouped, item: string): string {
  return saidGroup(document, item) ?? imageOfItem(document, item) ?? item;
}
