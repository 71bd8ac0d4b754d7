/** @file Which keys label, and which a new class gets. */

/** These letters are commands of the window and would never reach a class. */
export const RESERVED_KEYS: readonly string[] = ['b', 'd', 'n', 's', 'x', 'z'];

const OFFERED = [...'1234567890acefghijklmopqrtuvwy'];

export function freeKeys(taken: readonly (string | null)[]): string[] {
  const used = new Set(taken);
  return OFFERED.filter((key) => !used.has(key));
}

/** The next key in the order 1–9, 0, a–z, or null when all are taken. */
export function nextKey(taken: readonly (string | null)[]): string | null {
  return freeKeys(taken)[0] ?? null;
}

export function isClassKey(key: string): boolean {
  return /^[0-9a-z]$/.test(key) && !RESERVED_KEYS.includes(key);
}

/** Short enough for the project file, and no two alike: 96 random bits. */
export function newId(kind = 'c'): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `${kind}${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
