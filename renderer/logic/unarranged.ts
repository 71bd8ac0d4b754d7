/** @file How many images an order by likeness does not have yet. Pure. */
import type { Tables } from './tables';

/** Rows that have been read and are not excluded, but lie in no place of `alike`. */
export function unarranged({ items, labels, alike }: Pick<Tables, 'items' | 'labels' | 'alike'>): number {
  const isArranged = new Uint8Array(items.length);
  for (const row of alike ?? []) isArranged[row] = 1;
  let count = 0;
  for (let row = 0; row < items.length; row++)
    if (items[row]?.state === 'ready' && labels.excluded[row] !== 1 && isArranged[row] === 0) count++;
  return count;
}
