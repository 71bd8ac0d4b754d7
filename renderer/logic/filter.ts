/**
 * @file Which rows the grid lists: a filter is an object of facets, and a row passes when it passes all of them. One
 * value per facet; within a facet that holds several (two classes, two places) any of them will do.
 */
import type { LabelHow } from '../../main/contract/model';

export type Status = 'unlabelled' | 'labelled' | 'doubtful' | 'failed' | 'excluded';
export type Part = 'both' | 'labelled' | 'guessed';

/** Rows found by something else: a search, a lasso, the images that are about to be accepted. */
export interface RowSet {
  /** Stable name of what found them: 'similar', 'mislabelled', 'map', … */
  key: string;
  /** What the person reads: 'Similar to fish-1.webp'. */
  title: string;
  /** Rows, in the order of the sort 'as found'. */
  rows: Uint32Array;
}

export interface Facets {
  status: Status;
  /** Labelled as one of the classes, or guessed to be one while unlabelled. */
  class: { classes: readonly string[]; part: Part };
  /** The best guess, labelled or not: a guess that differs from the label is worth a look. */
  guess: readonly string[];
  /** Of the best guess, fractions, both ends included. */
  confidence: { from: number; to: number };
  duplicates: true;
  role: 'learn' | 'check';
  how: readonly LabelHow[];
  /** First seen since the project was last opened, or since a day, 'YYYY-MM-DD'. */
  added: string;
  /** Days, 'YYYY-MM-DD', both included; null is open. */
  captured: { from: string | null; to: string | null };
  /** '<folder id>/<path>': everything in it and below. */
  folder: string;
  place: readonly string[];
  kind: 'image' | 'box';
  /** Letters in the path below the folder, whatever their case. */
  text: string;
  set: RowSet;
}

export type FacetName = keyof Facets;
export type Filter = { readonly [N in FacetName]?: Facets[N] };

export const LAST_OPENING = 'lastOpening';

/** In the order in which the toolbar offers them. */
export const FACET_NAMES: readonly FacetName[] = [
  ...(['status', 'class', 'guess', 'confidence', 'how', 'role', 'text', 'folder', 'place'] as const),
  ...(['captured', 'added', 'duplicates', 'kind', 'set'] as const),
];

export function withFacet<N extends FacetName>(filter: Filter, name: N, value: Facets[N]): Filter {
  return { ...filter, [name]: value };
}

export function without(filter: Filter, ...names: FacetName[]): Filter {
  const left = Object.entries(filter).filter(([name]) => !names.some((one) => one === name));
  return Object.fromEntries(left);
}

/** A list with the value in it, or without it where it was; undefined when nothing is left. */
export function toggled<T>(list: readonly T[] | undefined, value: T): readonly T[] | undefined {
  const left = (list ?? []).filter((one) => one !== value);
  if (list === undefined || left.length === list.length) return [...left, value];
  return left.length === 0 ? undefined : left;
}

/** The filter without classes that are no more. */
export function keepClasses(filter: Filter, isKnown: (id: string) => boolean): Filter {
  let kept = filter;
  const classes = filter.class?.classes.filter(isKnown);
  if (filter.class && classes && classes.length < filter.class.classes.length)
    kept =
      classes.length > 0 ? withFacet(kept, 'class', { ...filter.class, classes }) : without(kept, 'class');
  const guess = filter.guess?.filter(isKnown);
  if (filter.guess && guess && guess.length < filter.guess.length)
    kept = guess.length > 0 ? withFacet(kept, 'guess', guess) : without(kept, 'guess');
  return kept;
}
