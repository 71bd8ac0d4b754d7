/**
 * @file The window as the bench's annotator has it: lists, guesses and places made by the window's own logic from what the
 * engine says, and commands as the window sends them. What the images show is not known here. Runs in main.
 */
import type { Command, GuessTable } from '../../contract/model';
import type { Session } from '../../desk/session';
import { guessAt, type Guess } from '../../../renderer/logic/guesses';
import { LabelTable } from '../../../renderer/logic/labels';
import { isUnlabelled, makeList, type Scope, type Sort, type Tables } from '../../../renderer/logic/list';
import { shapeOf } from '../../../renderer/logic/shape';
import type { HeadlessStudio } from '../studio';

/** The grid of a window of 1280 × 800, as it opens, and its cells. */
const GRID = { width: 704, height: 654, cell: 160 };

export class WindowDesk {
  readonly #labels = new LabelTable();
  #guesses: GuessTable | null = null;
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

  get columns(): number {
    return this.#shape.columns;
  }

  /** Images on the screen. */
  get page(): number {
    return this.#shape.columns * this.#shape.rowsPerPage;
  }

  get rows(): number {
    return this.session.library.items.count;
  }

  /** Whether percentages are shown, without which there are no thresholds. */
  get showsPercentages(): boolean {
    return this.#guesses !== null && this.#guesses.scale !== null;
  }

  list(scope: Scope, sort: Sort): number[] {
    const order = this.session.store.document.classes.map(({ id }) => id);
    return [...makeList(this.#tables, scope, sort, order)];
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
    this.#labels.rebuild(this.session.library.items.rows, this.session.store.document);
  }

  get #tables(): Tables {
    return { items: this.session.library.items.rows, labels: this.#labels, guesses: this.#guesses };
  }

  readonly #id = (row: number): string => this.session.library.items.row(row).id;
}
