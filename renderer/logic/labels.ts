/**
 * @file The labels and exclusions of all rows as typed arrays, so that a cell looks its own up by index and counting
 * is one pass. Classes get a small number ('slot') when they are first seen and keep it as long as the project is open.
 */
import type { ClassInfo, DocumentPatch, ItemRow, LabelHow, ProjectDocument } from '../../main/contract/model';

export const NONE = -1;

/** How a label came to be, by the number that `LabelTable.hows` holds; 0 is no label. */
export const HOWS: readonly (LabelHow | null)[] = [null, 'hand', 'accepted', 'bulk', 'imported', 'folder'];
const BY_HAND = 1;

export function indexClasses(classes: readonly ClassInfo[]): ReadonlyMap<string, ClassInfo> {
  return new Map(classes.map((info) => [info.id, info]));
}

export class LabelTable {
  /** [rows] slot of the class that the row is labelled with, or NONE. */
  slots = new Int16Array(0);
  /** [rows] 1 where the row's image was taken out. */
  excluded = new Uint8Array(0);
  /** [rows] how the row was labelled, an index into HOWS. */
  hows = new Uint8Array(0);
  /** [rows] 1 where the item is for checking and teaches nothing. */
  checks = new Uint8Array(0);
  readonly #slotByClass = new Map<string, number>();
  readonly #classBySlot: string[] = [];
  readonly #rowByItem = new Map<string, number>();
  /** Rows whose label is shown but not yet in the document → number of the latest paint. */
  readonly #painted = new Map<number, number>();
  #paints = 0;

  slotOf(classId: string): number {
    const known = this.#slotByClass.get(classId);
    if (known !== undefined) return known;
    this.#slotByClass.set(classId, this.#classBySlot.length);
    return this.#classBySlot.push(classId) - 1;
  }

  classAt(row: number): string | null {
    return this.#classBySlot[this.slots[row] ?? NONE] ?? null;
  }

  /** Classes that have a slot; `slots` holds no number beyond. */
  get classCount(): number {
    return this.#classBySlot.length;
  }

  classOfSlot(slot: number): string | undefined {
    return this.#classBySlot[slot];
  }

  rowOf(item: string): number | undefined {
    return this.#rowByItem.get(item);
  }

  /** Shows a label before the document has it; answers a number to settle it by. */
  paint(rows: readonly number[], classId: string | null): number {
    const slot = classId === null ? NONE : this.slotOf(classId);
    const paint = ++this.#paints;
    for (const row of rows) {
      this.slots[row] = slot;
      this.hows[row] = slot === NONE ? 0 : BY_HAND;
      this.#painted.set(row, paint);
    }
    return paint;
  }

  /** Brings the document's labels back, except where a later paint of a row is still under way. */
  settle(rows: readonly number[], paint: number, items: readonly ItemRow[], document: ProjectDocument): void {
    for (const row of rows) {
      const item = items[row];
      if (!item || this.#painted.get(row) !== paint) continue;
      this.#painted.delete(row);
      this.refresh(row, item, document);
    }
  }

  /** Takes a row over from the document, unless a label of it is painted. */
  refresh(row: number, item: ItemRow, document: ProjectDocument): void {
    this.excluded[row] = document.excluded[item.id] ? 1 : 0;
    this.checks[row] = document.roles[item.id] === 'check' ? 1 : 0;
    if (this.#painted.has(row)) return;
    const label = document.labels[item.id];
    this.slots[row] = label ? this.slotOf(label.class) : NONE;
    this.hows[row] = label ? HOWS.indexOf(label.how) : 0;
  }

  rebuild(items: readonly ItemRow[], document: ProjectDocument): void {
    this.#rowByItem.clear();
    this.grow(items, 0, document);
  }

  /** Takes over rows from `first` on; those before stay as they are. */
  grow(items: readonly ItemRow[], first: number, document: ProjectDocument): void {
    const { slots, hows, excluded, checks } = this;
    this.slots = new Int16Array(items.length).fill(NONE);
    this.slots.set(slots.subarray(0, items.length));
    this.hows = new Uint8Array(items.length);
    this.hows.set(hows.subarray(0, items.length));
    this.excluded = new Uint8Array(items.length);
    this.excluded.set(excluded.subarray(0, items.length));
    this.checks = new Uint8Array(items.length);
    this.checks.set(checks.subarray(0, items.length));
    for (let row = first; row < items.length; row++) {
      const item = items[row];
      if (!item) continue;
      this.#rowByItem.set(item.id, row);
      this.refresh(row, item, document);
    }
  }

  /** Follows a change of the document; cheap when the patches name single items, which is what labelling makes. */
  follow(patches: readonly DocumentPatch[], items: readonly ItemRow[], document: ProjectDocument): void {
    for (const { path } of patches) {
      const [part, id] = path;
      if (part !== 'labels' && part !== 'excluded' && part !== 'roles') continue;
      if (path.length < 2) return this.rebuild(items, document);
      const row = this.#rowByItem.get(String(id));
      const item = row === undefined ? undefined : items[row];
      if (row !== undefined && item) this.refresh(row, item, document);
    }
  }
}
