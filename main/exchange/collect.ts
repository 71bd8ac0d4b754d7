/** @file Gathers what leaves the program from the open project. Pure. Runs in main. */
import path from 'node:path';
import { placeOf } from '../contract/places';
import type { ItemRow, ProjectDocument } from '../contract/model';
import type { NoneRule } from '../contract/none';
import type { SaveOptions } from '../contract/exchange';
import type { OpenLabels } from './parts';
import { guessOf, NONE_OF_THESE } from './write/guess';
import type { OutImage, OutItem, OutLabels } from './write/outItem';

export type Collected = OutLabels & {
  /** Items that are left out because their image is excluded. */
  excluded: number;
};

/** @param rule see {@link guessOf} */
export function collect(
  project: OpenLabels,
  { of, unlabelled }: Pick<SaveOptions, 'of' | 'unlabelled'>,
  rule: NoneRule,
): Collected {
  const { document, rows } = project;
  const folders = foldersOf(document, of);
  const mine = rows.filter((row) => row.state !== 'removed' && folders.has(row.folder));
  const kept = mine.filter((row) => !Object.hasOwn(document.excluded, imageRow(rows, row).id));
  const item = itemMaker(project, rule, namer(document, folders));
  const items = kept.map(item);
  const labelled = of === 'labels' ? items : items.map(labelledByGuess);
  return {
    project: project.name,
    classes: namesOf(document, labelled, of),
    items: unlabelled ? labelled : labelled.filter((one) => one.label !== null || saysMore(one)),
    excluded: mine.length - kept.length,
  };
}

function foldersOf({ folders }: ProjectDocument, of: SaveOptions['of']): Set<string> {
  const wanted = folders.filter(({ id, purpose }) =>
    of === 'labels' ? purpose === 'label' : id === of.results,
  );
  return new Set(wanted.map(({ id }) => id));
}

const imageRow = (rows: readonly ItemRow[], row: ItemRow): ItemRow => rows[row.image] ?? row;

/** A box that a person drew, or anything else that a person said, is not lost for want of a label. */
const saysMore = ({ box, group, role }: OutItem): boolean =>
  box !== null || group !== null || role === 'check';

function itemMaker(
  { document, rows, absolute, guesses }: OpenLabels,
  rule: NoneRule,
  nameOf: (row: ItemRow) => string,
): (row: ItemRow) => OutItem {
  const classes = new Map(document.classes.map((one) => [one.id, one]));
  return (row) => {
    const image = imageRow(rows, row);
    return {
      id: row.id,
      index: row.index,
      image: outImage(image, nameOf(image), absolute(image.index)),
      box: row.box,
      label: classes.get(document.labels[row.id]?.class ?? '')?.name ?? null,
      group: document.groups[row.id] ?? null,
      place: placeOf(document, row),
      time: document.times[row.id] ?? image.capturedAt,
      role: document.roles[row.id] ?? 'learn',
      guess: guessOf(row.index, guesses, classes, rule),
    };
  };
}

function outImage(row: ItemRow, name: string, absolute: string): OutImage {
  const { width, height, size } = row;
  return { name, absolute, width, height, bytes: size, there: row.state !== 'gone' };
}

/** Below its folder; where there are several folders, with the folder's name before, or with its whole path. */
function namer({ folders }: ProjectDocument, wanted: ReadonlySet<string>): (row: ItemRow) => string {
  const some = folders.filter(({ id }) => wanted.has(id));
  const bases = some.map((folder) => path.basename(folder.path));
  const distinct = new Set(bases).size === bases.length;
  const before = new Map(some.map((folder, i) => [folder.id, distinct ? bases[i]! : folder.path]));
  return (row) => (some.length === 1 ? row.path : `${before.get(row.folder)}/${row.path}`);
}

/** For results: what is guessed stands for the label. */
function labelledByGuess(item: OutItem): OutItem {
  const { guess } = item;
  const label = guess === null ? null : guess.known === false ? NONE_OF_THESE : guess.label;
  return { ...item, label };
}

/** The project's order first; what guesses say besides comes after, by name. */
function namesOf({ classes }: ProjectDocument, items: readonly OutItem[], of: SaveOptions['of']): string[] {
  const own = classes.map(({ name }) => name);
  if (of === 'labels') return own;
  const more = new Set(items.flatMap(({ label }) => (label === null || own.includes(label) ? [] : [label])));
  return [...own, ...[...more].sort()];
}
