/** @file Every native dialog. Paths that a person picks come from here and stay in main. */
import { dialog, type BrowserWindow } from 'electron';
import type { RecoveryDetails } from '../projects/recovery';
import { moment } from '../../strings/format';
import { words } from '../../strings/words';

/** Without a choice of the person's, null. */
export async function chooseDirectory(
  window: BrowserWindow,
  title: string,
  button: string,
): Promise<string | null> {
  const answer = await dialog.showOpenDialog(window, {
    title,
    buttonLabel: button,
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  });
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}

/** @param filters kinds of files, the usual ones first */
export async function chooseFile(
  window: BrowserWindow,
  title: string,
  button: string,
  filters: { name: string; extensions: string[] }[],
): Promise<string | null> {
  const answer = await dialog.showOpenDialog(window, {
    title,
    buttonLabel: button,
    filters,
    properties: ['openFile', 'dontAddToRecent'],
  });
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}

/** Where to save a file; the dialog itself asks before one is replaced. @param file what it is called unless told otherwise */
export async function chooseNewFile(
  window: BrowserWindow,
  title: string,
  file: string,
  filters: { name: string; extensions: string[] }[],
): Promise<string | null> {
  const answer = await dialog.showSaveDialog(window, {
    title,
    buttonLabel: words().native.save,
    defaultPath: file,
    filters,
    properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
  });
  return answer.canceled ? null : (answer.filePath ?? null);
}

interface Question {
  title: string;
  text: string;
  yes: string;
  no: string;
  /** What it means to close the question without a choice. */
  closed: 'yes' | 'no';
}

/** @returns whether the person agreed */
export async function confirm(window: BrowserWindow | null, question: Question): Promise<boolean> {
  const options = {
    type: 'question' as const,
    message: question.title,
    detail: question.text,
    buttons: [question.yes, question.no],
    defaultId: 0,
    cancelId: question.closed === 'yes' ? 0 : 1,
    noLink: true,
  };
  const answer = window ? await dialog.showMessageBox(window, options) : await dialog.showMessageBox(options);
  return answer.response === 0;
}

/** A project's file is broken: its newest good backup is used only if the person wants it. */
export function confirmRecovery(window: BrowserWindow | null, found: RecoveryDetails): Promise<boolean> {
  const { backup, keptAs, problem, project } = found;
  const { native } = words();
  const when = moment(backup.savedAt);
  return confirm(window, {
    title: native.useBackup(project),
    text: native.backup(problem, when, backup.classes, backup.labels, keptAs),
    yes: native.useIt,
    no: native.leaveIt,
    closed: 'no',
  });
}

/** @returns whether the person gives up what could not be saved */
export async function confirmDiscard(window: BrowserWindow | null, why: string): Promise<boolean> {
  const { native } = words();
  const stay = await confirm(window, {
    title: native.stayTitle,
    text: why,
    yes: native.stay,
    no: native.quitAnyway,
    closed: 'yes',
  });
  return !stay;
}
