/** @file What each dot of the map looks like, and the legend that says what that means. Pure. Runs in the window. */
import type { ClassInfo, ItemRow } from '../../../main/contract/model';
import { mapWords } from '../../../strings';
import { guessAt } from '../guesses';
import { NONE } from '../labels';
import { classColour, CLASS_COLOURS } from '../palette';
import type { MapTables } from './rows';
import { Shape, type ShapeCode } from './sprites';

export const COLOURINGS = ['class', 'guess', 'confidence', 'folder'] as const;
export type Colouring = (typeof COLOURINGS)[number];

export interface LegendEntry {
  id: string;
  name: string;
  /** '#rrggbb', or the name of a token. */
  colour: string;
  /** The key that labels with this class. */
  key: string | null;
  /** Dots in this colour that a person labelled, and others. */
  labelled: number;
  others: number;
}

export interface Coloured {
  /** [rows] */
  shapes: Uint8Array;
  /** [rows] place of the dot's entry in the legend. */
  entries: Uint16Array;
  legend: LegendEntry[];
}

type Key = Pick<LegendEntry, 'id' | 'name' | 'colour' | 'key'>;

/** Which key a row has; the legend lists the keys in this order, without those that nothing has. */
interface Scheme {
  keys: Key[];
  place(row: number): number;
}

const QUIET = '--map-quiet';
/** Folders that get a colour of their own; the rest share one. */
const FOLDERS = 12;

/** @param rows those that are on the map */
export function colour(
  tables: MapTables,
  rows: Uint32Array,
  by: Colouring,
  classes: readonly ClassInfo[],
): Coloured {
  const shapes = new Uint8Array(tables.items.length);
  const entries = new Uint16Array(tables.items.length);
  const scheme = SCHEMES[by](tables, rows, classes);
  const legend = scheme.keys.map((key) => ({ ...key, labelled: 0, others: 0 }));
  for (const row of rows) {
    const entry = legend[(entries[row] = scheme.place(row))];
    const shape = (shapes[row] = shapeOf(tables, row));
    if (entry && shape === Shape.labelled) entry.labelled++;
    else if (entry) entry.others++;
  }
  return { shapes, entries, legend };
}

function shapeOf(tables: MapTables, row: number): ShapeCode {
  if (tables.labels.slots[row] !== NONE) return Shape.labelled;
  return guessedClass(tables, row) === null ? Shape.open : Shape.guessed;
}

function guessedClass(tables: MapTables, row: number): string | null {
  const { guesses } = tables;
  if (!guesses || row >= guesses.count) return null;
  return guesses.classes[guesses.top[row * guesses.k] ?? NONE] ?? null;
}

const SCHEMES: Record<
  Colouring,
  (tables: MapTables, rows: Uint32Array, classes: readonly ClassInfo[]) => Scheme
> = {
  class: (tables, _, classes) =>
    byClass(classes, (row) => tables.labels.classAt(row) ?? guessedClass(tables, row)),
  guess: (tables, _, classes) => byClass(classes, (row) => guessedClass(tables, row)),
  confidence: (tables) => byConfidence(tables),
  folder: (tables, rows) => byFolder(tables.items, rows),
};

function byClass(classes: readonly ClassInfo[], classOf: (row: number) => string | null): Scheme {
  const places = new Map(classes.map(({ id }, place) => [id, place]));
  const keys: Key[] = classes.map(({ id, name: own, colour: index, key, kind }) => {
    const name = kind === 'background' ? mapWords.legend.background(own) : own;
    return { id, name, colour: classColour(index), key };
  });
  keys.push({ id: 'none', name: mapWords.legend.none, colour: QUIET, key: null });
  return { keys, place: (row) => places.get(classOf(row) ?? '') ?? classes.length };
}

/** Least confidence of each step, fractions. */
const STEPS = [0.9, 0.7, 0.5, 0];

function byConfidence(tables: MapTables): Scheme {
  const words = mapWords.legend;
  const calibrated = (tables.guesses?.scale ?? null) !== null;
  const steps = calibrated ? words.percentages : words.certainties;
  const keys: Key[] = [
    { id: 'labelled', name: words.labelled, colour: QUIET, key: null },
    ...steps.map((name, step) => {
      return { id: `step-${step}`, name, colour: `--map-step-${calibrated ? step : 2 * step}`, key: null };
    }),
    { id: 'unlike', name: words.unlike, colour: '--trouble', key: null },
    { id: 'none', name: words.none, colour: QUIET, key: null },
  ];
  const last = keys.length - 1;
  const place = (row: number) => {
    if (tables.labels.slots[row] !== NONE) return 0;
    const guess = guessAt(tables.guesses, row);
    if (!guess) return last;
    if (guess.word === 'unlike anything') return last - 1;
    if (!calibrated) return guess.word === 'likely' ? 1 : 2;
    return 1 + STEPS.findIndex((least) => (guess.confidence ?? 0) >= least);
  };
  return { keys, place };
}

/** The folder that an image is in, as its path says. */
export function folderOf({ folder, path }: ItemRow): string {
  const end = path.lastIndexOf('/');
  return end < 0 ? `${folder}/` : `${folder}/${path.slice(0, end)}`;
}

function byFolder(items: readonly ItemRow[], rows: Uint32Array): Scheme {
  const counts = new Map<string, number>();
  const nameOf = (row: number) => {
    const item = items[row];
    return item ? folderOf(item) : '';
  };
  for (const row of rows) counts.set(nameOf(row), (counts.get(nameOf(row)) ?? 0) + 1);
  // By name among equals, so that the colours are the same each time.
  const ordered = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
  const shown = ordered.slice(0, FOLDERS);
  const keys: Key[] = shown.map((name, place) => {
    const below = name.slice(name.indexOf('/') + 1);
    return {
      id: name,
      name: below || mapWords.legend.top,
      colour: CLASS_COLOURS[place] ?? QUIET,
      key: null,
    };
  });
  const others = ordered.length - shown.length;
  if (others > 0) {
    keys.push({ id: 'others', name: mapWords.legend.otherFolders(others), colour: QUIET, key: null });
  }
  const places = new Map(shown.map((name, place) => [name, place]));
  return { keys, place: (row) => places.get(nameOf(row)) ?? shown.length };
}
