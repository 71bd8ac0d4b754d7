/** @file The log file (and stderr in development). One place, so that no room depends on the logging library. */
import electronLog from 'electron-log/node';

export const log = electronLog.create({ logId: 'main' });

/** Where the log is written; headless commands keep the console quiet because their stdout is a contract. */
export function setupLog(file: string, console: 'quiet' | 'warnings'): void {
  // It writes nothing at all where it finds no name, as in a bundle that is started from a checkout.
  log.transports.file.setAppName('Imprint Studio');
  log.transports.file.resolvePathFn = () => file;
  log.transports.file.level = 'info';
  log.transports.file.maxSize = 2 * 1024 * 1024;
  log.transports.console.level = console === 'quiet' ? false : 'warn';
}
