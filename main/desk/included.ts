/**
 * @file What is excluded is not read for the engine's sake: a purge may have taken its embedding, and it takes no part. What takes
 * part again is read then. Runs in main, with a window or without.
 */
import { isExcluded } from '../contract/items';
import type { ProjectChange } from '../contract/model';
import type { Library } from '../images/library';
import type { ProjectStore } from '../projects/store';

export class Included {
  constructor(
    private readonly store: Pick<ProjectStore, 'document'>,
    private readonly library: Pick<Library, 'items' | 'reader'>,
  ) {
    library.reader.spares = (row) => isExcluded(store.document, library.items.row(row).id);
  }

  /** Has images, boxes in them, and boxes read that were excluded before this change. */
  async follow({ patches }: ProjectChange): Promise<void> {
    const back = new Set(
      patches
        .filter(({ op, path }) => path[0] === 'excluded' && op === 'remove')
        .map(({ path }) => String(path[1])),
    );
    if (back.size === 0) return;
    const { items, reader } = this.library;
    const { boxes } = this.store.document;
    const inside = Object.keys(boxes).filter((id) => back.has(boxes[id]!.image));
    const rows = [...back, ...inside.map((id) => `box:${id}`)].flatMap((id) => items.indexOf(id) ?? []);
    const there = rows.filter((row) => items.row(row).state === 'ready');
    if (there.length > 0) await reader.read(there);
  }
}
