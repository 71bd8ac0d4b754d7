/**
 * @file What is shown: the view, the filter, the sort and the list made from them. The list changes only when a
 * person asks; labels and guesses that would change it are counted as `stale`.
 */
import { GridList } from '../logic/gridList';
import { countStale, makeList, belongs, type Scope, type Sort } from '../logic/list';
import type { CellSize } from '../logic/shape';
import { clampSize, readPreferences, writePreferences } from './preferences';
import type { ProjectState } from './project.svelte';
import type { SelectionState } from './selection.svelte';

export type ViewName = 'label' | 'export';

export class ViewState {
  readonly #project: ProjectState;
  readonly #selection: SelectionState;
  readonly #storage: Storage | null;
  #view = $state<ViewName>('label');
  #scope = $state.raw<Scope>({ kind: 'all' });
  #sort = $state<Sort>('folder');
  #list = $state.raw(new GridList(new Uint32Array(0), 0));
  #sortedAt = $state('');
  #made = $state(0);
  #thumbnailSize = $state(0);
  #autoAdvance = $state(true);
  /** How the grid is laid out now, for the keys; the grid sets it. */
  shape: CellSize = { columns: 1, rowsPerPage: 1, rowHeight: 0, narrow: false };
  /** Whether the sheet of keys is open. */
  shortcuts = $state(false);
  /** Whether the field for a new class is open. */
  naming = $state(false);

  constructor(project: ProjectState, selection: SelectionState, storage: Storage | null) {
    this.#project = project;
    this.#selection = selection;
    this.#storage = storage;
    const kept = readPreferences(storage);
    this.#thumbnailSize = kept.thumbnailSize;
    this.#autoAdvance = kept.autoAdvance;
    this.update();
  }

  /** How many rows would enter or leave the list if it were made now. */
  readonly stale = $derived.by(() => countStale(this.#project.tables, this.#scope, this.#list.places));
  /** Whether labels or guesses changed since the list was sorted by them. */
  readonly unsorted = $derived.by(() => this.#sort !== 'folder' && this.#sortedAt !== this.#stamp());

  get name(): ViewName {
    return this.#view;
  }
  get scope(): Scope {
    return this.#scope;
  }
  get sort(): Sort {
    return this.#sort;
  }
  get list(): GridList {
    return this.#list;
  }
  /** Counts the lists that were made at a person's wish. */
  get made(): number {
    return this.#made;
  }
  get thumbnailSize(): number {
    return this.#thumbnailSize;
  }
  get autoAdvance(): boolean {
    return this.#autoAdvance;
  }

  open(view: ViewName): void {
    this.#view = view;
  }

  /** Opens the field for a new class, wherever the person is. */
  startNaming(): void {
    if (this.#project.readOnly !== null) return;
    this.#view = 'label';
    this.naming = true;
  }

  show(scope: Scope): void {
    if (scope.kind === 'doubtful') this.#sort = 'doubtful';
    else if (this.#scope.kind === 'doubtful' && this.#sort === 'doubtful') this.#sort = 'folder';
    this.#scope = scope;
    this.update();
  }

  sortBy(sort: Sort): void {
    this.#sort = sort;
    this.update();
  }

  /** Makes the list anew from what is known now. */
  update(): void {
    const order = this.#project.document.classes.map((info) => info.id);
    const rows = makeList(this.#project.tables, this.#scope, this.#sort, order);
    this.#list = new GridList(rows, this.#project.items.length);
    this.#sortedAt = this.#stamp();
    this.#made++;
    this.#selection.keepWithin(this.#list);
  }

  /** New rows come last; nothing that is seen moves. */
  append(rows: readonly number[]): void {
    const wanted = rows.filter((row) => belongs(this.#project.tables, this.#scope, row));
    this.#list = this.#list.with(wanted, this.#project.items.length);
    if (!this.#list.has(this.#selection.focus)) this.#selection.focusOn(this.#list.rowAt(0));
  }

  setThumbnailSize(size: number): void {
    this.#thumbnailSize = clampSize(size);
    this.#remember();
  }

  setAutoAdvance(on: boolean): void {
    this.#autoAdvance = on;
    this.#remember();
  }

  /** Changes with what lists are sorted by: decisions and guesses, not thumbnails. */
  #stamp(): string {
    void this.#project.version;
    return `${this.#project.revision} ${this.#project.guesses?.revision ?? 0}`;
  }

  #remember(): void {
    writePreferences(this.#storage, { thumbnailSize: this.#thumbnailSize, autoAdvance: this.#autoAdvance });
  }
}
