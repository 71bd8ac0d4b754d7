/**
 * @file What the program is given to open from outside: behind its name when it is started, by a second start while it
 * runs, or by macOS. The path stays in main; the window is told that there is one, and asks for it. Runs in main.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder or project that a program was started with, absolute; null where none was named.
 * @param argv of the process, its binary first
 * @param cwd where it was typed
 * @param hasApp whether the first word after the binary names the app's own folder, as in a checkout
 */
export function pathAmong(argv: readonly string[], cwd: string, hasApp: boolean): string | null {
  // What stands behind the two dashes is a command.
  const end = argv.indexOf('--');
  const typed = (end < 0 ? argv : argv.slice(0, end)).slice(1);
  const words = typed.filter((word) => word !== '' && !word.startsWith('-'));
  const word = words[hasApp ? 1 : 0];
  if (word === undefined) return null;
  // Desktops may write what is dropped on an icon as an address.
  return word.startsWith('file:') ? fileURLToPath(word) : path.resolve(cwd, word);
}

export class Given {
  #path: string | null = null;
  #tell: () => void = () => undefined;

  /** @param tell whoever opens it; what was offered before, they ask for by themselves */
  onOffer(tell: () => void): void {
    this.#tell = tell;
  }

  /** The last one counts. */
  offer(given: string | null): void {
    if (given === null) return;
    this.#path = given;
    this.#tell();
  }

  /** Once. */
  take(): string | null {
    const given = this.#path;
    this.#path = null;
    return given;
  }
}
