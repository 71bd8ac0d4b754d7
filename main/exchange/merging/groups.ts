/** @file Which groups of two projects are the same, though they may be called differently. Pure. Runs in main. */

/** What one item is in, in each of the projects. */
export interface GroupPair {
  mine: string | undefined;
  theirs: string | undefined;
}

/**
 * Groups are one where they have one name, or hold the very same of the items that both projects know.
 * @returns whether a group of mine and one of theirs are the same
 */
export function sameGroups(pairs: readonly GroupPair[]): (mine: string, theirs: string) => boolean {
  const theirsOf = new Map<string, Set<string | undefined>>();
  const mineOf = new Map<string, Set<string | undefined>>();
  for (const { mine, theirs } of pairs) {
    if (mine !== undefined) add(theirsOf, mine, theirs);
    if (theirs !== undefined) add(mineOf, theirs, mine);
  }
  return (mine, theirs) =>
    mine === theirs || (theirsOf.get(mine)?.size === 1 && mineOf.get(theirs)?.size === 1);
}

function add(sets: Map<string, Set<string | undefined>>, key: string, value: string | undefined): void {
  const set = sets.get(key);
  if (set) set.add(value);
  else sets.set(key, new Set([value]));
}
