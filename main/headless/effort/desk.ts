/**
 * @file The window as the bench's annotator has it: lists, guesses and places made by the window's own logic from what the
 * engine says, and commands as the window sends them. What the images show is not known here. Runs in main.
 */
import type { Command, GuessTable } from '../../contract/model';
import type { Session } from '../../desk/session';
import { guessAt, type Guess } from '../../../renderer/logic/guesses';
import { LabelTable } from '../../../renderer/logic/labels';
import { isUnlabelled } from '../../../renderer/logic/filterTests';
import type { Filter } from '../../../renderer/logic/filter';
import { makeList } from '../../../renderer/logic/list';
import { RowTable } from '../../../renderer/logic/rowTable';
import type { SortName } from '../../../renderer/logic/sorts';
import type { Tables } from '../../../renderer/logic/tables';
import { shapeOf } from '../../../renderer/logic/shape';
import type { HeadlessStudio } from '../studio';

/** The grid of a window of 1280 × 800, as it opens, and its cells. */
const GRID = { width: 704, height: 654, cell: 160 };

export class WindowDesk {
  readonly #labels = new LabelTable();
  readonly #rows = new RowTable();
  #guesses: GuessTable | null = null;
  #alike: Uint32Array | null = null;
  readonly #shape = shapeOf(GRID.width, GRID.height, GRID.cell, false);

  private constructor(
    private readonly studio: HeadlessStudio,
    private readonly session: Session,
  ) {}

  /** Without labels, whatever was labelled before. */
  static async clean(studio: HeadlessStudio, session: Session): Promise<WindowDesk> {
    for (const { id } of session.store.document.classes) await session.apply({ name: 'deleteClass', id });
    const desk = new WindowDesk(studio, session);
    await desk.#look();
    return desk;
  }

  /** Images on the screen. */
  get page(): number {
    return this.#shape.columns * this.#shape.rowsPerPage;
  }

  get rows(): number {
    return this.session.library.items.count;
  }

  list(filter: Filter, by: SortName): number[] {
    const order = this.session.store.document.classes.map(({ id }) => id);
    return [...makeList(this.#tables, filter, { by, reversed: false }, order)];
  }

  /** As choosing that order does. */
  async arrange(): Promise<void> {
    this.#alike = await this.session.searches.alike();
  }

  isUnlabelled(row: number): boolean {
    return isUnlabelled(this.#tables, row);
  }

  guess(row: number): Guess | null {
    return guessAt(this.#guesses, row);
  }

  /** Class id of a row's label. */
  label(row: number): string | null {
    return this.#labels.classAt(row);
  }

  async addClass(id: string, name: string, kind: 'class' | 'background'): Promise<void> {
    const colour = this.session.store.document.classes.length % 64;
    await this.#apply({ name: 'addClass', class: { id, name, colour, key: null, kind } });
  }

  async labelAs(rows: readonly number[], id: string): Promise<void> {
    await this.#apply({ name: 'label', items: rows.map(this.#id), class: id, how: 'hand' });
  }

  /** Each row's own guess, as Enter does. */
  async accept(rows: readonly number[]): Promise<void> {
    const byClass = new Map<string, string[]>();
    for (const row of rows) {
      const guess = this.isUnlabelled(row) ? this.guess(row) : null;
      if (guess) byClass.set(guess.class, [...(byClass.get(guess.class) ?? []), this.#id(row)]);
    }
    const labels = [...byClass].map(([id, items]) => ({ class: id, items }));
    if (labels.length > 0) await this.#apply({ name: 'labelMany', how: 'bulk', labels });
  }

  async #apply(command: Command): Promise<void> {
    await this.session.apply(command);
    await this.#look();
  }

  async #look(): Promise<void> {
    this.#guesses = (await this.studio.settled(this.session)).guesses;
    const { library, store } = this.session;
    const { rows } = library.items;
    this.#labels.rebuild(rows, store.document);
    this.#rows.take(rows, rows.keys(), store.document);
  }

  get #tables(): Tables {
    const { rows: items } = this.session.library.items;
    const [guesses, alike] = [this.#guesses, this.#alike];
    return { items, rows: this.#rows, labels: this.#labels, guesses, alike, lastOpening: NaN };
  }

  readonly #id = (row: number): string => this.session.library.items.row(row).id;
}
