/**
 * @file What is shown: the view, the filter, the order and the list made from them. The list changes only when a
 * person asks; labels and guesses that would change it are counted as `stale`.
 */
import {
  keepClasses,
  without,
  withFacet,
  type Facets,
  type FacetName,
  type Filter,
  type RowSet,
  type Status,
} from '../logic/filter';
import type { PreviewAction } from '../keyboard/keymap';
import type { GridList } from '../logic/gridList';
import { NONE } from '../logic/labels';
import { membership, survey } from '../logic/list';
import type { CellSize } from '../logic/shape';
import { MOVING, suitableOrder, type Order, type SortName } from '../logic/sorts';
import { FieldsState } from './fields.svelte';
import type { Memory } from './memory';
import { clampSize } from './preferences';
import type { ProjectState, RowsChange } from './project.svelte';
import type { SelectionState } from './selection.svelte';
import { ShownList } from './shownList.svelte';

type PanDirection = Extract<PreviewAction, { name: 'pan' }>['direction'];
export type ViewName = 'label' | 'map' | 'check' | 'export' | 'evaluate' | 'fineTune';

const AS_IN_FOLDER: Order = { by: 'folder', reversed: false };

export class ViewState {
  readonly #project: ProjectState;
  readonly #selection: SelectionState;
  readonly #memory: Memory;
  #view = $state<ViewName>('label');
  #filter = $state.raw<Filter>({});
  #order = $state.raw<Order>(AS_IN_FOLDER);
  /** The order to go back to when the facet goes that brought its own. */
  #orderBefore: Order = AS_IN_FOLDER;
  readonly #shown: ShownList;
  #thumbnailSize = $state(0);
  #autoAdvance = $state(true);
  /** What was shown before the list was borrowed. */
  #before: { filter: Filter; order: Order } | null = null;
  /** The list was made from what was remembered, before the first guesses of the session. */
  #awaitsGuesses: boolean;
  /** Views that show other rows than the list: what their keys can reach. */
  readonly reaches: { [V in ViewName]?: () => GridList } = {};
  /** How the grid is laid out now, for the keys; the grid sets it. */
  shape: CellSize = {
    columns: 1,
    rowsPerPage: 1,
    rowHeight: 0,
    narrow: false,
    picture: { width: 0, height: 0 },
  };
  /** How the large picture is zoomed, for the keys; the preview sets it while it is open. */
  zoomer: { zoomBy(factor: number): void; toggleFull(): void; pan(to: PanDirection): void } | null = null;
  /** Whether the focused image is shown large. */
  preview = $state(false);
  readonly fields = new FieldsState();

  constructor(project: ProjectState, selection: SelectionState, memory: Memory) {
    this.#project = project;
    this.#selection = selection;
    this.#memory = memory;
    this.#shown = new ShownList(project);
    const { kept } = memory;
    this.#thumbnailSize = kept.thumbnailSize;
    this.#autoAdvance = kept.autoAdvance;
    this.#filter = keepClasses(kept.filter, (id) => project.classById.has(id));
    this.#order = kept.order;
    if (kept.filter.status !== 'doubtful') this.#orderBefore = kept.order;
    this.#awaitsGuesses = project.guesses === null;
    this.#make();
    const focus = project.rowOf(kept.place.focus ?? '') ?? NONE;
    if (this.list.has(focus)) selection.focusOn(focus);
  }

  /** Counts beside the tabs, and how many rows would enter or leave the list if it were made now. */
  readonly survey = $derived.by(() => {
    return survey(this.#project.countedTables, this.#filter, this.list.places);
  });
  /** Whether labels or guesses changed since the list was sorted by them. */
  readonly unsorted = $derived.by(() => this.#shown.isOutOf(this.#order));

  get stale(): number {
    return this.survey.stale;
  }
  get name(): ViewName {
    return this.#view;
  }
  get filter(): Filter {
    return this.#filter;
  }
  get order(): Order {
    return this.#order;
  }
  get list(): GridList {
    return this.#shown.rows;
  }
  /** The rows that keys may act on: no more than the view shows; the list, while it has nothing to show yet. */
  get reach(): GridList {
    const shown = this.reaches[this.#view]?.();
    return shown && shown.length > 0 ? shown : this.list;
  }
  /** Counts the lists that were made at a person's wish. */
  get made(): number {
    return this.#shown.made;
  }
  get thumbnailSize(): number {
    return this.#thumbnailSize;
  }
  get autoAdvance(): boolean {
    return this.#autoAdvance;
  }
  /** Place in the list that was at the top when the project was last shown; 0 where that is not known. */
  get startPlace(): number {
    return Math.max(0, this.list.placeOf(this.#project.rowOf(this.#memory.kept.place.top ?? '') ?? NONE));
  }

  open(view: ViewName): void {
    this.#view = view;
    this.#selection.keepWithin(this.reach);
  }

  /** Opens the field for a new class, wherever the person is. */
  startNaming(): void {
    if (this.#project.readOnly !== null) return;
    // The map has the panel of classes too.
    if (this.#view !== 'map') this.#view = 'label';
    this.fields.startNaming(this.preview && this.#view === 'label');
  }

  /** Opens the field that finds a class. */
  startFinding(): void {
    if (this.#project.readOnly === null) this.fields.startFinding();
  }

  togglePreview(): void {
    this.preview = !this.preview && this.list.length > 0;
  }

  /** Shows what this filter says and nothing else. */
  show(filter: Filter): void {
    const before = this.#filter;
    this.#filter = filter;
    this.#order = suitableOrder(this.#order, this.#orderBefore, before, filter);
    this.update();
  }

  /** One of the tabs; the other facets stay. */
  showStatus(status: Status | undefined): void {
    this.show(
      status === undefined ? without(this.#filter, 'status') : withFacet(this.#filter, 'status', status),
    );
  }

  showClass(id: string): void {
    this.show({ class: { classes: [id], part: 'both' } });
  }

  /** Adds a facet or changes it; undefined takes it away. */
  set<N extends FacetName>(name: N, value: Facets[N] | undefined): void {
    this.show(value === undefined ? without(this.#filter, name) : withFacet(this.#filter, name, value));
  }

  /**
   * Shows exactly these rows, in their order, beside the facets that there are; without those where they would leave none:
   * labels that look wrong are not among the unlabelled.
   */
  showSet(set: RowSet): void {
    this.#order = { by: 'found', reversed: false };
    const beside = withFacet(this.#filter, 'set', set);
    const belongs = membership(this.#project.tables, beside);
    this.show(set.rows.some(belongs) ? beside : { set });
  }

  /** Shows these rows and no others, until `backToBefore`. */
  showOnly(set: RowSet): void {
    this.#order = { by: 'found', reversed: false };
    this.show({ set });
  }

  /** Remembers filter and order for `backToBefore`. */
  keepBefore(): void {
    this.#before = { filter: this.#filter, order: this.#order };
  }

  backToBefore(): void {
    const { filter, order } = this.#before ?? { filter: {}, order: this.#orderBefore };
    this.#before = null;
    this.#filter = filter;
    this.#order = order;
    this.update();
  }

  /** Makes sure that a row is in the list: of all images where the filter hides it. */
  bring(row: number): void {
    if (!this.list.has(row)) this.show({});
  }

  sortBy(by: SortName, reversed = false): void {
    this.#order = { by, reversed };
    this.#orderBefore = this.#order;
    this.update();
  }

  /** Makes the list anew from what is known now. */
  update(): void {
    this.#awaitsGuesses = false;
    this.#make();
    this.#memory.keep({ filter: this.#filter, order: this.#order });
  }

  /** New rows come last and deleted ones go; nothing else that is seen moves. */
  append(change: RowsChange): void {
    this.#shown.append(change, this.#filter);
    if (!this.list.has(this.#selection.focus)) this.#selection.focusOn(this.list.rowAt(0));
  }

  /** A list that was remembered and needs guesses is made once more when the first come. */
  guessesCame(): void {
    if (!this.#awaitsGuesses) return;
    this.#awaitsGuesses = false;
    const { status, class: shown, guess, confidence } = this.#filter;
    const needs = status === 'doubtful' || shown || guess || confidence || MOVING.has(this.#order.by);
    if (needs) this.#make();
  }

  /** Classes that are gone can no longer be asked for. */
  forgetClasses(): void {
    const kept = keepClasses(this.#filter, (id) => this.#project.classById.has(id));
    if (kept !== this.#filter) this.show(kept);
  }

  /** Where the grid stands, for the next time. @param top row at its top */
  rememberPlace(top: number): void {
    const { items } = this.#project;
    const place = { top: items[top]?.id ?? null, focus: items[this.#selection.focus]?.id ?? null };
    this.#memory.keep({ place });
  }

  setThumbnailSize(size: number): void {
    this.#thumbnailSize = clampSize(size);
    this.#memory.keep({ thumbnailSize: this.#thumbnailSize });
  }

  setAutoAdvance(on: boolean): void {
    this.#autoAdvance = on;
    this.#memory.keep({ autoAdvance: on });
  }

  #make(): void {
    this.#shown.make(this.#filter, this.#order);
    this.#selection.keepWithin(this.reach);
  }
}
