/** @file Rows of images that are not there: shown as such where something was decided about them. Runs in main. */
import path from 'node:path';
import type { ImageFolder, ItemRow } from '../contract/model';
import { absence, absentImages } from './absent';
import { rootOf } from './arrivals';
import type { Items } from './items';
import type { Reader } from './reader';
import type { ScanIndex } from './scanIndex';

export interface AbsentRowParts {
  items: Items;
  reader: Reader;
  index: Pick<ScanIndex, 'entries'>;
}

export interface AbsentRowsLook {
  folders: readonly ImageFolder[];
  /** Ids of folders that were not found. */
  missing: readonly string[];
  /** Keys of images that something was decided about. */
  mentioned: ReadonlySet<string>;
  /** Whether nothing was looked for before. */
  isFirst: boolean;
}

export const isAway = ({ state }: ItemRow): boolean => state === 'gone' || state === 'removed';

export class AbsentRows {
  constructor(private readonly parts: AbsentRowParts) {}

  /** Images that are known and not there become rows as well, or go where their folder was said to be elsewhere. */
  async show(look: AbsentRowsLook): Promise<void> {
    const { items, reader } = this.parts;
    const shown = [...this.#lost(look), ...this.#added(look)];
    for (const folder of look.folders) {
      const rows = shown.filter((row) => items.row(row).folder === folder.id);
      if (rows.length === 0) continue;
      if (look.missing.includes(folder.id)) await reader.away(rows, absence(folder, true));
      else reader.gone(rows, absence(folder, false));
    }
  }

  /** @param only what is not among these was shown for a moment, from the last time, and is listed no longer */
  forget(keys: readonly string[], only: ReadonlySet<string> | null): void {
    const { items, reader } = this.parts;
    const rows = keys.flatMap((key) => items.indexOf(key) ?? []);
    const there = rows.filter((row) => !isAway(items.row(row)));
    const stays = (row: number): boolean => only === null || only.has(items.row(row).id);
    const [gone, removed] = [there.filter(stays), there.filter((row) => !stays(row))];
    if (gone.length > 0) reader.gone(gone, absence(undefined, false));
    if (removed.length > 0) reader.remove(removed);
  }

  /** Something is decided about these images: where they are not there, they are shown as such. */
  showAgain(keys: readonly string[]): void {
    const { items } = this.parts;
    for (const key of keys) {
      const row = items.indexOf(key);
      const { state, box } = row === null ? { state: null, box: null } : items.row(row);
      if (row !== null && state === 'removed' && box === null) items.listed(row, absence(undefined, false));
    }
  }

  /** Rows that were there until now, in folders that are not. */
  #lost({ folders, missing, isFirst }: AbsentRowsLook): number[] {
    const { items } = this.parts;
    const isElsewhere = ({ index, folder, path: name }: ItemRow): boolean =>
      items.absolute(index) !== path.join(rootOf(folders, folder), name);
    return items.rows
      .filter((row) => missing.includes(row.folder) && !isAway(row) && (isFirst || isElsewhere(row)))
      .map((row) => row.index);
  }

  #added({ folders, missing, mentioned }: AbsentRowsLook): number[] {
    const { items, index } = this.parts;
    const isShown = (key: string): boolean => items.indexOf(key) !== null;
    const absent = absentImages({ entries: index.entries, folders, missing, mentioned, isShown });
    return absent.map((entry) => items.add(entry, rootOf(folders, entry.folder)));
  }
}
