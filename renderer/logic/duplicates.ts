/**
 * @file Items that show the same picture: equal hashes of the upright picture within one folder. Across folders equal
 * pictures are often copies on purpose; and cosine alone never makes a duplicate.
 */
import type { ItemRow } from '../../main/contract/model';

/** @returns [rows] 1 where another row of the same folder has the same hash */
export function sameContent(items: readonly ItemRow[]): Uint8Array {
  const flags = new Uint8Array(items.length);
  const first = new Map<string, number>();
  items.forEach((item, row) => {
    if (item.pixelHash === null || item.box !== null) return;
    const key = `${item.folder} ${item.pixelHash}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, row);
    else flags[before] = flags[row] = 1;
  });
  return flags;
}
