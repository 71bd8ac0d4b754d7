/** @file Which rows stand for what the document says of items. Pure; runs in main. */
import { isExcluded } from '../contract/items';
import type { ItemRow, ProjectDocument } from '../contract/model';
import type { Items } from '../images/items';
import { folderOf, imageOf } from '../projects/document';

/** Whether an item counts: neither excluded, nor of a folder that is only classified, nor a box that is no more. */
export function takesPart(document: ProjectDocument): (item: string) => boolean {
  const results = new Set(document.folders.filter((f) => f.purpose === 'classify').map((f) => f.id));
  const anyExcluded = Object.keys(document.excluded).length > 0;
  // Asked of 50,000 items in main, which must not stand still: what no item is, is not asked of each.
  return (item) => {
    const image = imageOf(document, item);
    if (image === null || (results.size > 0 && results.has(folderOf(image)))) return false;
    return !anyExcluded || !isExcluded(document, item);
  };
}

/** Rows of excluded images, of the boxes in them, and of excluded boxes. */
export function rowsKeptOut(
  document: Pick<ProjectDocument, 'excluded' | 'boxes'>,
  items: Pick<Items, 'indexOf'>,
): number[] {
  const excluded = Object.keys(document.excluded);
  if (excluded.length === 0) return [];
  const boxes = Object.keys(document.boxes).map((id) => `box:${id}`);
  return [...excluded, ...boxes.filter((item) => isExcluded(document, item))].flatMap(
    (item) => items.indexOf(item) ?? [],
  );
}

/** Rows of the blind check that have no label yet: nothing may tell what they are likely to be. */
export function blindRows(
  { labels, roles }: Pick<ProjectDocument, 'labels' | 'roles'>,
  items: Pick<Items, 'indexOf'>,
): number[] {
  const blind = Object.keys(roles).filter((item) => labels[item] === undefined);
  return blind.flatMap((item) => items.indexOf(item) ?? []);
}

/** Items that a label would teach something: read, neither labelled nor excluded nor kept for the check. */
export function unlabelled(document: ProjectDocument, rows: readonly ItemRow[]): ItemRow[] {
  const { labels, roles } = document;
  const counts = takesPart(document);
  return rows.filter(
    ({ id, state }) => state === 'ready' && labels[id] === undefined && roles[id] !== 'check' && counts(id),
  );
}
