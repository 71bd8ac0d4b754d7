/**
 * @file 'Are the subfolders classes or places?': the question with its evidence, and what is recommended. A rule, in
 * this order:
 *  1. More than 50 subfolders with fewer than 5 images each on average are neither: a project has 2 to 50 classes.
 *  2. Names that are dates or numbers, or a word with a number ('site 3', 'cam07', '100CANON'), are places: half of them
 *     or more.
 *  3. Names that come again below another folder ('north/day', 'south/day') are places: half of them or more.
 *  4. Anything else are classes.
 * Pure. Runs in main.
 */
import path from 'node:path';
import type { FolderQuestion } from '../contract/exchange';
import type { ItemRow, ProjectDocument } from '../contract/model';
import { boxOf } from '../projects/document';
import { folderClass } from './read/folderNames';

/** Subfolders that are named; all are counted. */
const SHOWN = 12;
const MANY = 50;
const FEW_IMAGES = 5;

/** The question about the first folder that was not asked about; null where there is none to ask. */
export function folderQuestion(
  { folders }: Pick<ProjectDocument, 'folders'>,
  rows: readonly Pick<ItemRow, 'id' | 'folder' | 'path'>[],
): FolderQuestion | null {
  for (const { id, path: place, subfolders, purpose } of folders) {
    if (subfolders !== 'unasked' || purpose !== 'label') continue;
    const counts = countsOf(rows.filter((row) => row.folder === id && boxOf(row.id) === null));
    if (counts.size < 2) continue;
    const all = [...counts].map(([name, images]) => ({ name, images }));
    const shown = [...all].sort((a, b) => b.images - a.images || (a.name < b.name ? -1 : 1)).slice(0, SHOWN);
    return { folder: id, name: path.basename(place), subfolders: all.length, shown, ...recommend(all) };
  }
  return null;
}

function countsOf(rows: readonly Pick<ItemRow, 'path'>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const name = folderClass(row.path);
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

type Recommendation = Pick<FolderQuestion, 'recommended' | 'because'>;

function recommend(folders: readonly { name: string; images: number }[]): Recommendation {
  const images = folders.reduce((sum, folder) => sum + folder.images, 0);
  if (folders.length > MANY && images / folders.length < FEW_IMAGES)
    return { recommended: 'plain', because: 'many' };
  const names = folders.map(({ name }) => name.slice(name.lastIndexOf('/') + 1));
  const half = (count: number): boolean => 2 * count >= folders.length;
  if (half(names.filter(isDate).length)) return { recommended: 'places', because: 'dates' };
  if (half(names.filter(isNumbered).length)) return { recommended: 'places', because: 'numbers' };
  const repeated = names.filter((name, i) => names.indexOf(name) !== i || names.lastIndexOf(name) !== i);
  if (half(repeated.length)) return { recommended: 'places', because: 'repeated' };
  return { recommended: 'classes', because: 'words' };
}

/** '2026-05-31', '31.5.2026', '20260531', '2026_05', 'May 2026'. */
const isDate = (name: string): boolean =>
  /(?:19|20)\d\d[-_. ]?(?:0[1-9]|1[0-2])(?:[-_. ]?[0-3]\d)?(?!\d)/.test(name) ||
  /\d{1,2}[-_. ]\d{1,2}[-_. ](?:19|20)?\d\d(?!\d)/.test(name) ||
  /^[A-Za-z]{3,9}[-_. ]?(?:19|20)\d\d$/.test(name);

/** '12', 'A7', 'site 3', 'cam_07', '100CANON': a number, with one word at most. */
const isNumbered = (name: string): boolean => /^\p{L}*[-_. ]?\d+$|^\d{3}[A-Z_]{4,5}$/u.test(name);
