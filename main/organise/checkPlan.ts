/**
 * @file What can be drawn for a blind check, how many to draw, and how sure the result would be. Pure; runs in main and
 * in the window.
 */
import { isBox, isExcluded } from '../contract/items';
import type { ItemRow, ProjectDocument } from '../contract/model';

type Document = Readonly<Pick<ProjectDocument, 'boxes' | 'excluded' | 'folders' | 'labels' | 'roles'>>;
type Row = Pick<ItemRow, 'id' | 'folder' | 'state'>;

/** Whether boxes are what the project labels: then the check is one of boxes. */
export function labelsBoxes({ boxes, labels }: Document): boolean {
  if (Object.keys(boxes).length === 0) return false;
  let balance = 0;
  for (const item in labels) balance += isBox(item) ? 1 : -1;
  return balance > 0;
}

/** What a check is drawn from: items of the folders to label that have an embedding, no label, and take part. */
export function checkPool<R extends Row>(document: Document, rows: readonly R[]): R[] {
  const boxes = labelsBoxes(document);
  const folders = new Set(document.folders.filter((f) => f.purpose === 'label').map((f) => f.id));
  return rows.filter(
    ({ id, folder, state }) =>
      state === 'ready' &&
      isBox(id) === boxes &&
      folders.has(folder) &&
      document.labels[id] === undefined &&
      document.roles[id] === undefined &&
      !isExcluded(document, id),
  );
}

const Z95 = 1.959964;

/** Wilson's interval for a share of `right` in `n`, 95 %, as fractions (Wilson 1927); n > 0. */
export function wilson(right: number, n: number): [low: number, high: number] {
  const z2 = Z95 * Z95;
  const middle = (right + z2 / 2) / (n + z2);
  const half = (Z95 / (n + z2)) * Math.sqrt((right * (n - right)) / n + z2 / 4);
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

/** What is supposed of the accuracy where nothing is known yet: the interval is widest at a half, narrower above. */
const SUPPOSED = 0.85;

/** How far the 95 % interval of a check of n will reach to either side, in points; about 7 with 100. */
export function expectedPoints(n: number): number {
  const [low, high] = wilson(SUPPOSED * n, n);
  return Math.round(((high - low) / 2) * 100);
}

/** What can be chosen; the last is all there is where that is less. */
export const CHECK_SIZES: readonly number[] = [25, 50, 100, 200, 400];
const USUAL = 100;

/** Below so many a share says next to nothing: its interval reaches over a third of the whole scale and more. */
export const FEWEST = 20;

/** 100, which tells accuracy to about ±7 points; half of what there is where that is less, but enough to say anything. */
export function usualSize(pool: number): number {
  return Math.min(pool, USUAL, Math.max(FEWEST, Math.ceil(pool / 2)));
}
