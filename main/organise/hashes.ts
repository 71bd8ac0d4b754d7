/**
 * @file 64-bit difference hashes and how many bits two of them differ in. Pure; runs in main and in the window.
 */

/** Both halves of each hash as unsigned 32-bit numbers, since JavaScript has no quick 64-bit ones. */
export interface HashTable {
  /** [n] the first eight hex digits. */
  high: Uint32Array;
  /** [n] the last eight. */
  low: Uint32Array;
}

export function hashTable(hashes: readonly string[]): HashTable {
  const table = { high: new Uint32Array(hashes.length), low: new Uint32Array(hashes.length) };
  hashes.forEach((hash, i) => {
    table.high[i] = parseInt(hash.slice(0, 8), 16);
    table.low[i] = parseInt(hash.slice(8), 16);
  });
  return table;
}

/** How many bits of a 32-bit number are set, 0 to 32 (Warren, Hacker's Delight, figure 5-2). */
export function bitsIn(value: number): number {
  let v = value - ((value >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Bits that two entries of the table differ in, 0 to 64. */
export const distanceIn = ({ high, low }: HashTable, a: number, b: number): number =>
  bitsIn((high[a]! ^ high[b]!) | 0) + bitsIn((low[a]! ^ low[b]!) | 0);

/** Bits that two hashes of 16 hex digits differ in, 0 to 64; null where one of them is not known. */
export function hashDistance(one: string | null, other: string | null): number | null {
  return one === null || other === null ? null : distanceIn(hashTable([one, other]), 0, 1);
}
