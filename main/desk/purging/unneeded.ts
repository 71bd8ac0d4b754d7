/**
 * @file What of the images is known that the project does not need any more. Pure; runs in main.
 *
 * An image is needed while its file is there or its folder cannot be found, which says nothing of it. Of one that is gone, and of
 * which something is still said, name and thumbnail stay: the person sees it. Its embedding goes, as that of what is excluded.
 */
import { isExcluded } from '../../contract/items';
import type { ItemRow, ProjectDocument } from '../../contract/model';
import { keyOf } from '../../images/scanDiff';
import type { IndexEntry } from '../../images/scanIndexFile';
import { mentionedImages } from '../../projects/mentioned';

export interface KnownImages {
  document: Readonly<ProjectDocument>;
  rows: readonly ItemRow[];
  /** What an item's embedding and thumbnail are kept under; null: not read yet. */
  hash: (row: number) => string | null;
  entries: Iterable<IndexEntry>;
  /** Ids of folders that cannot be found now. */
  missing: readonly string[];
}

export interface Unneeded {
  /** Of files that are neither there nor mentioned, or of folders that are not in the project. */
  entries: IndexEntry[];
  /** Rows of these, which are listed no longer. */
  rows: string[];
  /** Hashes whose embeddings stay; all others go. */
  keep: Set<string>;
  /** Rows that are there and whose embedding goes: excluded ones. */
  unload: number[];
  /** Hashes that thumbnails are shown of. */
  shown: Set<string>;
  /** Hashes of what is not in the project any more, as far as they are known in main. */
  hashes: Set<string>;
}

/** Images that were not read yet: which embeddings are theirs is not known. */
export function unread({ rows, hash }: Pick<KnownImages, 'rows' | 'hash'>): number {
  return rows.filter(({ index, state }) => state === 'waiting' && hash(index) === null).length;
}

export function unneededOf(known: KnownImages): Unneeded {
  const { document, rows, hash, missing } = known;
  const entries = lostEntries(known);
  const lost = new Set(entries.map(keyOf));
  const found: Unneeded = {
    ...{ entries, rows: [], unload: [] },
    ...{ keep: new Set(), shown: new Set(), hashes: new Set(entries.flatMap(hashOf)) },
  };
  for (const { index, id, state, folder, box } of rows) {
    const key = hash(index);
    const isLost = state === 'removed' || (box === null && lost.has(id));
    if (isLost && state !== 'removed') found.rows.push(id);
    if (key === null) continue;
    if (isLost) found.hashes.add(key);
    else found.shown.add(key);
    if (isLost || (state === 'gone' && !missing.includes(folder))) continue;
    if (isExcluded(document, id)) found.unload.push(index);
    else found.keep.add(key);
  }
  // The same picture may be in the project under another name, or as another box.
  for (const key of found.shown) found.hashes.delete(key);
  return found;
}

/** A folder that is not found, or a place in it that could not be read, says nothing of its images: they are not 'gone'. */
function lostEntries({ document, entries, missing }: KnownImages): IndexEntry[] {
  const folders = new Set(document.folders.map(({ id }) => id));
  const mentioned = mentionedImages(document);
  return [...entries].filter((entry) => {
    if (!folders.has(entry.folder)) return true;
    return entry.gone && !missing.includes(entry.folder) && !mentioned.has(keyOf(entry));
  });
}

const hashOf = ({ facts }: IndexEntry): string[] => (facts && 'hash' in facts ? [facts.hash] : []);
