/** @file Sentences of filters and orders. */
import type { LabelHow } from '../../main/contract/model';
import type { FacetName, Status } from '../../renderer/logic/filter';
import type { SortName } from '../../renderer/logic/sorts';
import { count, percent } from '../format';

export const filters = {
  tabs: 'Filter',
  status: {
    all: 'All',
    unlabelled: 'Unlabelled',
    labelled: 'Labelled',
    doubtful: 'Doubtful',
    failed: 'Failed',
    excluded: 'Excluded',
  } satisfies Record<'all' | Status, string>,
  add: 'Add filter',
  /** The row of chips. */
  chips: 'Filters in use',
  edit: (facet: string, value: string) => (value === '' ? facet : `${facet}: ${value}`),
  remove: (facet: string, value: string) => `Remove filter ${value === '' ? facet : `${facet}: ${value}`}`,
  clear: 'Clear filters',
  names: {
    status: 'Status',
    class: 'Class',
    guess: 'Guess',
    confidence: 'Confidence',
    duplicates: 'Duplicates',
    role: 'Purpose',
    how: 'How labelled',
    added: 'New since',
    captured: 'Captured',
    folder: 'Folder',
    place: 'Place',
    kind: 'Kind',
    text: 'Name contains',
    set: 'Found',
  } satisfies Record<FacetName, string>,
  part: 'Which images of the class',
  parts: { both: 'All', labelled: 'Labelled', guessed: 'Guessed' },
  role: { learn: 'for learning', check: 'for checking' },
  how: {
    hand: 'by hand',
    accepted: 'guess accepted',
    bulk: 'accepted with others',
    imported: 'imported',
    folder: 'from the folder’s name',
  } satisfies Record<LabelHow, string>,
  kind: { image: 'images', box: 'boxes' },
  quoted: (text: string) => `‘${text}’`,
  lastOpening: 'the last time it was open',
  sinceDay: 'Since this day',
  range: (from: number, to: number) => `${percent(from)} to ${percent(to)}`,
  from: 'From',
  to: 'To',
  atLeast: 'At least',
  atMost: 'At most',
  captured: (from: string | null, to: string | null) =>
    from === null ? `until ${to}` : to === null ? `from ${from}` : from === to ? from : `${from} to ${to}`,
  text: 'Part of the file’s name or of its folder',
  or: (names: readonly string[]) =>
    names.length <= 2 ? names.join(' or ') : `${names[0]} or ${count(names.length - 1)} more`,
  more: (names: number) => `${count(names)} more: use Name contains`,
};

export const sorts = {
  title: (name: string) => `Sort: ${name}`,
  names: {
    folder: 'as in the folder',
    name: 'by name',
    captured: 'by capture time',
    newest: 'newest first',
    alike: 'alike beside each other',
    class: 'by class',
    certain: 'most certain first',
    doubtful: 'most doubtful first',
    found: 'as found',
  } satisfies Record<SortName, string>,
  reversed: (name: string) => `${name}, reversed`,
  reverse: 'Reverse the order',
};
