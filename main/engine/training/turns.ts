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

/** By class, groups in the order of their names; all rows, also those accepted in bulk. */
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

/**
 * What every group says that is held out in its turn, by its images that may be asked; nothing where no class has two groups, or
 * there is one class.
 */
export async function heldOutBy(
  set: LabelledSet,
  score: TurnScores,
  { signal }: Pick<FitContext, 'signal'>,
): Promise<HeldOut[]> {
  if (set.classes < 2) return [];
  const pause = pace(() => false, 'a fit');
  const groups = rowsByGroup(set);
  const names = namesOf(groups);
  const turns = Math.max(...names.map(({ length }) => (length < 2 ? 0 : length)));
  const heldOut: HeldOut[] = [];
  for (let turn = 0; turn < turns; turn++) {
    const held = heldIn(turn, groups, names, set.asked);
    if (held.length === 0) continue;
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

function heldIn(
  turn: number,
  groups: readonly GroupRows[],
  names: readonly string[][],
  asked: Uint8Array | undefined,
): Held[] {
  return names.flatMap((some, own) => {
    const group = some.length < 2 ? undefined : some[turn];
    if (group === undefined) return [];
    const rows = groups[own]!.get(group)!.filter((row) => asked?.[row] !== 0);
    return rows.length > 0 ? [{ class: own, group, rows }] : [];
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
