/**
 * @file Finds the images of folders: every file below them that is named like one, each once, whatever links lead to
 * it. Opens none. Runs in main.
 *
 * Links are followed after everything else was found, so that a file is listed where it really is if it is there.
 */
import { promises as fs } from 'node:fs';
import type { Dirent, Stats } from 'node:fs';
import path from 'node:path';
import { errorCode } from '../projects/errors';
import { sortNaturally } from './naturalOrder';
import { isFolderToEnter, isImageName } from './scanNames';
import { below, holds } from './scanPlace';
import type { Place } from './scanPlace';
import { noFile, unread } from './scanProblems';
import type { ScanProblem } from './scanProblems';
import { statAll } from './statAll';

export type { ScanProblem } from './scanProblems';

export interface FoundImage {
  /** Id of its folder. */
  folder: string;
  /** Below the folder, '/' separated. */
  path: string;
  /** Bytes. */
  size: number;
  /** ms since 1970, as exactly as the file system says. */
  mtimeMs: number;
}

export interface ScanResult {
  /** Folder by folder in the given order, in each in natural order of their paths. */
  images: FoundImage[];
  problems: ScanProblem[];
  /** Ids of folders that are not there or may not be read: nothing is known of their images. */
  missing: string[];
  /** Every folder that was entered: where it really is. */
  entered: string[];
}

export interface ScanOptions {
  /** Told about ten times a second how many images were found so far. */
  onProgress?: (found: number) => void;
  /** Stops the scan. */
  signal?: AbortSignal;
}

/** The person stopped the scan. */
export class ScanCancelled extends Error {
  override readonly name = 'ScanCancelled';
}

/** @throws {ScanCancelled} after `signal` was aborted. Whatever cannot be read becomes a problem. */
export async function scanFolders(
  folders: readonly { id: string; path: string }[],
  options: ScanOptions = {},
): Promise<ScanResult> {
  const scan = new Scan(options);
  for (const folder of folders) await scan.enterRoot(folder);
  await scan.followLinks();
  const images = folders.flatMap(({ id }) =>
    sortNaturally(
      scan.images.filter((i) => i.folder === id),
      (i) => i.path,
    ),
  );
  return { images, problems: scan.problems, missing: scan.missing, entered: scan.entered };
}

const AT_ONCE = 64;
const FOLDERS_AT_ONCE = 8;
const PROGRESS_MS = 100;

class Scan {
  readonly images: FoundImage[] = [];
  readonly problems: ScanProblem[] = [];
  readonly missing: string[] = [];
  readonly entered: string[] = [];
  /** Real paths of folders that were entered, and of files that were listed. */
  readonly #seen = new Set<string>();
  readonly #roots: string[] = [];
  #links: Place[] = [];
  #toldAt = 0;

  constructor(private readonly options: ScanOptions) {}

  async enterRoot({ id, path: root }: { id: string; path: string }): Promise<void> {
    const place = { folder: id, relative: '', real: root };
    try {
      place.real = await fs.realpath(root);
      this.#roots.push(place.real);
    } catch (error) {
      this.missing.push(id);
      this.#report(place, error);
      return;
    }
    await this.#walk(place);
  }

  async followLinks(): Promise<void> {
    while (this.#links.length > 0) {
      const links = sortNaturally(this.#links, (link) => link.relative);
      this.#links = [];
      for (const link of links) await this.#follow(link);
    }
  }

  async #walk(start: Place): Promise<void> {
    const waiting = [start];
    while (waiting.length > 0) {
      const some = waiting.splice(-FOLDERS_AT_ONCE);
      const found = await Promise.all(some.map((place) => this.#read(place)));
      waiting.push(...found.flat());
    }
  }

  /** Lists one folder's images. @returns the folders in it. */
  async #read(place: Place): Promise<Place[]> {
    if (this.#seen.has(place.real)) return [];
    this.#seen.add(place.real);
    let entries: Dirent[];
    try {
      entries = await fs.readdir(place.real, { withFileTypes: true });
    } catch (error) {
      if (place.relative === '') this.missing.push(place.folder);
      this.#report(place, error);
      return [];
    }
    this.entered.push(place.real);
    const inside = (entry: Dirent): Place => below(place, entry.name);
    this.#links.push(...entries.filter((e) => e.isSymbolicLink() && isFolderToEnter(e.name)).map(inside));
    const named = entries.filter((e) => !e.isDirectory() && !e.isSymbolicLink() && isImageName(e.name));
    for (const odd of named.filter((e) => !e.isFile()).map(inside))
      this.problems.push(noFile(odd.folder, odd.relative));
    await this.#listAll(named.filter((e) => e.isFile()).map(inside));
    return entries.filter((e) => e.isDirectory() && isFolderToEnter(e.name)).map(inside);
  }

  async #listAll(files: Place[]): Promise<void> {
    for (let i = 0; i < files.length; i += AT_ONCE) {
      if (this.options.signal?.aborted) throw new ScanCancelled('The search for images was stopped.');
      const some = files.slice(i, i + AT_ONCE);
      const stats = await statAll(some.map((file) => file.real));
      some.forEach((file, n) => this.#list(file, stats[n]));
      this.#tell();
    }
  }

  #list(file: Place, stat: Stats | Error | undefined): void {
    if (stat && 'mtimeMs' in stat) {
      this.#seen.add(file.real);
      this.images.push({ folder: file.folder, path: file.relative, size: stat.size, mtimeMs: stat.mtimeMs });
      return;
    }
    const deleted = errorCode(stat) === 'ENOENT' && !file.relative.includes('\ufffd');
    if (!deleted) this.#report(file, stat);
  }

  async #follow(link: Place): Promise<void> {
    try {
      const target = { ...link, real: await fs.realpath(link.real) };
      if (!this.#seen.has(target.real)) await this.#followTo(target, await fs.stat(target.real));
    } catch (error) {
      if (error instanceof ScanCancelled) throw error;
      this.#report(link, error, 'is a link that leads nowhere');
    }
  }

  /** A link to a folder that holds one of ours is a loop: following it would list the whole disk. */
  async #followTo(target: Place, stat: Stats): Promise<void> {
    const name = path.basename(target.relative);
    if (stat.isDirectory()) {
      const loop = this.#roots.some((root) => holds(target.real, root));
      if (!loop && isFolderToEnter(path.basename(target.real))) await this.#walk(target);
    } else if (isImageName(name)) {
      if (stat.isFile()) this.#list(target, stat);
      else this.problems.push(noFile(target.folder, target.relative));
    }
  }

  #report({ folder, relative }: Place, error: unknown, otherwise = 'is not there'): void {
    this.problems.push(unread(folder, relative, error, otherwise));
  }

  #tell(): void {
    const now = Date.now();
    if (now - this.#toldAt < PROGRESS_MS) return;
    this.#toldAt = now;
    this.options.onProgress?.(this.images.length);
  }
}
