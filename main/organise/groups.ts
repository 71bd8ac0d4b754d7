/**
 * @file Groups that are proposed: by subfolder, what a person cuts out of a proposal, and what groups are called. Images
 * of one group count as one. Pure; runs in main and in the window.
 */
import { directoryOf, type TakenRow } from './times';

/** Rows of each subfolder that holds two images or more, in the order of the rows. Images outside any are left alone. */
export function bySubfolder(rows: readonly TakenRow[]): number[][] {
  const groups = new Map<string, number[]>();
  for (const row of rows) {
    if (!row.path.includes('/')) continue;
    const directory = directoryOf(row);
    const group = groups.get(directory);
    if (group) group.push(row.index);
    else groups.set(directory, [row.index]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/**
 * The proposals cut before each of the rows in `cuts`. What is then alone stays in the list, so that the cut can be
 * seen and taken back; it makes no group.
 */
export function cutBefore(proposals: readonly number[][], cuts: ReadonlySet<number>): number[][] {
  if (cuts.size === 0) return [...proposals];
  return proposals.flatMap((rows) => {
    const parts: number[][] = [];
    for (const [i, row] of rows.entries()) {
      if (i === 0 || cuts.has(row)) parts.push([]);
      parts.at(-1)?.push(row);
    }
    return parts;
  });
}

const LONGEST = 200;

/**
 * A name that no group has yet, and remembers it.
 * @param wish what the group is about, such as 'site A/IMG 0001.jpg'
 */
export function nameGroup(wish: string, taken: Set<string>): string {
  const base = wish.slice(-LONGEST) || 'group';
  let name = base;
  for (let number = 2; taken.has(name); number++) name = `${base.slice(0, LONGEST - 8)} (${number})`;
  taken.add(name);
  return name;
}
