/** @file One app at a time, and an orderly end: what is unsaved is written before the process goes. Runs in main. */
import { app } from 'electron';
import { log } from './log';

/** @returns false where another instance runs already; it has been told to come to the front */
export function claimSingleInstance(onSecond: () => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', onSecond);
  return true;
}

/** @param finish puts everything away; false: the person would rather stay. The app quits if it throws. */
export function setupQuit(finish: () => Promise<boolean>): void {
  let finished = false;
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (finished) return;
    event.preventDefault();
    void finish()
      .catch((error: unknown) => {
        log.error('closing failed', error);
        return true;
      })
      .then((mayQuit) => {
        finished = mayQuit;
        if (mayQuit) app.quit();
      });
  });
}

/** What nobody caught is written down; main goes on, because a label may still be waiting to be saved. */
export function logUncaught(): void {
  process.on('uncaughtException', (error) => log.error('uncaught', error));
  process.on('unhandledRejection', (reason) => log.error('unhandled', reason));
}
