/** @file Each facet of a filter as a test of a row's number. What strings there are is looked up once, not per row. */
import type { Facets, FacetName, Filter, Status } from './filter';
import { LAST_OPENING } from './filter';
import { WORD_UNLIKE, WORD_UNSURE } from './guesses';
import { HOWS, NONE } from './labels';
import { FAILED, GONE, localTime, READY, REMOVED, WAITING } from './rowTable';
import type { Tables } from './tables';

export type Test = (row: number) => boolean;

const DAY_MS = 86_400_000;

/** Whether the row may be labelled and is not yet. */
export function isUnlabelled({ labels, rows }: Tables, row: number): boolean {
  const state = rows.states[row];
  return labels.slots[row] === NONE && labels.excluded[row] === 0 && (state === READY || state === WAITING);
}

export function isDoubtful(tables: Tables, row: number): boolean {
  const word = tables.guesses?.word[row] ?? 0;
  return (word === WORD_UNLIKE || word === WORD_UNSURE) && isUnlabelled(tables, row);
}

export function hasFailed({ rows }: Tables, row: number): boolean {
  return rows.states[row] === FAILED || rows.states[row] === GONE;
}

/** Whether a row can be in any list: deleted boxes in none, folders that are only classified where they are asked for. */
export function isListed({ rows }: Tables, filter: Filter, row: number): boolean {
  return rows.states[row] !== REMOVED && (rows.foreign[row] === 0 || filter.folder !== undefined);
}

export function hasStatus(tables: Tables, status: Status | undefined, row: number): boolean {
  const excluded = tables.labels.excluded[row] === 1;
  if (status === 'excluded') return excluded;
  if (excluded) return false;
  if (status === undefined) return true;
  if (status === 'labelled') return tables.labels.slots[row] !== NONE;
  if (status === 'failed') return hasFailed(tables, row);
  return status === 'doubtful' ? isDoubtful(tables, row) : isUnlabelled(tables, row);
}

type Makers = { [N in FacetName]: (value: Facets[N], tables: Tables) => Test };

const MAKERS: Makers = {
  status: (status, tables) => (row) => hasStatus(tables, status, row),
  class: ({ classes, part }, tables) => {
    const slots = new Set(classes.map((id) => tables.labels.slotOf(id)));
    const guessed = guessTest(classes, tables);
    return (row) => {
      const slot = tables.labels.slots[row] ?? NONE;
      if (slot !== NONE) return part !== 'guessed' && slots.has(slot);
      return part !== 'labelled' && guessed(row);
    };
  },
  guess: (classes, tables) => guessTest(classes, tables),
  confidence: ({ from, to }, { guesses }) => {
    if (!guesses || guesses.scale === null) return () => false;
    const { confidence, k, count } = guesses;
    return (row) => {
      const value = row < count ? (confidence[row * k] ?? NaN) : NaN;
      return value >= from && value <= to;
    };
  },
  duplicates: (_, { rows }) => {
    const flags = rows.duplicates;
    return (row) => flags[row] === 1;
  },
  role: (role, { labels }) => {
    const check = role === 'check' ? 1 : 0;
    return (row) => labels.checks[row] === check;
  },
  how: (hows, { labels }) => {
    const wanted = HOWS.map((how) => how !== null && hows.includes(how));
    return (row) => wanted[labels.hows[row] ?? 0] === true;
  },
  added: (since, { rows, lastOpening }) => {
    const from = since === LAST_OPENING ? lastOpening : Date.parse(`${since}T00:00:00`);
    return (row) => (rows.added[row] ?? NaN) > from;
  },
  captured: ({ from, to }, { rows }) => {
    const first = from === null ? -Infinity : localTime(from);
    const end = to === null ? Infinity : localTime(to) + DAY_MS;
    return (row) => {
      const at = rows.captured[row] ?? NaN;
      return at >= first && at < end;
    };
  },
  folder: (folder, { rows }) => {
    const below = folder.endsWith('/') ? folder : `${folder}/`;
    const wanted = rows.folders.list.map((name) => name === folder || name.startsWith(below));
    return (row) => wanted[rows.folder[row] ?? NONE] === true;
  },
  place: (places, { rows }) => {
    const wanted = rows.places.list.map((name) => places.includes(name));
    return (row) => wanted[rows.place[row] ?? NONE] === true;
  },
  kind: (kind, { rows }) => {
    const box = kind === 'box' ? 1 : 0;
    return (row) => rows.boxes[row] === box;
  },
  text: (text, { rows }) => {
    const wanted = text.toLowerCase();
    const { letters } = rows;
    return (row) => letters[row]?.includes(wanted) ?? false;
  },
  set: ({ rows: found }, { items }) => {
    const flags = new Uint8Array(items.length);
    for (const row of found) flags[row] = 1;
    return (row) => flags[row] === 1;
  },
};

/** The class as an index of the guess table, so that no row looks a string up. */
function guessTest(classes: readonly string[], { guesses }: Tables): Test {
  if (!guesses) return () => false;
  const { top, k, count } = guesses;
  const wanted = guesses.classes.map((id) => classes.includes(id));
  return (row) => row < count && wanted[top[row * k] ?? NONE] === true;
}

/** The tests of all facets but the status, which the tabs count by. */
export function testsOf(filter: Filter, tables: Tables): Test[] {
  const names = Object.keys(filter) as FacetName[];
  return names.filter((name) => name !== 'status').flatMap((name) => testOf(name, filter, tables) ?? []);
}

function testOf<N extends FacetName>(name: N, filter: Filter, tables: Tables): Test | null {
  const value = filter[name];
  return value === undefined ? null : MAKERS[name](value, tables);
}

export function passes(tests: readonly Test[], row: number): boolean {
  for (const test of tests) if (!test(row)) return false;
  return true;
}
