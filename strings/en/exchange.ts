/** @file Sentences about labels that come from files and folders, and go there. */
import type { FolderQuestion, ImportFormat, ImportPlan } from '../../main/contract/exchange';
import { count } from '../format';
import { plural } from './plural';

const formats: Record<ImportFormat, string> = {
  csv: 'CSV',
  fiftyone: 'FiftyOne',
  'label-studio': 'Label Studio',
  tree: 'A folder per class',
  folders: 'Folder names',
};

const units: Record<ImportFormat, string> = {
  csv: 'row',
  fiftyone: 'entry',
  'label-studio': 'task',
  tree: 'image',
  folders: 'image',
};

const lines: Record<ImportFormat, string> = {
  csv: 'Line',
  fiftyone: 'Entry',
  'label-studio': 'Task',
  tree: 'Image',
  folders: 'Image',
};

const reasons: Record<FolderQuestion['because'], string> = {
  words: 'The names are words, as those of classes are.',
  dates: 'Most of the names are dates.',
  numbers: 'Most of the names are numbers.',
  repeated: 'Most of the names come again below other folders.',
  many: 'There are many folders with few images each.',
};

export const exchange = {
  importFrom: 'Import labels',
  fromFile: 'From a file (CSV, FiftyOne, Label Studio)…',
  fromTree: 'From a folder per class…',
  fromFolders: 'From the names of the folders…',
  planning: 'Reading the labels',
  couldNotRead: 'The labels could not be read',
  couldNotImport: 'Nothing was imported',
  couldNotAsk: 'The folders could not be looked at',
  couldNotAnswer: 'The answer could not be kept',
  imported: 'Imported',
  undoTakesBack: 'Undo takes all of it back.',

  planTitle: (source: string) => `Import labels from ${source}?`,
  planText: ({ format, rows, usable }: ImportPlan) =>
    usable === rows
      ? `${formats[format]}, ${plural(rows, units[format], unitsOf(format))}. Nothing is changed before you import.`
      : `${formats[format]}, ${plural(rows, units[format], unitsOf(format))}, of which ${count(usable)} can be used. Nothing is changed before you import.`,
  classes: 'Classes',
  class: 'Class',
  items: 'Items',
  isNew: 'new',
  isThere: 'in the project',
  facts: 'What changes',
  fresh: (n: number) => `${plural(n, 'item')} without a label ${n === 1 ? 'gets' : 'get'} one`,
  same: (n: number) => `${plural(n, 'item')} ${n === 1 ? 'has' : 'have'} the same label already`,
  boxes: (n: number) => plural(n, 'new box', 'new boxes'),
  groups: (n: number) => `${plural(n, 'item')} ${n === 1 ? 'gets' : 'get'} a group`,
  places: (n: number) => `${plural(n, 'item')} ${n === 1 ? 'gets' : 'get'} a place`,
  times: (n: number) => `${plural(n, 'item')} ${n === 1 ? 'gets' : 'get'} a time`,
  roles: (n: number) => `${plural(n, 'item')} ${n === 1 ? 'gets' : 'get'} the role check`,
  byNameAlone: (n: number) => `${plural(n, 'image')} matched by the file’s name alone: the folders differ`,
  ignored: (columns: string[]) => `Not used: ${columns.join(', ')}`,
  conflicts: ({ conflicts, otherConflicts }: ImportPlan) =>
    conflicts > 0
      ? `${plural(conflicts, 'item')} ${conflicts === 1 ? 'has' : 'have'} another label in the project`
      : `${plural(otherConflicts, 'item')} ${otherConflicts === 1 ? 'has' : 'have'} another group, place, time or role in the project`,
  keep: 'Keep what the project says',
  replace: 'Take what the file says',
  conflictExample: (path: string, has: string, gets: string) => `${path}: ${has} → ${gets}`,
  problems: (n: number, format: ImportFormat) => `${plural(n, units[format], unitsOf(format))} left out`,
  line: (format: ImportFormat, line: number) => `${lines[format]} ${count(line)}`,
  more: (n: number) => `and ${count(n)} more`,
  nothing: 'Nothing of this is new to the project.',
  import: 'Import',
  importing: 'Importing…',
  cancel: 'Cancel',

  questionTitle: (name: string, n: number) => `Are the ${count(n)} folders in ${name} classes or places?`,
  question: 'Classes or places?',
  evidence: (name: string, images: number) => `${name} ${count(images)}`,
  reason: (because: FolderQuestion['because']) => reasons[because],
  answers: {
    classes: 'They are classes',
    places: 'They are places',
    plain: 'Neither',
  },
  meanings: {
    classes: 'Labels each image with the name of its folder',
    places: 'A column and a filter, never a label',
    plain: 'Folders say nothing about the images',
  },
  later: 'Ask another time',
};

function unitsOf(format: ImportFormat): string {
  return format === 'fiftyone' ? 'entries' : `${units[format]}s`;
}
