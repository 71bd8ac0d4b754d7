/** @file Who is right in each conflict between two people's projects: 0 this one, 1 the other. Pure. */
import type { MergeConflict } from '../../main/contract/merging';

export type MergeChoices = Readonly<Uint8Array>;
export type MergeRule = 'mine' | 'theirs' | 'newer';

/** Every conflict by one rule. Where dates are missing or equal nothing is newer, and this project's stays. */
export function byRule(conflicts: readonly MergeConflict[], rule: MergeRule): MergeChoices {
  const isTheirs = ({ mine, theirs }: MergeConflict): boolean =>
    rule === 'theirs' || (rule === 'newer' && isLater(theirs.at, mine.at));
  return Uint8Array.from(conflicts, (conflict) => Number(isTheirs(conflict)));
}

const isLater = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && Date.parse(one) > Date.parse(other);

export const withChoice = (choices: MergeChoices, at: number, theirs: boolean): MergeChoices =>
  Uint8Array.from(choices, (choice, i) => (i === at ? Number(theirs) : choice));

/** Numbers of the conflicts in which the other is right. */
export function chosenTheirs(choices: MergeChoices): number[] {
  return [...choices.keys()].filter((i) => choices[i] === 1);
}
