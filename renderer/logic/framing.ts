/** @file What of each image the model sees: sameness of two choices, and images to show a choice on. Pure. Runs in the window. */
import type { Framing, ItemRow } from '../../main/contract/model';
import { naturalSize } from './looking';

/** More than anybody looks at before choosing. */
const MOST_EXAMPLES = 12;

export const sameFraming = (one: Framing, other: Framing): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Rows of images to look at: the first one asked for, one of each other shape, then some from all over the folder. */
export function exampleRows(items: readonly ItemRow[], first: number): number[] {
  const images = items.filter((item) => item.box === null && canBeShown(item) && naturalSize(item));
  const begin = images.find(({ index }) => index === first) ?? images[0];
  if (!begin) return [];
  const shapes = new Map([[shapeOf(begin), begin.index]]);
  for (const image of images) if (!shapes.has(shapeOf(image))) shapes.set(shapeOf(image), image.index);
  const step = Math.max(1, Math.floor(images.length / MOST_EXAMPLES));
  const spread = images.filter((_, place) => place % step === 0).map(({ index }) => index);
  return [...new Set([...shapes.values(), ...spread])].slice(0, MOST_EXAMPLES);
}

/** An image that waits only to be read anew, as all do after another framing was chosen, can be looked at meanwhile. */
const canBeShown = ({ state }: ItemRow): boolean => state === 'ready' || state === 'waiting';

/** Width to height, as finely as one sees it. */
function shapeOf({ width, height }: ItemRow): number {
  return Math.round(Math.log2((width ?? 1) / (height ?? 1)) * 8);
}
