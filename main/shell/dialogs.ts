/** @file Every native dialog. Paths that a person picks come from here and stay in main. */
import { dialog, type BrowserWindow } from 'electron';

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

/** @returns whether the person agreed */
export async function confirm(
  window: BrowserWindow | null,
  question: { title: string; text: string; yes: string; no: string },
): Promise<boolean> {
  const options = {
    type: 'question' as const,
    message: question.title,
    detail: question.text,
    buttons: [question.yes, question.no],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  };
  const answer = window ? await dialog.showMessageBox(window, options) : await dialog.showMessageBox(options);
  return answer.response === 0;
}
