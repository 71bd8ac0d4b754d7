/**
 * @file What the window remembers of one project on this machine: filter, order, sizes and the place in the list, by
 * the project's id. Nothing of it is the project's own. Whatever is not as this version writes it counts as absent.
 */
import type { Filter } from '../logic/filter';
import { readFilter, writeFilter } from '../logic/filterRead';
import { record } from '../logic/record';
import { COLOURINGS, type Colouring } from '../logic/map/colours';
import { SORTS, type Order } from '../logic/sorts';
import { parse, readPreferences, usable, writePreferences, type Preferences } from './preferences';

export const TOOLS = ['move', 'lasso', 'rectangle'] as const;
export type Tool = (typeof TOOLS)[number];

export interface Place {
  /** Ids of the item at the top of the grid and of the focused one; null where there was none. */
  top: string | null;
  focus: string | null;
}

export interface Remembered extends Preferences {
  filter: Filter;
  order: Order;
  place: Place;
  /** The tool in hand on the map, and what its colours mean. */
  map: { tool: Tool; colouring: Colouring };
  /** Images per second when many were last read, by the backbone that they were read for. */
  rates: Readonly<Record<string, number>>;
}

const KEY = 'imprint-studio.project.';

export class Memory {
  readonly #storage: Storage | null;
  readonly #key: string;
  readonly #opened: { now: number; before: number };
  #kept: Remembered;

  constructor(storage: Storage | null, project: string, now = Date.now()) {
    this.#storage = storage;
    this.#key = KEY + project;
    const stored = parse(storage?.getItem(this.#key) ?? null);
    const common = readPreferences(storage);
    this.#kept = {
      ...usable(stored, common),
      filter: readFilter(stored['filter']),
      order: readOrder(stored['order']),
      place: readPlace(stored['place']),
      map: readMap(stored['map']),
      rates: readRates(stored['rates']),
    };
    this.#opened = openings(stored['opened'], now);
    this.#write();
  }

  get kept(): Remembered {
    return this.#kept;
  }

  /** When the project was opened the time before, ms since 1970; NaN for the first time. */
  get lastOpening(): number {
    return this.#opened.before;
  }

  keep(changes: Partial<Remembered>): void {
    this.#kept = { ...this.#kept, ...changes };
    this.#write();
    const { thumbnailSize, autoAdvance } = this.#kept;
    if ('thumbnailSize' in changes || 'autoAdvance' in changes)
      writePreferences(this.#storage, { thumbnailSize, autoAdvance });
  }

  #write(): void {
    const kept = { ...this.#kept, filter: writeFilter(this.#kept.filter), opened: this.#opened };
    this.#storage?.setItem(this.#key, JSON.stringify(kept));
  }
}

/** A project that the same page opens once more (it lost track of it) was not opened anew. */
function openings(stored: unknown, now: number): { now: number; before: number } {
  const { now: last, before } = record(stored);
  const known = typeof last === 'number' ? last : NaN;
  const pageStarted = globalThis.performance.timeOrigin;
  if (known >= pageStarted) return { now: known, before: typeof before === 'number' ? before : NaN };
  return { now, before: known };
}

function readOrder(stored: unknown): Order {
  const { by, reversed } = record(stored);
  const sort = SORTS.find((one) => one === by && one !== 'found');
  return { by: sort ?? 'folder', reversed: sort !== undefined && reversed === true };
}

function readMap(stored: unknown): Remembered['map'] {
  const { tool, colouring } = record(stored);
  return {
    tool: TOOLS.find((one) => one === tool) ?? 'lasso',
    colouring: COLOURINGS.find((one) => one === colouring) ?? 'class',
  };
}

function readRates(stored: unknown): Remembered['rates'] {
  const isRate = (entry: [string, unknown]): entry is [string, number] =>
    typeof entry[1] === 'number' && entry[1] > 0;
  return Object.fromEntries(Object.entries(record(stored)).filter(isRate));
}

function readPlace(stored: unknown): Place {
  const { top, focus } = record(stored);
  return {
    top: typeof top === 'string' ? top : null,
    focus: typeof focus === 'string' ? focus : null,
  };
}
