/** @file How the projects room calls items. Pure. Runs in main. */
import { boxOf } from './document';
import { told } from '../../strings/words';

/** '1 image', '3 images', '2 boxes', '4 items' where both are among them. */
export function countItems(items: readonly string[]): string {
  const boxes = items.filter((item) => boxOf(item) !== null).length;
  if (boxes === 0) return told().steps.images(items.length);
  return boxes === items.length ? told().steps.boxes(boxes) : told().steps.items(items.length);
}
