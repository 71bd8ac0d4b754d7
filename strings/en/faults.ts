/** @file What is said of what should not have happened, in the window and, where that is what failed, by the system. */
import type { FaultKind } from '../../main/contract/areas/faults';

const SAVED = 'Labels that say saved are on the disk.';

export const faults = {
  title: {
    main: 'Something unexpected went wrong',
    window: 'Something unexpected went wrong in the window',
    engine: 'The engine keeps ending',
    decoder: 'Images cannot be decoded',
    crashed: 'The window ended unexpectedly',
    hangs: 'The window does not answer',
  } satisfies Record<FaultKind | 'crashed' | 'hangs', string>,
  text: {
    main: `${SAVED} You can go on; if something looks wrong, close the project and open it again.`,
    window: `${SAVED} You can go on; if something looks wrong, close the project and open it again.`,
    engine: `${SAVED} It is being started again. If it goes on ending, close other programs so that more memory is free, or let it use fewer threads in the preferences.`,
    decoder: `${SAVED} Close other programs if memory is short, then look for new images with F5.`,
    crashed: `${SAVED} Show it again and go on where you were; if it ends again, close other programs so that more memory is free.`,
    hangs: `${SAVED} It may be busy: wait a little. If it stays so, show it anew and go on where you were.`,
    /** Kind of file, in a dialog. */
    file: 'Text',
  },
  report:
    'A report says what happened, on which versions and how much memory, and ends with the last lines of the log. It names no images, classes or folders of yours. Nothing is sent: what becomes of it is up to you.',
  see: 'What it says',
  reading: 'Reading…',
  goOn: 'Go on',
  wait: 'Wait',
  showAnew: 'Show the Window Anew',
  save: 'Save Report…',
  copy: 'Copy Report',
  showLog: 'Show Log',
  saved: (file: string) => `Saved as ${file}.`,
  copied: 'The report is in the clipboard.',
  unexpected: 'Something unexpected went wrong; your labels are as they were. Trying again may help.',
  unasked: 'Your labels are safe. Opening the project again may help.',
  couldNotSave: 'The report could not be saved',
  couldNotCopy: 'The report could not be copied',
  couldNotShow: 'The log could not be shown',
};
