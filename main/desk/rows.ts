/** @file Which rows stand for what the document says of items. Pure; runs in main. */
import { isExcluded } from '../contract/items';
import type { ItemRow, ProjectDocument } from '../contract/model';
import type { Items } from '../images/items';

type Document = Pick<ProjectDocument, 'excluded' | 'boxes'>;

/** Rows of excluded images, of the boxes in them, and of excluded boxes. */
export function rowsKeptOut(document: Document, items: Pick<Items, 'indexOf'>): number[] {
  const excluded = Object.keys(document.excluded);
  if (excluded.length === 0) return [];
  const boxes = Object.keys(document.boxes).map((id) => `box:${id}`);
  return [...excluded, ...boxes.filter((item) => isExcluded(document, item))].flatMap(
    (item) => items.indexOf(item) ?? [],
  );
}

/** Items that a label would teach something: read, neither labelled nor excluded nor kept for the check. */
export function unlabelled(
  document: Document & Pick<ProjectDocument, 'labels' | 'roles'>,
  rows: readonly ItemRow[],
): ItemRow[] {
  return rows.filter(
    ({ id, state }) =>
      state === 'ready' &&
      document.labels[id] === undefined &&
      document.roles[id] !== 'check' &&
      !isExcluded(document, id),
  );
}
