/**
 * @file What two projects say of one item, fact by fact: the same, said only there, or different. Nothing of what is
 * said here is replaced without being asked about; what only the other says is taken. Pure. Runs in main.
 */
import type { MergeFact, MergeSide } from '../../contract/merging';
import type { Label, ProjectDocument } from '../../projects/schema';

export type Verdict = 'nothing' | 'same' | 'take' | 'conflict';

/** All that one project says of an item. */
export interface Said {
  /** With the class of the open project. */
  label: Label | undefined;
  check: boolean;
  excluded: boolean;
  group: string | undefined;
  place: string | undefined;
  time: string | undefined;
}

type Document = Pick<ProjectDocument, 'labels' | 'roles' | 'excluded' | 'groups' | 'places' | 'times'>;

export function saidOf(document: Document, item: string): Said {
  const of = <T>(record: Record<string, T>): T | undefined =>
    Object.hasOwn(record, item) ? record[item] : undefined;
  return {
    label: of(document.labels),
    check: Object.hasOwn(document.roles, item),
    excluded: Object.hasOwn(document.excluded, item),
    group: of(document.groups),
    place: of(document.places),
    time: of(document.times),
  };
}

/** What nothing was said of. */
export const SILENT: Said = {
  ...{ label: undefined, check: false, excluded: false },
  ...{ group: undefined, place: undefined, time: undefined },
};

/**
 * A label of a check item was given blind and never teaches. So where one of the two checks and the other has learnt
 * from the item, label and role are one question, and a label that was given for learning never becomes one of a check
 * by itself, even where this project has none.
 */
export function verdicts(
  mine: Said,
  theirs: Said,
  sameGroup: (mine: string, theirs: string) => boolean,
): Record<Exclude<MergeFact, 'box'>, Verdict> {
  const contested = mine.check ? !theirs.check && theirs.label : theirs.check && mine.label;
  return {
    role: contested ? 'conflict' : theirs.check ? (mine.check ? 'same' : 'take') : 'nothing',
    label: contested ? 'nothing' : told(mine.label, theirs.label, (one, other) => one.class === other.class),
    excluded: excludedVerdict(mine, theirs),
    group: told(mine.group, theirs.group, sameGroup),
    place: told(mine.place, theirs.place, Object.is),
    time: told(mine.time, theirs.time, Object.is),
  };
}

/** Taking an item out contradicts a label, which says that it is in; where neither says more, 'out' is taken over. */
function excludedVerdict(mine: Said, theirs: Said): Verdict {
  if (mine.excluded && theirs.excluded) return 'same';
  if (theirs.excluded) return mine.label ? 'conflict' : 'take';
  return mine.excluded && theirs.label ? 'conflict' : 'nothing';
}

function told<T>(mine: T | undefined, theirs: T | undefined, same: (mine: T, theirs: T) => boolean): Verdict {
  if (theirs === undefined) return 'nothing';
  if (mine === undefined) return 'take';
  return same(mine, theirs) ? 'same' : 'conflict';
}

/** One side of a conflict. @param nameOf name of a class by its id here */
export function sideOf(said: Said, fact: MergeFact, nameOf: (id: string) => string): MergeSide {
  const { label } = said;
  const texts: Partial<Record<MergeFact, string | undefined>> = {
    ...{ group: said.group, place: said.place, time: said.time },
  };
  return {
    label: label ? nameOf(label.class) : null,
    ...{ by: label?.by ?? null, at: label?.at ?? null, how: label?.how ?? null },
    ...{ check: said.check, excluded: said.excluded },
    text: texts[fact] ?? null,
    box: null,
  };
}
