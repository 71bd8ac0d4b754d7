/**
 * @file A window that crashed or answers no more cannot say so itself: a dialog of the system does, and draws it anew if the
 * person likes. What was labelled is in main and on the disk. Runs in main.
 */
import { dialog, type BrowserWindow } from 'electron';
import { once } from 'node:events';
import { words } from '../../../strings/words';
import { log } from '../log';
import type { Faults } from './faults';

export interface WatchParts {
  window: BrowserWindow;
  faults: Pick<Faults, 'note' | 'save' | 'copy'>;
  /** Loads the page anew. */
  reload: () => Promise<void>;
  showLog: () => void;
}

/** What a person chooses last; the others lead back to the question. */
type Choice = 'anew' | 'wait';

export function watchWindow(parts: WatchParts): void {
  const { window, faults } = parts;
  const { webContents } = window;
  let asked: AbortController | null = null;
  /** Its process is being ended on purpose. */
  let renewing = false;

  const ask = async (words: Words, rest: AbortController): Promise<void> => {
    if (asked) return;
    asked = rest;
    const choice = await question(parts, words, rest.signal);
    asked = null;
    if (choice !== 'anew') return;
    renewing = true;
    await drawAnew(parts).finally(() => (renewing = false));
  };

  webContents.on('render-process-gone', (_, { reason, exitCode }) => {
    if (reason === 'clean-exit' || renewing) return;
    // While the question about a window that stands still is open, this is the answer to it.
    asked?.abort();
    asked = null;
    faults.note('window', new Error(`The window's process ended: ${reason}, code ${exitCode}.`));
    log.error(`the window's process ended: ${reason}, code ${exitCode}`);
    void ask(said('crashed'), new AbortController());
  });
  window.on('unresponsive', () => {
    faults.note('window', new Error('The window did not answer.'));
    log.error('the window does not answer');
    void ask(said('hangs'), new AbortController());
  });
  window.on('responsive', () => {
    log.info('the window answers again');
    asked?.abort();
  });
}

interface Words {
  title: string;
  text: string;
  /** The last choices, the first of them usual. */
  choices: readonly { choice: Choice; label: string }[];
}

function said(what: 'crashed' | 'hangs'): Words {
  const { faults } = words();
  const anew = { choice: 'anew', label: faults.showAnew } as const;
  const wait = { choice: 'wait', label: faults.wait } as const;
  return {
    title: faults.title[what],
    text: faults.text[what],
    choices: what === 'crashed' ? [anew] : [wait, anew],
  };
}

/** Asks until a last choice is made. */
async function question(
  { window, faults, showLog }: WatchParts,
  { title, text, choices }: Words,
  signal: AbortSignal,
): Promise<Choice | null> {
  const { faults: labels } = words();
  let note = '';
  for (;;) {
    const answer = await dialog.showMessageBox(window, {
      type: 'warning',
      message: title,
      detail: note === '' ? text : `${text}\n\n${note}`,
      buttons: [...choices.map(({ label }) => label), labels.save, labels.copy, labels.showLog],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
      signal,
    });
    if (signal.aborted) return null;
    const chosen = choices[answer.response];
    if (chosen) return chosen.choice;
    note = await help(answer.response - choices.length, { faults, showLog });
  }
}

/** @returns what came of it, as a sentence */
async function help(
  which: number,
  { faults, showLog }: Pick<WatchParts, 'faults' | 'showLog'>,
): Promise<string> {
  const { faults: labels } = words();
  try {
    if (which === 0) {
      const file = await faults.save();
      return file === null ? '' : labels.saved(file);
    }
    if (which === 1) {
      await faults.copy();
      return labels.copied;
    }
    showLog();
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function drawAnew({ window, reload }: WatchParts): Promise<void> {
  if (window.isDestroyed()) return;
  const { webContents } = window;
  // One that hangs would not hear of a new address, and one that is ending would take the new page with it.
  if (!webContents.isCrashed()) {
    const gone = once(webContents, 'render-process-gone');
    webContents.forcefullyCrashRenderer();
    await gone;
  }
  await reload();
}
