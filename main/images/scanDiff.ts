/** @file What has changed since the last scan: which files must be read again. Pure. Runs in main. */
import type { FoundImage } from './scan';

export interface ScanDiff<P extends FoundImage> {
  added: FoundImage[];
  /** Size or time differ: its content may too. */
  changed: { before: P; now: FoundImage }[];
  kept: P[];
  /** Known, and not found where their folder was read. */
  gone: P[];
}

/** An image's key in the project: `<folder id>/<path>`. */
export const keyOf = (image: { folder: string; path: string }): string => `${image.folder}/${image.path}`;

export function diffScan<P extends FoundImage>(
  previous: Iterable<P>,
  found: readonly FoundImage[],
): ScanDiff<P> {
  const left = new Map(Array.from(previous, (entry) => [keyOf(entry), entry]));
  const diff: ScanDiff<P> = { added: [], changed: [], kept: [], gone: [] };
  for (const now of found) {
    const before = left.get(keyOf(now));
    left.delete(keyOf(now));
    if (!before) diff.added.push(now);
    else if (isSame(before, now)) diff.kept.push(before);
    else diff.changed.push({ before, now });
  }
  diff.gone.push(...left.values());
  return diff;
}

/** Whether the content cannot have changed: it is read again only where size or time did. */
export function isSame(a: FoundImage, b: FoundImage): boolean {
  return a.size === b.size && a.mtimeMs === b.mtimeMs;
}
