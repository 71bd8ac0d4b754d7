/** @file Labels from the names of folders: the class of an image is the path below the folder. Pure. Runs in main. */
import type { ImportFormat } from '../../contract/exchange';
import { MAX_CLASS_NAME } from '../../projects/schema';
import { NO_LEGEND, type Legend } from './legend';
import { emptyRecord, type ReadLabels } from './record';
import { told } from '../../../strings/words';

/** Where programs put what has no label. */
const UNLABELLED = new Set(['_unlabeled', '_unlabelled', 'unlabeled', 'unlabelled']);

/** The path of the image's folder, '/' separated; null at the root. */
export function folderClass(path: string): string | null {
  const end = path.lastIndexOf('/');
  return end < 0 ? null : path.slice(0, end);
}

/**
 * @param images each with its path below the folder, and the names by which the project may know it
 * @param legend what lies beside the folders, where this program saved them
 */
export function readFolderNames(
  format: Extract<ImportFormat, 'tree' | 'folders'>,
  images: readonly { path: string; names: string[] }[],
  legend: Legend = NO_LEGEND,
): ReadLabels {
  const read: ReadLabels = {
    ...{ format, rows: images.length, records: [], problems: [], ignoredColumns: [] },
    classOrder: [...legend.order],
  };
  images.forEach(({ path, names }, i) => {
    const folder = folderClass(path);
    if (folder === null || UNLABELLED.has(folder.toLowerCase())) return;
    const label = legend.classes.get(folder) ?? folder;
    const source = legend.sources.get(path);
    if (label.trim() === '' || label.length > MAX_CLASS_NAME)
      read.problems.push({ line: i + 1, text: unfit(path) });
    else {
      const all = source === undefined ? names : [source, ...names];
      read.records.push({ ...emptyRecord(i + 1, all), label: label.trim() });
    }
  });
  return read;
}

const unfit = (path: string): string => told().importing.noClassName(path.slice(-100), MAX_CLASS_NAME);
