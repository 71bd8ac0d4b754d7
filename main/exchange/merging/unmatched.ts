/** @file What another person's project says of images that are not in the open one. Pure. Runs in main. */
import type { MergePlan, MergeUnmatchedReason } from '../../contract/merging';
import type { Box } from '../../projects/schema';
import type { Said } from './facts';

export interface Unmatched {
  /** Below the folder of the other project. */
  path: string;
  said: Said;
  box: Box | null;
  reason: MergeUnmatchedReason;
}

/** As many as a person reads; all are in the report. */
const SHOWN = 200;

/** @param nameOf name of a class by its id here */
export function unmatchedFacts(
  all: readonly Unmatched[],
  nameOf: (classId: string) => string,
): MergePlan['unmatched'] {
  const labelOf = ({ label }: Said): string | null => (label ? nameOf(label.class) : null);
  return {
    items: all.length,
    labels: all.filter(({ said }) => said.label).length,
    examples: all.slice(0, SHOWN).map(({ path, reason, said }) => ({ path, reason, label: labelOf(said) })),
  };
}
