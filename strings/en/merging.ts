/** @file Sentences about taking over another person's labels. */
import type {
  MergeConflict,
  MergeFact,
  MergePlan,
  MergeSide,
  MergeUnmatchedReason,
} from '../../main/contract/merging';
import { count, fixed, moment, percent } from '../format';
import { plural } from './plural';

const abouts: Record<MergeFact, string> = {
  label: 'Label',
  role: 'Check or learn',
  group: 'Group',
  place: 'Place',
  time: 'Time',
  excluded: 'Taken out?',
  box: 'Box moved',
};

const reasons: Record<MergeUnmatchedReason, string> = {
  missing: 'not in this project',
  several: 'could be one of several images',
  content: 'the image of this name has other content here',
  twice: 'the same image as another one, which is compared',
};

const taken: Record<keyof MergePlan['taken'], (n: number) => string> = {
  label: (n) => plural(n, 'label'),
  boxes: (n) => plural(n, 'new box', 'new boxes'),
  role: (n) => plural(n, 'item of a check', 'items of a check'),
  group: (n) => plural(n, 'group entry', 'group entries'),
  place: (n) => plural(n, 'place'),
  time: (n) => plural(n, 'time'),
  excluded: (n) => plural(n, 'image taken out', 'images taken out'),
};

const roleOf = ({ check, label }: MergeSide): string =>
  check ? `For the check, ${label ?? 'no label yet'}` : `For learning, ${label ?? 'no label'}`;

const shapeOf = ({ box }: MergeSide): string =>
  box ? `${percent(box.width)} × ${percent(box.height)} at ${percent(box.x)}, ${percent(box.y)}` : '';

function valueOf(fact: MergeFact, side: MergeSide): string {
  if (fact === 'label') return side.label ?? '';
  if (fact === 'role') return roleOf(side);
  if (fact === 'box') return shapeOf(side);
  if (fact === 'excluded') return side.excluded ? 'Taken out' : `In, ${side.label ?? 'no label'}`;
  return (side.text ?? '').replace(/^(\d{4}-\d\d-\d\d)T/, '$1 ');
}

export const merging = {
  menu: 'Take over another person’s labels…',
  comparing: 'Comparing the two projects',
  cancel: 'Cancel',
  couldNotCompare: 'Nothing was taken over',
  couldNotTake: 'Nothing was taken over',
  couldNotSave: 'The lists were not saved',
  taken: 'Taken over',
  undoTakesBack: 'Undo takes all of it back.',

  title: (name: string) => `Take over labels from ${name}?`,
  text: ({ images, people }: MergePlan) => {
    const who = people.length === 0 ? '' : ` Labelled there by ${people.slice(0, 4).join(', ')}.`;
    return `${plural(images.matched, 'image')} of both projects compared, ${count(images.byContent)} found by content.${who} Nothing is changed before you take over, and the other project is only read.`;
  },
  facts: 'What changes',
  newClasses: (names: string[]) =>
    `${plural(names.length, 'new class', 'new classes')}: ${names.slice(0, 6).join(', ')}${names.length > 6 ? ', …' : ''}`,
  takenOf: (plan: MergePlan) =>
    (Object.keys(taken) as (keyof MergePlan['taken'])[]).flatMap((fact) =>
      plan.taken[fact] > 0 ? [`${taken[fact](plan.taken[fact])} taken over`] : [],
    ),
  same: (n: number) => `${plural(n, 'label')} the same in both`,
  conflicts: (n: number) => plural(n, 'conflict'),
  unmatched: ({ items, labels }: MergePlan['unmatched']) =>
    labels === items
      ? `${plural(labels, 'label')} ${labels === 1 ? 'belongs' : 'belong'} to images that are not in this project`
      : `${plural(items, 'item')}, of which ${count(labels)} with a label, ${items === 1 ? 'belongs' : 'belong'} to images that are not in this project`,
  unmatchedOne: (path: string, label: string | null, reason: MergeUnmatchedReason) =>
    `${path}${label === null ? '' : `, ${label}`}: ${reasons[reason]}`,
  more: (n: number) => `and ${count(n)} more, in the saved list`,
  agreement: ({ both, same, kappa }: MergePlan['agreement']) => {
    if (both === 0) return 'No item was labelled by both.';
    const share = `Both labelled ${plural(both, 'item')}, ${count(same)} of them the same (${percent(same / both)}).`;
    if (kappa !== null) return `${share} Beyond chance: Cohen’s kappa ${fixed(kappa, 2)}.`;
    return both < 20 ? `${share} Too few for more than that.` : share;
  },
  nothing: 'The other project says nothing that this one does not have.',

  all: 'All conflicts',
  rules: { mine: 'All mine', theirs: 'All theirs', newer: 'Newer wins' },
  list: 'Conflicts',
  keys: '1 mine, 2 theirs',
  chosen: (theirs: number, all: number) => `${count(theirs)} of ${count(all)} as theirs`,
  about: (fact: MergeFact) => abouts[fact],
  mine: 'Mine',
  theirs: 'Theirs',
  value: ({ fact, ...sides }: MergeConflict, which: 'mine' | 'theirs') => valueOf(fact, sides[which]),
  said: ({ by, at }: MergeSide) => (by === null || at === null ? '' : `${by}, ${moment(at)}`),

  save: 'Save the lists…',
  saved: 'The lists were saved',
  take: 'Take over',
  taking: 'Taking over…',
};
