/**
 * @file Images that are known and not there: what was decided about them stays to be seen. Pure. Runs in main.
 *
 * Of a folder that cannot be found every image is shown that was in it last; of the others those that something was decided
 * about, since files that a person deleted unlabelled are nobody's loss.
 */
import type { ImageFolder } from '../contract/model';
import { keyOf } from './scanDiff';
import type { IndexEntry } from './scanIndexFile';
import { told } from '../../strings/words';

export interface AbsentOptions {
  entries: Iterable<IndexEntry>;
  folders: readonly ImageFolder[];
  /** Ids of folders that were not found. */
  missing: readonly string[];
  /** Keys of images that something was decided about. */
  mentioned: ReadonlySet<string>;
  /** Whether an image is there, or has a row already. */
  isShown: (key: string) => boolean;
}

export function absentImages({ entries, folders, missing, mentioned, isShown }: AbsentOptions): IndexEntry[] {
  const ids = new Set(folders.map((folder) => folder.id));
  const left = new Set([...mentioned].filter((key) => ids.has(folderIn(key)) && !isShown(key)));
  const known = [...entries].filter((entry) => {
    const key = keyOf(entry);
    if (!ids.has(entry.folder) || isShown(key)) return false;
    return left.delete(key) || (missing.includes(entry.folder) && !entry.gone);
  });
  return [...known, ...[...left].map(unheardOf)];
}

const folderIn = (key: string): string => key.slice(0, key.indexOf('/'));

/** Named in the project, and in no index: the project came here without its cache. */
function unheardOf(key: string): IndexEntry {
  const [folder, path] = [folderIn(key), key.slice(key.indexOf('/') + 1)];
  return { folder, path, size: 0, mtimeMs: 0, facts: null, gone: true, addedAt: 0 };
}

/** Why an image is not there, in a sentence. */
export function absence(folder: ImageFolder | undefined, isMissing: boolean): string {
  if (!folder || !isMissing) return told().images.fileGone;
  return told().images.folderGone(folder.path);
}
