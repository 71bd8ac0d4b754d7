/** @file Which items stand for boxes, and which were taken out. Pure; window and main go by it. */
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
