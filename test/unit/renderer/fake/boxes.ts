/** @file Rows for the boxes of the fake project's document. */
import type { ItemRow, ProjectDocument } from '../../../../main/contract/model';

/** Rows that are not as the document has them: new ones last, deleted ones removed. */
export function boxRows(document: ProjectDocument, items: readonly ItemRow[]): ItemRow[] {
  const changed: ItemRow[] = [];
  let next = items.length;
  for (const [id, { image, box }] of Object.entries(document.boxes)) {
    const of = items.find((item) => item.id === image);
    const before = items.find((item) => item.id === `box:${id}`);
    const same = before && before.state === 'ready' && JSON.stringify(before.box) === JSON.stringify(box);
    if (!of || same) continue;
    const index = before?.index ?? next++;
    changed.push({ ...of, index, id: `box:${id}`, token: `${of.token}b${index}`, box, image: of.index });
  }
  for (const item of items) {
    const gone = item.box !== null && item.state !== 'removed' && !document.boxes[item.id.slice(4)];
    if (gone) changed.push({ ...item, state: 'removed' });
  }
  return changed;
}
