/** @file Has boxes read that are new or changed, and lets go of those that are not there. Runs in main. */
import { absence } from './absent';
import { BoxRows, type PlacedBoxes } from './boxRows';
import type { Items } from './items';
import type { Reader } from './reader';

export interface BoxReadingParts {
  items: Items;
  reader: Reader;
  /** Ids of folders that were not found. */
  missing: () => readonly string[];
}

export class BoxReading {
  readonly #rows: BoxRows;
  #boxes: PlacedBoxes = {};

  constructor(private readonly parts: BoxReadingParts) {
    this.#rows = new BoxRows(parts.items);
  }

  /** The project's boxes are these from now on; without any, their images may have changed. */
  async follow(boxes: PlacedBoxes = this.#boxes): Promise<void> {
    const { reader } = this.parts;
    this.#boxes = boxes;
    const { toRead, gone, removed } = this.#rows.follow(boxes);
    await this.#gone(gone);
    if (removed.length > 0) reader.remove(removed);
    if (toRead.length > 0) await reader.read(toRead);
  }

  /** They fare as their images do. */
  async #gone(rows: readonly number[]): Promise<void> {
    const { items, reader, missing } = this.parts;
    const isMissing = (row: number): boolean => missing().includes(items.row(row).folder);
    const [away, gone] = [rows.filter(isMissing), rows.filter((row) => !isMissing(row))];
    const reason = absence(undefined, false);
    if (gone.length > 0) reader.gone(gone, reason);
    const [first] = away;
    const image = first === undefined ? null : items.row(items.row(first).image);
    if (image) await reader.away(away, image.failure?.reason ?? reason);
  }
}
