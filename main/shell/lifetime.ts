/** @file One app at a time, and an orderly end: what is unsaved is written before the process goes. Runs in main. */
import { app, webContents } from 'electron';
import { endNow } from './endNow';
import { log } from './log';

/**
 * @param onSecond is told what another start was given: its words, its binary first, and where they were typed
 * @returns false where another instance runs already; it has been told
 */
export function claimSingleInstance(onSecond: (argv: string[], cwd: string) => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', (_event, argv, cwd) => onSecond(argv, cwd));
  return true;
}

/**
 * However often the end is asked for, it comes once, and waits for no page.
 * @param finish puts everything away; false: the person would rather stay. The app ends if it throws.
 */
export function setupQuit(finish: () => Promise<boolean>): void {
  let finishing = false;
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (finishing) return;
    finishing = true;
    void finish()
      .catch((error: unknown) => {
        log.error('closing failed', error);
        return true;
      })
      .then((mayQuit) => {
        finishing = false;
        if (mayQuit) end();
      });
  });
}

/** To quit would ask every page whether it may close, and one that hangs never answers. */
function end(): void {
  for (const page of webContents.getAllWebContents()) endNow(page.getOSProcessId());
  app.exit();
}

/** What nobody caught is written down; main goes on, because a label may still be waiting to be saved. */
export function logUncaught(): void {
  process.on('uncaughtException', (error) => log.error('uncaught', error));
  process.on('unhandledRejection', (reason) => log.error('unhandled', reason));
}
