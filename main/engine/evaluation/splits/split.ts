/**
 * @file A division of a set into images that teach and images that are asked, and the groups that it is made of. Pure: runs in
 * the engine and in tests.
 *
 * [Note: groups are never torn]
 * A shot is the images of a group within a class (METHODS 1). A group may show several classes: a scene with two animals in
 * it. Wherever groups are dealt out by chance (k folds, episodes) no image is asked while another of its group, of whichever
 * class, teaches. Leave-one-out pairs groups class by class, as section 1 does, where such a scene is a group of each.
 */
import type { EvaluatedSet } from '../evaluatedSet';

export interface Split {
  /** Rows of the set that teach. */
  readonly support: Int32Array;
  /** Rows that are asked; each class of theirs has one of the support. */
  readonly query: Int32Array;
  /** [queries] what each counts for; those of a group share what the group counts for. */
  readonly weights: Float64Array;
  /** Classes of the set that take part, rising. */
  readonly classes: readonly number[];
}

/** The images of one group within a class. */
export interface Shot {
  readonly class: number;
  readonly group: number;
  readonly rows: readonly number[];
  /** Those of them that may be asked. */
  readonly asked: readonly number[];
  /** Of its first image; 0 where nobody said. */
  readonly domain: number;
}

/** Shots of each class, in the order of their groups. */
export type Shots = readonly (readonly Shot[])[];

export function shotsOf(set: EvaluatedSet): Shots {
  const found = Array.from({ length: set.classes }, () => new Map<number, number[]>());
  set.labels.forEach((own, row) => {
    const groups = found[own]!;
    const rows = groups.get(set.groups[row]!);
    if (rows) rows.push(row);
    else groups.set(set.groups[row]!, [row]);
  });
  return found.map((groups, own) =>
    [...groups].sort(([a], [b]) => a - b).map(([group, rows]) => shot(set, own, group, rows)),
  );
}

function shot(set: EvaluatedSet, own: number, group: number, rows: readonly number[]): Shot {
  return {
    class: own,
    group,
    rows,
    asked: rows.filter((row) => set.asked[row] === 1),
    domain: set.domains?.[rows[0]!] ?? 0,
  };
}

/** What a shot counts for when it is asked; once unless told. */
export type Count = (shot: Shot) => number;

/**
 * @param teaching shots of the support
 * @param asked shots to be asked; of a class that has none teaching they are left out
 */
export function splitOf(teaching: readonly Shot[], asked: readonly Shot[], count: Count = () => 1): Split {
  const classes = [...new Set(teaching.map((one) => one.class))].sort((a, b) => a - b);
  const known = new Set(classes);
  const answerable = asked.filter((one) => known.has(one.class) && one.asked.length > 0 && count(one) > 0);
  return {
    support: Int32Array.from(teaching.flatMap(({ rows }) => rows)).sort(),
    query: Int32Array.from(answerable.flatMap((one) => one.asked)),
    weights: Float64Array.from(
      answerable.flatMap((one) => one.asked.map(() => count(one) / one.asked.length)),
    ),
    classes,
  };
}
