/**
 * @file The list of rows as it was made last. New rows come last and deleted ones go; nothing else that is seen moves before it is
 * made anew.
 */
import type { Filter } from '../logic/filter';
import { GridList } from '../logic/gridList';
import { makeList, membership } from '../logic/list';
import { MOVING, type Order } from '../logic/sorts';
import type { ProjectState, RowsChange } from './project.svelte';

export class ShownList {
  readonly #project: ProjectState;
  #rows = $state.raw(new GridList(new Uint32Array(0), 0));
  #madeAt = $state('');
  #made = $state(0);

  constructor(project: ProjectState) {
    this.#project = project;
  }

  get rows(): GridList {
    return this.#rows;
  }

  /** How often it was made. */
  get made(): number {
    return this.#made;
  }

  make(filter: Filter, order: Order): void {
    const classes = this.#project.document.classes.map((info) => info.id);
    const rows = makeList(this.#project.tables, filter, order, classes);
    this.#rows = new GridList(rows, this.#project.items.length);
    this.#madeAt = this.#stamp();
    this.#made++;
  }

  /** Whether labels or guesses that this order goes by have changed since. */
  isOutOf(order: Order): boolean {
    return MOVING.has(order.by) && this.#madeAt !== this.#stamp();
  }

  append({ added, removed }: RowsChange, filter: Filter): void {
    const wanted = added.filter(membership(this.#project.tables, filter));
    const left = removed.filter((row) => this.#rows.has(row));
    if (left.length > 0) this.#rows = this.#rows.without(left);
    this.#rows = this.#rows.with(wanted, this.#project.items.length);
  }

  /** Changes with what lists are sorted by: decisions and guesses, not thumbnails. */
  #stamp(): string {
    void this.#project.version;
    return `${this.#project.revision} ${this.#project.guesses?.revision ?? 0}`;
  }
}
