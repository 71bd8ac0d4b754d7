/** @file What a new class gets: its key, and an id. */
import { freeKeys } from '../../main/contract/classKeys';

/** The next key in the order 1–9, 0, a–z, or null when all are taken. */
export function nextKey(taken: readonly (string | null)[]): string | null {
  return freeKeys(taken)[0] ?? null;
}

/** Short enough for the project file, and no two alike: 96 random bits. */
export function newId(kind = 'c'): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `${kind}${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
