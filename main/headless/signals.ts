/** @file Ctrl-C and its like, and faults: a command then stops where it stands and puts its things away. Runs in main. */
import { app } from 'electron';
import { Interrupted } from './exit';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Never resolves; rejects with Interrupted once the person, or the system, wants the command to end; or with a fault. */
export function untilInterrupted(): Promise<never> {
  return new Promise((_, reject) => {
    const stop = (): void =>
      reject(new Interrupted('Stopped. What was written before is whole; nothing else was.'));
    for (const signal of SIGNALS) process.on(signal, stop);
    // After a fault in a callback the command would wait for ever.
    process.on('uncaughtException', reject);
    // Electron takes some of them for a wish to quit, which would cut the putting away short.
    app.on('before-quit', (event) => {
      event.preventDefault();
      stop();
    });
  });
}
