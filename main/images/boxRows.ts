/**
 * @file Keeps the rows of boxes in step with the boxes that the person drew and with the images that they lie in. Runs in
 * main.
 */
import type { Box } from '../contract/model';
import type { Items } from './items';

export type PlacedBoxes = Readonly<Record<string, { image: string; box: Box }>>;

/** What has become of rows since the last look. */
export interface BoxChanges {
  /** New, changed or back: to be read, unless they have an embedding. */
  toRead: number[];
  /** Their image is not there. */
  gone: number[];
  removed: number[];
}

interface Shown {
  placed: PlacedBoxes[string];
  /** The image's file as it was, or null where it is not there. */
  file: string | null;
}

export class BoxRows {
  /** By id of the box: what its row shows. Removed ones are not among them. */
  readonly #shown = new Map<string, Shown>();

  constructor(private readonly items: Items) {}

  /** Brings the rows up to date. Boxes whose image was never found have none: they wait for it. */
  follow(boxes: PlacedBoxes): BoxChanges {
    const changes: BoxChanges = { toRead: [], gone: [], removed: [] };
    for (const id of [...this.#shown.keys()]) if (!Object.hasOwn(boxes, id)) this.#remove(id, changes);
    for (const id in boxes) this.#renew(id, boxes[id]!, changes);
    return changes;
  }

  #remove(id: string, { removed }: BoxChanges): void {
    this.#shown.delete(id);
    const index = this.items.indexOf(itemOf(id));
    if (index !== null) removed.push(index);
  }

  #renew(id: string, placed: PlacedBoxes[string], changes: BoxChanges): void {
    const before = this.#shown.get(id);
    const image = this.items.indexOf(placed.image);
    const file = image === null ? null : this.#fileOf(image);
    if (before && isSame(before.placed, placed) && before.file === file) return;
    const known = this.items.indexOf(itemOf(id));
    if (image !== null && file !== null)
      changes.toRead.push(this.items.addBox(itemOf(id), image, placed.box));
    else if (known !== null) changes.gone.push(known);
    else if (image !== null) changes.gone.push(this.items.addBox(itemOf(id), image, placed.box));
    else return;
    this.#shown.set(id, { placed, file });
  }

  #fileOf(image: number): string | null {
    const { path, size, mtimeMs } = this.items.file(image);
    return ['gone', 'removed'].includes(this.items.row(image).state)
      ? null
      : `${image} ${size} ${mtimeMs} ${path}`;
  }
}

function isSame(one: PlacedBoxes[string], other: PlacedBoxes[string]): boolean {
  const [a, b] = [one.box, other.box];
  const placed = one.image === other.image && a.x === b.x && a.y === b.y;
  return placed && a.width === b.width && a.height === b.height;
}

const itemOf = (id: string): string => `box:${id}`;
