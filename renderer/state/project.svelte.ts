/**
 * @file The window's copy of the open project: the document, rows, guesses, estimate and progress as main last told
 * them. Rows and labels are plain arrays; `#tick` says that they changed.
 */
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
import { applyPatches } from '../../main/projects/patches';
import { indexClasses, LabelTable } from '../logic/labels';
import type { Tables } from '../logic/list';
import { tally } from '../logic/tally';

export class ProjectState {
  readonly path: string;
  readonly readOnly: string | null;
  readonly labels = new LabelTable();
  #items: ItemRow[];
  #tick = $state(0);
  #document: ProjectDocument;
  #revision: number;
  #undo = $state<string | null>(null);
  #redo = $state<string | null>(null);

  guesses = $state.raw<GuessTable | null>(null);
  estimate = $state.raw<Estimate | null>(null);
  progress: Progress;
  save: SaveState;

  constructor(snapshot: ProjectSnapshot) {
    this.path = snapshot.path;
    this.readOnly = snapshot.readOnly;
    this.#items = [...snapshot.items];
    this.#document = $state.raw(snapshot.document);
    this.#revision = snapshot.revision;
    this.#undo = snapshot.undo;
    this.#redo = snapshot.redo;
    this.progress = $state.raw(snapshot.progress);
    this.save = $state.raw(snapshot.save);
    this.guesses = snapshot.guesses;
    this.estimate = snapshot.estimate;
    this.labels.rebuild(this.#items, this.#document);
  }

  readonly tally = $derived.by(() => tally(this.tables));
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
    return { items: this.#items, labels: this.labels, guesses: this.guesses };
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

  isExcluded(row: number): boolean {
    void this.#tick;
    return this.labels.excluded[row] === 1;
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
    this.#tick++;
    return true;
  }

  /** Takes new and changed rows; answers the indices of new ones. */
  takeRows(rows: readonly ItemRow[]): number[] {
    const before = this.#items.length;
    for (const row of rows) this.#items[row.index] = row;
    if (this.#items.length > before) this.labels.rebuild(this.#items, this.#document);
    this.#tick++;
    return rows.map((row) => row.index).filter((index) => index >= before);
  }

  /** Shows labels before main has them; the answered function shows what main made of it. */
  paint(rows: readonly number[], classId: string | null): () => void {
    const paint = this.labels.paint(rows, classId);
    this.#tick++;
    return () => {
      this.labels.settle(rows, paint, this.#items, this.#document);
      this.#tick++;
    };
  }
}
