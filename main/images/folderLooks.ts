/**
 * @file Looks through the project's folders, and brings rows, index and reading in step with what is there now. Runs in
 * main.
 */
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { ImageFolder } from '../contract/model';
import { AbsentRows, isAway } from './absentRows';
import type { Announcements } from './announcements';
import { Arrivals, rootOf, sameSize } from './arrivals';
import type { Items } from './items';
import { knownImages } from './knownImages';
import type { LibraryEvents } from './libraryParts';
import type { Reader } from './reader';
import { scanFolders, type FoundImage, type ScanProblem, type ScanResult } from './scan';
import { keyOf } from './scanDiff';
import type { ScanIndex } from './scanIndex';

export interface FolderLookParts {
  items: Items;
  reader: Reader;
  index: ScanIndex;
  announcements: Announcements;
  events: Pick<LibraryEvents, 'problems'>;
  /** The folders that were gone into, and in which something may happen from now on. */
  entered: (folders: ScanResult['entered']) => void;
}

export interface LookOptions {
  /** Nobody asked for it: what was told before is not told again. */
  quiet?: boolean;
}

/** How many images. */
export interface Found {
  added: number;
  changed: number;
  gone: number;
}

/** Files found that are compared with their rows at a time. */
const COMPARED_AT_A_TIME = 4000;

export class FolderLooks {
  readonly absent: AbsentRows;
  readonly #arrivals: Arrivals;
  #missing: readonly string[] = [];
  #told: ReadonlySet<string> = new Set();
  #closed = false;

  constructor(private readonly parts: FolderLookParts) {
    const { items, reader, index, announcements } = parts;
    this.absent = new AbsentRows({ items, reader, index });
    this.#arrivals = new Arrivals({
      ...{ items, reader, index },
      isClosed: () => this.#closed,
      onFirst: () => announcements.firstRows(),
    });
  }

  /** Ids of the folders that the last look did not find. */
  get missing(): readonly string[] {
    return this.#missing;
  }

  /**
   * Looks what is in the folders now, and has what is new or changed read.
   * @param mentioned tells which images something was decided about: they are shown also where they are not there
   * @returns null where it was closed meanwhile
   */
  async look(
    folders: readonly ImageFolder[],
    mentioned: () => ReadonlySet<string>,
    { quiet = false }: LookOptions,
  ): Promise<Found | null> {
    const { index, reader, announcements } = this.parts;
    const isFirst = announcements.isSearching;
    const shown = isFirst ? await this.#arrivals.add(await knownImages(index.entries, folders), folders) : [];
    const met = { added: 0, changed: 0 };
    const result = await this.#search(folders, async (images) => {
      shown.push(...(await this.#arrivals.meet(images, folders, met)));
    });
    if (this.#closed) return null;
    this.#missing = result.missing;
    const diff = index.update(
      result,
      folders.map((folder) => folder.id),
    );
    reader.files.facts.rewritten(sameSize(diff.changed));
    shown.push(
      ...(await this.#renew(result.images, new Set(diff.changed.map(({ now }) => keyOf(now))), folders)),
    );
    if (this.#closed) return null;
    this.absent.forget(diff.gone.map(keyOf), isFirst ? mentioned() : null);
    await this.absent.show({ folders, missing: this.#missing, mentioned: mentioned(), isFirst });
    announcements.searched();
    this.#tell(result.problems, quiet);
    this.parts.entered(result.entered);
    await Promise.all(shown);
    const added = isFirst ? result.images.length : diff.added.length + met.added;
    return { added, changed: diff.changed.length + met.changed, gone: diff.gone.length };
  }

  close(): void {
    this.#closed = true;
  }

  #search(
    folders: readonly ImageFolder[],
    onImages: (images: FoundImage[]) => Promise<void>,
  ): Promise<ScanResult> {
    const { announcements } = this.parts;
    const onProgress = (found: number): void => announcements.searching(found);
    return scanFolders(folders, { onProgress, onImages }).catch((error: unknown) => {
      announcements.searched();
      throw error;
    });
  }

  /** Rows of images that cannot stay as they are. @returns the reading of each part */
  async #renew(
    images: readonly FoundImage[],
    changed: ReadonlySet<string>,
    folders: readonly ImageFolder[],
  ): Promise<Promise<void>[]> {
    const reading: Promise<void>[] = [];
    for (let at = 0; at < images.length && !this.#closed; at += COMPARED_AT_A_TIME) {
      const entries = images
        .slice(at, at + COMPARED_AT_A_TIME)
        .filter((file) => changed.has(keyOf(file)) || !this.#isAsListed(file, rootOf(folders, file.folder)))
        .flatMap((file) => this.parts.index.get(keyOf(file)) ?? []);
      reading.push(...(await this.#arrivals.add(entries, folders)));
      await setImmediate();
    }
    return reading;
  }

  /** Whether a file that is there has a row that says so, at this place. */
  #isAsListed(file: FoundImage, root: string): boolean {
    const { items } = this.parts;
    const row = items.indexOf(keyOf(file));
    return row !== null && !isAway(items.row(row)) && items.absolute(row) === path.join(root, file.path);
  }

  #tell(problems: readonly ScanProblem[], quiet: boolean): void {
    const reasons = problems.map((problem) => problem.reason);
    const fresh = quiet ? reasons.filter((reason) => !this.#told.has(reason)) : reasons;
    this.#told = new Set(reasons);
    if (fresh.length > 0) this.parts.events.problems(fresh);
  }
}
