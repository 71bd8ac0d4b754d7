/** @file Which keys label, and which a new class gets. Pure; for the window and for main. */

/** These letters are commands of the window and would never reach a class. */
export const RESERVED_KEYS: readonly string[] = ['b', 'd', 'n', 's', 'x', 'z'];

const OFFERED = [...'1234567890acefghijklmopqrtuvwy'];

/** In the order 1–9, 0, a–z. */
export function freeKeys(taken: readonly (string | null)[]): string[] {
  const used = new Set(taken);
  return OFFERED.filter((key) => !used.has(key));
}

export function isClassKey(key: string): boolean {
  return /^[0-9a-z]$/.test(key) && !RESERVED_KEYS.includes(key);
}
