/**
 * @file Tells that something happened in the folders of the project, not what: a look does. Runs in main.
 *
 * [Note: the system's own watch, and nothing read] One watch per folder on Linux, one per tree elsewhere. chokidar
 * reads every folder once more at the start and after each change, and holds a watch per file: 5.0 s of processor time
 * and 300 MB for 50,000 files, 1.4 s with files left out, and 3.8 s for 20 new files in a folder of 50,000; this costs
 * 5 ms and nothing. The scan has the list of folders anyway.
 */
import { watch } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import path from 'node:path';
import { errorCode } from '../projects/errors';
import { isFolderToEnter, isImageName } from './scanNames';
import { holds } from './scanPlace';
import { told } from '../../strings/words';

export interface FolderWatchParts {
  changed: () => void;
  /** Told in a sentence, once, where not all can be watched. */
  problem: (sentence: string) => void;
  /** The system watches whole trees by itself. */
  trees?: boolean;
  watch?: typeof watch;
}

export class FolderWatch {
  readonly #watched = new Map<string, FSWatcher>();
  readonly #trees: boolean;
  #complained = false;
  #first = true;

  constructor(private readonly parts: FolderWatchParts) {
    this.#trees = parts.trees ?? process.platform !== 'linux';
  }

  /** How many watches the system holds for us. */
  get size(): number {
    return this.#watched.size;
  }

  /** These folders and no others are watched from now on. Those that cannot be are left to F5. */
  follow(folders: readonly string[]): void {
    const wanted = new Set(this.#trees ? topmost(folders) : folders);
    for (const folder of this.#watched.keys()) if (!wanted.has(folder)) this.#drop(folder);
    const [isFirst, before] = [this.#first, this.size];
    this.#first = false;
    for (const folder of wanted) {
      if (this.#watched.has(folder) || this.#add(folder)) continue;
      this.#complain(wanted.size);
      break;
    }
    // A new folder is still being filled while it is looked through: what came before its watch would be missed.
    if (!isFirst && this.size > before) this.parts.changed();
  }

  close(): void {
    for (const folder of [...this.#watched.keys()]) this.#drop(folder);
  }

  /** @returns false where the system's supply is used up: the next ones would fail as well */
  #add(folder: string): boolean {
    try {
      const options = { persistent: false, recursive: this.#trees };
      const watcher = (this.parts.watch ?? watch)(folder, options, (event, name) =>
        this.#heard(folder, event, name),
      );
      watcher.on('error', () => this.#drop(folder));
      this.#watched.set(folder, watcher);
      return true;
    } catch (error) {
      return !['ENOSPC', 'EMFILE', 'ENFILE'].includes(errorCode(error) ?? '');
    }
  }

  #heard(folder: string, event: string, name: string | Buffer | null): void {
    const plain =
      String(name ?? '')
        .split(/[\\/]/)
        .at(-1) ?? '';
    // The watch of a folder that goes is worth nothing, also when one of its name comes back.
    if (event === 'rename' && plain === path.basename(folder)) this.#drop(folder);
    const isOurs = plain === '' || isImageName(plain) || (event === 'rename' && isFolderToEnter(plain));
    if (isOurs) this.parts.changed();
  }

  #drop(folder: string): void {
    this.#watched.get(folder)?.close();
    this.#watched.delete(folder);
  }

  #complain(wanted: number): void {
    if (this.#complained) return;
    this.#complained = true;
    this.parts.problem(told().images.watchesSome(this.size, wanted));
  }
}

/** Those that lie in no other one. */
function topmost(folders: readonly string[]): string[] {
  const tops: string[] = [];
  for (const folder of [...folders].sort()) if (!tops.some((top) => holds(top, folder))) tops.push(folder);
  return tops;
}
