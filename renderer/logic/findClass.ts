/** @file Classes by letters that a person types: those that begin so first, then those with a word that does. */
import type { ClassInfo } from '../../main/contract/model';

/** Best first; all in their own order for no letters. */
export function findClasses(letters: string, classes: readonly ClassInfo[]): ClassInfo[] {
  const wanted = letters.trim().toLowerCase();
  const ranked = classes.map((info, place) => ({
    info,
    place,
    rank: rankOf(wanted, info.name.toLowerCase()),
  }));
  const found = ranked.filter(({ rank }) => rank > 0);
  return found.sort((a, b) => b.rank - a.rank || a.place - b.place).map(({ info }) => info);
}

function rankOf(wanted: string, name: string): number {
  if (name.startsWith(wanted)) return 4;
  if (name.split(/[\s/_-]+/).some((word) => word.startsWith(wanted))) return 3;
  if (name.includes(wanted)) return 2;
  return isScattered(wanted, name) ? 1 : 0;
}

/** Whether all letters occur in their order: 'hfa' in 'hoofed animal'. */
function isScattered(wanted: string, name: string): boolean {
  let at = -1;
  for (const letter of wanted.replace(/\s+/g, '')) {
    at = name.indexOf(letter, at + 1);
    if (at === -1) return false;
  }
  return true;
}
