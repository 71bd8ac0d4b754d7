/**
 * @file What lies beside class folders that this program saved: `labels.csv`, the classes in their order and the folders
 * of those whose names no folder can have; `images.csv`, which file is which image. Pure. Runs in main.
 */
import Papa from 'papaparse';

export interface Legend {
  /** Classes in the order of their index. */
  order: string[];
  /** Folder → class, where they differ. */
  classes: ReadonlyMap<string, string>;
  /** File below the folder → the image's name when it was saved. */
  sources: ReadonlyMap<string, string>;
}

export const NO_LEGEND: Legend = { order: [], classes: new Map(), sources: new Map() };

/** @param labels,images the texts of the files; null where there is none. Files of others are passed over. */
export function readLegend(labels: string | null, images: string | null): Legend {
  const rows = tableOf(labels, ['index', 'label'], ['index', 'label', 'folder']);
  const files = tableOf(images, ['path', 'label', 'source']);
  const named = rows.filter(([index, label]) => /^\d+$/.test(index ?? '') && label?.trim());
  const ordered = [...named].sort(([a], [b]) => Number(a) - Number(b));
  return {
    order: ordered.map(([, label]) => label!.trim()),
    classes: new Map(ordered.flatMap(([, label, folder]) => (folder ? [[folder, label!.trim()]] : []))),
    sources: new Map(files.flatMap(([path, , source]) => (path && source ? [[path, source]] : []))),
  };
}

/** The rows of a table that has exactly one of these headers; none otherwise. */
function tableOf(text: string | null, ...headers: string[][]): string[][] {
  if (text === null) return [];
  const { data } = Papa.parse<string[]>(text, { delimiter: ',', skipEmptyLines: true });
  const [header = [], ...rows] = data;
  return headers.some((one) => one.join() === header.join()) ? rows : [];
}
