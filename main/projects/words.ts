/** @file Small pieces of the sentences that the projects room says. Pure. Runs in main. */
import { boxOf } from './document';

/** '1 image', '3 images'. */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${n.toLocaleString('en-GB')} ${n === 1 ? noun : plural}`;
}

/** 'the image', '3 images', '2 boxes', '4 items' where both are among them. */
export function countItems(items: readonly string[]): string {
  const boxes = items.filter((item) => boxOf(item) !== null).length;
  if (boxes === 0) return count(items.length, 'image');
  return boxes === items.length ? count(boxes, 'box', 'boxes') : count(items.length, 'item');
}
