/**
 * @file The window's copy of the open project: the document, rows, guesses, estimate and progress as main last told
 * them. Rows and labels are plain arrays; `#tick` says that they changed, and `#counted` says so once more after the
 * change has been painted: what passes over all rows waits for that.
 */
import type { BackboneShown } from '../../main/contract/areas/backbones';
import type {
  Estimate,
  GuessTable,
  ItemRow,
  Progress,
  ProjectChange,
  ProjectDocument,
  ProjectSnapshot,
  SaveState,
} from '../../main/contract/model';
import { untrack } from 'svelte';
import { applyPatches } from '../../main/projects/patches';
import { hideBlind, isBlind } from '../logic/blind';
import { guessedClass } from '../logic/guesses';
import { indexClasses, LabelTable } from '../logic/labels';
import { REMOVED, RowTable } from '../logic/rowTable';
import type { Tables } from '../logic/tables';
import { tally } from '../logic/tally';
import { AfterPaint } from './afterPaint';

/** What new rows mean for a list. */
export interface RowsChange {
  /** Rows that were not there, or are there again. */
  added: number[];
  /** Deleted boxes. */
  removed: number[];
}

export class ProjectState {
  readonly path: string;
  readonly readOnly: string | null;
  /** Those that are installed. */
  backbones = $state.raw<readonly BackboneShown[]>([]);
  readonly labels = new LabelTable();
  readonly #rows = new RowTable();
  readonly #lastOpening: number;
  #items: ItemRow[];
  #tick = $state(0);
  #counted = $state(0);
  readonly #count = new AfterPaint(() => this.#counted++);
  #guesses = $state.raw<GuessTable | null>(null);
  #alike = $state.raw<Uint32Array | null>(null);
  #document: ProjectDocument;
  #revision = $state(0);
  #undo = $state<string | null>(null);
  #redo = $state<string | null>(null);

  estimate = $state.raw<Estimate | null>(null);
  progress: Progress;
  save: SaveState;

  /** @param lastOpening when the project was opened the time before, ms since 1970; NaN for the first time */
  constructor(snapshot: ProjectSnapshot, lastOpening = NaN) {
    this.path = snapshot.path;
    this.readOnly = snapshot.readOnly;
    this.backbones = snapshot.backbones;
    this.#items = [...snapshot.items];
    this.#document = $state.raw(snapshot.document);
    this.#revision = snapshot.revision;
    this.#undo = snapshot.undo;
    this.#redo = snapshot.redo;
    this.progress = $state.raw(snapshot.progress);
    this.save = $state.raw(snapshot.save);
    this.#guesses = snapshot.guesses;
    this.#lastOpening = lastOpening;
    this.estimate = snapshot.estimate;
    this.labels.rebuild(this.#items, this.#document);
    hideBlind(this.#guesses, this.labels);
    this.#rows.take(this.#items, this.#items.keys(), this.#document);
  }

  readonly tally = $derived.by(() => tally(this.countedTables));
  readonly classById = $derived(indexClasses(this.document.classes));

  get document(): ProjectDocument {
    return this.#document;
  }

  get items(): readonly ItemRow[] {
    void this.#tick;
    return this.#items;
  }

  get tables(): Tables {
    void this.#tick;
    return this.#tables();
  }

  /** The same, for counts over all rows: whoever reads them hears of a change once it is painted. */
  get countedTables(): Tables {
    void this.#counted;
    return untrack(() => this.#tables());
  }

  get guesses(): GuessTable | null {
    return this.#guesses;
  }

  set guesses(guesses: GuessTable | null) {
    hideBlind(guesses, this.labels);
    this.#guesses = guesses;
    this.#count.ask();
  }

  /** Rows as they were last arranged by likeness; null before that was asked for. */
  get alike(): Uint32Array | null {
    return this.#alike;
  }

  set alike(rows: Uint32Array | null) {
    this.#alike = rows;
  }

  /** Counts up with every change of rows or labels. */
  get version(): number {
    return this.#tick;
  }

  /** Class id of the row's label, painted ones included; null where there is none. */
  classOf(row: number): string | null {
    void this.#tick;
    return this.labels.classAt(row);
  }

  /** Class id of the row's best guess; null where there is none. */
  guessOf(row: number): string | null {
    return guessedClass(this.#guesses, row);
  }

  isExcluded(row: number): boolean {
    void this.#tick;
    return this.labels.excluded[row] === 1;
  }

  /** Whether the row's guess stays hidden: it belongs to the check and has no label yet. */
  isBlind(row: number): boolean {
    void this.#tick;
    return isBlind(this.labels, row);
  }

  rowOf(item: string): number | undefined {
    return this.labels.rowOf(item);
  }

  get revision(): number {
    return this.#revision;
  }

  /** What undo would do, in words; null when there is nothing. */
  get undo(): string | null {
    return this.#undo;
  }

  get redo(): string | null {
    return this.#redo;
  }

  /** False when changes in between are missing: the copy can then only be replaced by a new snapshot. */
  follow(change: ProjectChange): boolean {
    if (change.revision <= this.#revision) return true;
    if (change.revision > this.#revision + 1) return false;
    // In place, as main does (see its note on patches); the new outer object is what tells the views.
    applyPatches(this.#document, change.patches);
    this.#document = { ...this.#document };
    this.#revision = change.revision;
    this.#undo = change.undo;
    this.#redo = change.redo;
    this.labels.follow(change.patches, this.#items, this.#document);
    hideBlind(this.#guesses, this.labels);
    this.#rows.follow(change.patches, this.#document);
    this.#changed();
    return true;
  }

  /** Takes new and changed rows. */
  takeRows(rows: readonly ItemRow[]): RowsChange {
    const before = this.#items.length;
    const gone = rows.filter(({ index }) => this.#rows.states[index] === REMOVED).map(({ index }) => index);
    for (const row of rows) this.#items[row.index] = row;
    if (this.#items.length > before) this.labels.grow(this.#items, before, this.#document);
    this.#rows.take(
      this.#items,
      rows.map(({ index }) => index),
      this.#document,
    );
    this.#changed();
    const is = (row: number) => this.#rows.states[row] !== REMOVED;
    return {
      added: rows
        .map(({ index }) => index)
        .filter((index) => is(index) && (index >= before || gone.includes(index))),
      removed: rows.map(({ index }) => index).filter((index) => !is(index)),
    };
  }

  /** Takes over which rows show the same as another one. */
  takeDuplicates(rows: Iterable<number>): void {
    this.#rows.takeDuplicates(rows);
    this.#changed();
  }

  /** Shows labels before main has them; the answered function shows what main made of it. */
  paint(rows: readonly number[], classId: string | null): () => void {
    const paint = this.labels.paint(rows, classId);
    this.#changed();
    return () => {
      this.labels.settle(rows, paint, this.#items, this.#document);
      hideBlind(this.#guesses, this.labels);
      this.#changed();
    };
  }

  #changed(): void {
    this.#tick++;
    this.#count.ask();
  }

  #tables(): Tables {
    return {
      items: this.#items,
      rows: this.#rows,
      labels: this.labels,
      guesses: this.#guesses,
      alike: this.#alike,
      lastOpening: this.#lastOpening,
    };
  }
}
