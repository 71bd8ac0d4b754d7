/** @file Labels from the names of folders: the class of an image is the path below the folder. Pure. Runs in main. */
import type { ImportFormat } from '../../contract/exchange';
import { MAX_CLASS_NAME } from '../../projects/schema';
import { emptyRecord, type ReadLabels } from './record';

/** Where programs put what has no label. */
const UNLABELLED = new Set(['_unlabeled', '_unlabelled', 'unlabeled', 'unlabelled']);

/** The path of the image's folder, '/' separated; null at the root. */
export function folderClass(path: string): string | null {
  const end = path.lastIndexOf('/');
  return end < 0 ? null : path.slice(0, end);
}

/**
 * @param images each with its path below the folder, and the names by which the project may know it
 */
export function readFolderNames(
  format: Extract<ImportFormat, 'tree' | 'folders'>,
  images: readonly { path: string; names: string[] }[],
): ReadLabels {
  const read: ReadLabels = {
    ...{ format, rows: images.length, records: [], problems: [], classOrder: [], ignoredColumns: [] },
  };
  images.forEach(({ path, names }, i) => {
    const label = folderClass(path);
    if (label === null || UNLABELLED.has(label.toLowerCase())) return;
    if (label.trim() === '' || label.length > MAX_CLASS_NAME)
      read.problems.push({ line: i + 1, text: unfit(path) });
    else read.records.push({ ...emptyRecord(i + 1, names), label: label.trim() });
  });
  return read;
}

const unfit = (path: string): string =>
  `The folder of ${path.slice(-100)} has a name that no class can have: a class's name has 1 to ${MAX_CLASS_NAME} letters.`;
