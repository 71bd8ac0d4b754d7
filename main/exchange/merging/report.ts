/**
 * @file What became of each conflict, and what the other project says of images that are not here, as two tables. The
 * second can be imported, once those images are. Pure. Runs in main.
 */
import type { MergeConflict, MergeFact, MergeSide, MergeUnmatchedReason } from '../../contract/merging';
import { csvOf } from '../write/csv';
import type { PlannedMerge } from './plan';
import { told } from '../../../strings/words';

const CONFLICT_FIELDS = [
  ...['path', 'about', 'mine', 'mine_by', 'mine_at'],
  ...['theirs', 'theirs_by', 'theirs_at', 'taken'],
];

/** @param theirs numbers of the conflicts in which the other person is right */
export function conflictsCsv({ facts, pathOf }: PlannedMerge, theirs: ReadonlySet<number>): string {
  const rows = facts.conflicts.map((conflict, i) => [
    pathOf(conflict),
    conflict.fact,
    ...sideOf(conflict, 'mine'),
    ...sideOf(conflict, 'theirs'),
    theirs.has(i) ? 'theirs' : 'mine',
  ]);
  return csvOf(CONFLICT_FIELDS, rows);
}

function sideOf({ fact, ...sides }: MergeConflict, which: 'mine' | 'theirs'): (string | null)[] {
  const side = sides[which];
  return [textOf(side, fact), side.by, side.at];
}

function textOf(side: MergeSide, fact: MergeFact): string | null {
  if (fact === 'label') return side.label;
  if (fact === 'role') return [side.check ? 'check' : 'learn', side.label].filter((one) => one).join(': ');
  if (fact === 'excluded') return side.excluded ? 'excluded' : 'included';
  if (fact !== 'box') return side.text;
  return side.box && [side.box.x, side.box.y, side.box.width, side.box.height].join(' ');
}

const UNMATCHED_FIELDS = [
  ...['path', 'label', 'x', 'y', 'width', 'height', 'group', 'station', 'time', 'role'],
  ...['excluded', 'by', 'at', 'why'],
];

const whys = (): Record<MergeUnmatchedReason, string> => ({
  missing: told().takingOver.notInThis,
  several: told().takingOver.oneOfSeveral,
  content: told().takingOver.otherContent,
  twice: told().takingOver.sameAsAnother,
});

export function unmatchedCsv({ nameOf, unmatched }: PlannedMerge): string {
  const rows = unmatched.map(({ box, path, reason, said }) => [
    path,
    said.label ? nameOf(said.label.class) : null,
    ...(box ? [box.x, box.y, box.width, box.height] : [null, null, null, null]),
    ...[said.group ?? null, said.place ?? null, said.time ?? null],
    ...[said.check ? 'check' : null, said.excluded ? 'excluded' : null],
    ...[said.label?.by ?? null, said.label?.at ?? null, whys()[reason]],
  ]);
  return csvOf(UNMATCHED_FIELDS, rows);
}
