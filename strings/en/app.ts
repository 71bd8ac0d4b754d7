/** @file Sentences of the frame around the views: openings, saving, progress, notices. */
import { count, rate } from '../format';
import { plural } from './plural';
import { timeLeft } from './timeLeft';

export const app = {
  name: 'Imprint Studio',
  views: 'Views',
  label: 'Label',
  map: 'Map',
  check: 'Check',
  export: 'Export',
  evaluate: 'Evaluate',
  fineTune: 'Fine-tune',
  undo: (what: string | null) => (what ? `Undo: ${what}` : 'Nothing to undo'),
  redo: (what: string | null) => (what ? `Redo: ${what}` : 'Nothing to redo'),
  undone: (what: string) => `Undone: ${what}`,
  redone: (what: string) => `Redone: ${what}`,
  shortcuts: 'Keyboard shortcuts',
  dismiss: 'Dismiss',
  close: 'Close',
  cancel: 'Cancel',
  notices: 'Messages',
  starting: 'Starting…',
  opening: 'Opening…',
  projectMenu: (name: string) => `Project ${name}`,
  addFolder: 'Add another folder of images…',
  rescan: 'Look for new and changed images',
  groupImages: 'Group bursts or subfolders…',
  framing: 'What the model sees…',
  findDuplicates: 'Find images that show the same…',
  openFolder: 'Open a folder…',
  openProject: 'Open a project…',
  closeProject: 'Close this project',
  couldNot: {
    start: 'Imprint Studio could not start',
    open: 'That could not be opened',
    close: 'The project could not be closed',
    forget: 'The entry could not be removed',
    apply: 'That was not done',
    undo: 'That could not be undone',
    redo: 'That could not be redone',
    save: 'Not saved yet',
    addFolder: 'The folder could not be added',
    rescan: 'The folder could not be read again',
    reveal: 'The file could not be shown',
    pause: 'Reading could not be paused or resumed',
    details: 'Details of this image could not be read',
    cost: 'What that would cost could not be found out',
    damaged: 'Whether a backbone of your own is damaged could not be found out',
    export: 'The export failed',
    copy: 'That could not be copied',
    earlier: 'What was exported before could not be read',
    search: 'The search gave no answer',
    refresh: 'The window lost track of the project and could not read it again',
  },
  dropOne: 'Drop one folder, project or class file at a time',
  dropNoFile: 'Only folders and files of this computer can be opened. Nothing was opened.',
  rescanned: (added: number, gone: number, changed: number) =>
    added + gone + changed === 0
      ? 'Nothing new in the folder'
      : `${plural(added, 'new image')}, ${count(changed)} changed, ${count(gone)} gone`,
};

export const broken = {
  title: 'The window could not be drawn',
  text: 'Labels that say saved are on disk. Show the window again; if that does not help, close it and open the project anew.',
  again: 'Show again',
};

export const banner = {
  readOnly: 'This project can be looked at but not changed.',
  notSaved: 'The last change is not on disk yet.',
  keepOpen: 'Nothing is lost while this window stays open.',
  tryAgain: 'Try again',
};

export const status = {
  progress: 'Reading images',
  searching: (found: number) => `Looking for images: ${count(found)} found`,
  reading: (done: number, total: number) => `Reading images: ${count(done)} of ${count(total)}`,
  perSecond: (value: number) => `${rate(value)}/s`,
  left: (seconds: number) => `${timeLeft(seconds)} left`,
  paused: (done: number, total: number) => `Paused at ${count(done)} of ${count(total)} images`,
  cancelled: (done: number, total: number) => `Stopped at ${count(done)} of ${count(total)} images`,
  read: (images: number) => `${plural(images, 'image')} read`,
  failed: (images: number) => `${count(images)} could not be read`,
  pause: 'Pause reading',
  resume: 'Go on reading',
  cancel: 'Stop reading',
  saved: 'Saved',
  saving: 'Saving…',
  notSaved: 'Not saved',
  labelled: (labelled: number, all: number) => `${count(labelled)} of ${count(all)} labelled`,
  undo: 'Undo',
  selected: (selected: number) => `${count(selected)} selected`,
};
