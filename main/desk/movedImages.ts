/** @file Which images that are gone were found again under another name, by their content. Pure; runs in main. */
import type { Move, UnclearMove } from '../contract/areas/moves';
import type { ItemRow } from '../contract/model';
import { told } from '../../strings/words';

export interface MovedImages {
  moves: Move[];
  unclear: UnclearMove[];
}

export interface Candidates {
  /** Whole images; no boxes. */
  rows: readonly ItemRow[];
  /** SHA-256 of a row's content, null where it was never read. */
  hashOf: (index: number) => string | null;
  /** Keys of images that something was decided about. */
  mentioned: ReadonlySet<string>;
  /** What a person calls the image. */
  nameOf: (row: ItemRow) => string;
}

/**
 * A file that came after the one that is gone, with its very bytes, and about which nothing was decided yet. Where
 * several could be meant nothing is guessed.
 */
export function findMoved({ rows, hashOf, mentioned, nameOf }: Candidates): MovedImages {
  const gone = rows.filter((row) => row.state === 'gone' && mentioned.has(row.id));
  const wanted = byHash(gone, hashOf);
  if (wanted.size === 0) return { moves: [], unclear: [] };
  const isThere = ({ state }: ItemRow): boolean => state !== 'gone' && state !== 'removed';
  const found = byHash(
    rows.filter((row) => isThere(row) && !mentioned.has(row.id) && wanted.has(hashOf(row.index) ?? '')),
    hashOf,
  );
  const moved: MovedImages = { moves: [], unclear: [] };
  for (const [hash, lost] of wanted) {
    const newer = (found.get(hash) ?? []).filter((row) => lost.every((one) => row.addedAt > one.addedAt));
    const [from, to] = [lost[0], newer[0]];
    if (!from || !to) continue;
    if (lost.length === 1 && newer.length === 1)
      moved.moves.push({ from: from.id, to: to.id, fromPath: nameOf(from), toPath: nameOf(to) });
    else
      moved.unclear.push(
        ...lost.map((one) => ({ path: nameOf(one), reason: why(lost.length, newer.length) })),
      );
  }
  return moved;
}

function byHash(rows: readonly ItemRow[], hashOf: Candidates['hashOf']): Map<string, ItemRow[]> {
  const groups = new Map<string, ItemRow[]>();
  for (const row of rows) {
    const hash = hashOf(row.index);
    if (hash === null) continue;
    const group = groups.get(hash);
    if (group) group.push(row);
    else groups.set(hash, [row]);
  }
  return groups;
}

function why(lost: number, found: number): string {
  if (lost === 1) return told().desk.severalNew(found);
  return told().desk.severalGone(lost);
}
