/** @file Sentences about purging: what a project remembers of what was removed from it. */
import type { PurgeEntry, PurgeKind } from '../../main/contract/areas/purging';
import { plural } from './plural';

const KINDS: Record<PurgeKind, (count: number) => string> = {
  history: (n) =>
    n > 0 ? `The history of ${plural(n, 'change')}: undo will not reach back` : 'Remains of an older history',
  states: (n) =>
    `${plural(n, 'older state')} of the project: backups and versions that were put aside. A backup of the present state stays`,
  thumbnails: (n) =>
    `Thumbnails of ${plural(n, 'image or box', 'images and boxes')} not in the project any more`,
  embeddings: (n) =>
    n > 0
      ? `Embeddings of ${plural(n, 'image or box', 'images and boxes')} that are excluded, gone, or not in the project any more`
      : 'Damaged remains of embeddings',
  files: (n) =>
    `Names of ${plural(n, 'image file')}: gone, or in folders that were taken out, and nothing is said of them`,
  given: (n) => `Sums of ${plural(n, 'class', 'classes')} that came from files and were taken away again`,
  heads: (n) => `${plural(n, 'trained head')} not in use`,
  tuned: (n) => `${plural(n, 'tuned backbone')} not in use`,
  features: () => 'Features of images that training begins from; they are computed anew when they are needed',
  exports: (n) =>
    `Names of classes that are no more, in ${plural(n, 'note')} of what was exported; the rest of the notes stays`,
  contests: (n) => `${plural(n, 'kept comparison')} of methods, with the images and classes of then`,
};

export const purging = {
  menu: 'Purge…',
  title: 'Forget what was removed',
  text: 'Labels, classes, boxes and images that you removed can still be read from the project’s folder. Purging removes that for good. What the project says now stays as it is, and so do your image files.',
  looking: 'Looking through the project…',
  list: 'What would be removed',
  entry: ({ kind, count }: PurgeEntry) => KINDS[kind](count),
  nothing: 'There is nothing to purge: the project remembers nothing but what it says now.',
  beyond: 'Out of reach',
  beyondText:
    'What was saved or copied elsewhere: exported models (whose manifest.csv lists the images that taught them by the hash of their content, with labels and who gave them), labels and reports, copies of the project’s folder by you, a backup program or a synchronised folder; and what a disk keeps of deleted files.',
  sure: 'I know that none of this can be undone',
  remove: 'Remove for good',
  removing: (done: number, total: number) => `Removing ${Math.min(done + 1, total)} of ${total}…`,
  done: 'Purged',
  doneText: 'This was removed, and the project does not remember it any more.',
  removed: 'What was removed',
  failed: 'Still there',
  again: 'What is still there can be purged again.',
  couldNotLook: 'Nothing was purged',
};
