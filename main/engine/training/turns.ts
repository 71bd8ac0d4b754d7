/**
 * @file The folds of imprinting for methods that are not imprinted: the same groups in the same turns. Runs in the engine and in
 * tests. See [Note: pairing of folds] in imprinting/folds.ts.
 */
import { pace } from '../guessing/pace';
import type { HeldOut } from '../imprinting/folds';
import type { FitContext, LabelledSet } from './method';
import { throwIfAborted } from './optimise/abort';
import { groupName } from './support';

/** Rows of a class by group name. */
export type GroupRows = ReadonlyMap<string, readonly number[]>;

/** By class, groups in the order of their names. */
export function rowsByGroup({ classes, labels, groups }: LabelledSet): GroupRows[] {
  const found = Array.from({ length: classes }, () => new Map<string, number[]>());
  labels.forEach((label, row) => {
    const name = groupName(groups[row]!);
    const rows = found[label]!.get(name);
    if (rows) rows.push(row);
    else found[label]!.set(name, [row]);
  });
  return found.map((rows) => new Map([...rows].sort(([one], [other]) => (one < other ? -1 : 1))));
}

export const namesOf = (groups: readonly GroupRows[]): string[][] => groups.map((rows) => [...rows.keys()]);

/** Scores [rows, C] of rows by what is made of the groups that are left, by class. */
export type TurnScores = (rows: readonly number[], left: readonly string[][]) => Float32Array;

/** What every group says that is held out in its turn; nothing where no class has two, or there is one class. */
export async function heldOutBy(
  groups: readonly GroupRows[],
  score: TurnScores,
  { signal }: Pick<FitContext, 'signal'>,
): Promise<HeldOut[]> {
  if (groups.length < 2) return [];
  const pause = pace(() => false, 'a fit');
  const names = namesOf(groups);
  const turns = Math.max(...names.map(({ length }) => (length < 2 ? 0 : length)));
  const heldOut: HeldOut[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const held = heldIn(turn, groups, names);
    const scores = score(
      held.flatMap(({ rows }) => rows),
      names.map((some) => withoutTurn(some, turn)),
    );
    heldOut.push(...saidBy(held, scores, groups.length));
    await pause();
    throwIfAborted(signal);
  }
  return heldOut;
}

const withoutTurn = (names: readonly string[], turn: number): string[] =>
  names.filter((_, place) => names.length < 2 || place !== turn % names.length);

interface Held {
  readonly class: number;
  readonly group: string;
  readonly rows: readonly number[];
}

function heldIn(turn: number, groups: readonly GroupRows[], names: readonly string[][]): Held[] {
  return names.flatMap((some, own) => {
    const group = some.length < 2 ? undefined : some[turn];
    return group === undefined ? [] : [{ class: own, group, rows: groups[own]!.get(group)! }];
  });
}

function saidBy(held: readonly Held[], scores: Float32Array, classes: number): HeldOut[] {
  let at = 0;
  return held.map(({ class: own, group, rows }) => ({
    class: own,
    group,
    cosines: rows.map(() => scores.subarray(at, (at += classes))),
  }));
}
