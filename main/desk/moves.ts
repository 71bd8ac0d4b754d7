/**
 * @file Image files that were renamed or moved from outside, and folders that are somewhere else now: what was decided
 * about them is taken along, after a yes. Runs in main, with a window or without.
 */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { MovesPlan, MovesState } from '../contract/areas/moves';
import { PersonError } from '../contract/errors';
import type { ItemRow, ProjectChange } from '../contract/model';
import { Gathered } from '../images/gathered';
import type { Library } from '../images/library';
import { newId } from '../projects/document';
import { mentionedImages } from '../projects/mentioned';
import type { ProjectStore } from '../projects/store';
import { findMoved, type MovedImages } from './movedImages';
import { told } from '../../strings/words';

/** Looked anew at most so often while images are read, ms. */
const LOOK_MS = 1000;
/** So many of a folder's images are looked for where it is said to be. */
const TRIED = 200;

export class Moves {
  #plan: MovesPlan | null = null;
  #state: MovesState = { moved: 0, missing: [] };
  readonly #looking: Gathered;

  constructor(
    private readonly store: ProjectStore,
    private readonly library: Library,
    private readonly tell: (state: MovesState) => void,
  ) {
    this.#looking = new Gathered(LOOK_MS, () => this.#look());
  }

  get state(): MovesState {
    return this.#state;
  }

  /** Rows, their contents, or what was decided about them have changed. */
  changed(): void {
    this.#looking.mark();
  }

  close(): void {
    this.#looking.cancel();
  }

  /** The list that `apply` goes by, until the next one is asked for. */
  find(): MovesPlan {
    this.#plan = { id: newId(), ...this.#search() };
    return this.#plan;
  }

  /** @throws {PersonError} where the plan is not the last one that was made */
  async apply(id: string): Promise<ProjectChange> {
    const plan = this.#plan;
    if (plan?.id !== id || plan.moves.length === 0) throw new PersonError(told().desk.imagesChanged);
    this.#plan = null;
    const moves = plan.moves.map(({ from, to }) => ({ from, to }));
    const change = await this.store.apply({ name: 'moveItems', moves });
    this.library.remove(moves.map(({ from }) => from));
    this.changed();
    return change;
  }

  nameOf(folder: string): string {
    return path.basename(this.#folder(folder).path);
  }

  /**
   * The folder is at `chosen` now.
   * @throws {PersonError} where none of its images are there
   */
  async relink(folder: string, chosen: string): Promise<ProjectChange> {
    const { path: before } = this.#folder(folder);
    const known = this.library.items.rows.filter((row) => row.folder === folder && row.box === null);
    if (known.length > 0 && !(await holdsSome(chosen, known)))
      throw new PersonError(told().desk.anotherFolder(before, chosen, path.basename(before)));
    return this.store.apply({ name: 'setFolder', id: folder, changes: { path: chosen } });
  }

  #folder(id: string): { path: string } {
    const found = this.store.document.folders.find((folder) => folder.id === id);
    if (!found) throw new PersonError(told().desk.folderGone);
    return found;
  }

  #search(): MovedImages {
    const { items } = this.library;
    const several = this.store.document.folders.length > 1;
    return findMoved({
      rows: items.rows.filter((row) => row.box === null),
      hashOf: (index) => items.content(index),
      mentioned: mentionedImages(this.store.document),
      nameOf: (row) => (several ? items.absolute(row.index) : row.path),
    });
  }

  #look(): void {
    const { folders } = this.store.document;
    const { items, missing } = this.library;
    const rows = items.rows;
    const isAway = rows.some(({ state }) => state === 'gone');
    const state: MovesState = {
      moved: isAway ? this.#search().moves.length : 0,
      missing: folders
        .filter(({ id }) => missing.includes(id))
        .map(({ id, path: place }) => ({
          folder: id,
          path: place,
          images: rows.filter((row) => row.folder === id && row.box === null).length,
        })),
    };
    if (JSON.stringify(state) === JSON.stringify(this.#state)) return;
    this.#state = state;
    this.tell(state);
  }
}

/** Whether some of the images, from all over the list, are below the folder by their old names. */
async function holdsSome(folder: string, rows: readonly ItemRow[]): Promise<boolean> {
  const step = Math.max(1, Math.floor(rows.length / TRIED));
  const some = rows.filter((_row, i) => i % step === 0);
  const found = await Promise.all(
    some.map((row) =>
      fs.access(path.join(folder, row.path)).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.includes(true);
}
