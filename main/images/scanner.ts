/**
 * @file Goes through folders for `scan.ts`, in natural order: what is found first is what the grid shows first, so it can
 * be handed over before the rest is known. Runs in main.
 */
import { promises as fs } from 'node:fs';
import type { Dirent, Stats } from 'node:fs';
import path from 'node:path';
import { errorCode } from '../projects/errors';
import { naturalKey, sortNaturally } from './naturalOrder';
import type { FoundImage, ScanOptions } from './scan';
import { isFolderToEnter, isImageName } from './scanNames';
import { below, holds } from './scanPlace';
import type { Place } from './scanPlace';
import { noFile, unread } from './scanProblems';
import type { ScanProblem } from './scanProblems';
import { statAll } from './statAll';
import { told } from '../../strings/words';

/** The person stopped the scan. */
export class ScanCancelled extends Error {
  override readonly name = 'ScanCancelled';
}

/** A file to look at, or a folder to go into. */
interface Step {
  place: Place;
  isFolder: boolean;
}

/** Files asked about together: few until the first are shown, then many, since each round waits for what else main does. */
const AT_FIRST = 64;
const AT_ONCE = 512;
/** Folders are listed before it is their turn: many small ones would else be waited for one by one. */
const FOLDERS_AHEAD = 8;
const PROGRESS_MS = 100;
/** Handed over at a time: a screenful or two at first, then what whoever takes them can work off in one go. */
const FIRST = 256;
const SLICE = 1000;

export class Scanner {
  readonly images: FoundImage[] = [];
  readonly problems: ScanProblem[] = [];
  readonly missing: string[] = [];
  readonly entered: string[] = [];
  /** Whether `images` are in natural order as they were found. */
  ordered = true;
  /** Real paths of folders that were entered, and of files that were listed. */
  readonly #seen = new Set<string>();
  readonly #roots: string[] = [];
  #links: Place[] = [];
  #toldAt = 0;
  #handed = 0;

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

  /** Hands over what is left. */
  async finish(): Promise<void> {
    await this.#handOver(1);
  }

  async #walk(start: Place): Promise<void> {
    const steps: Step[] = [{ place: start, isFolder: true }];
    const ahead = new Map<Place, Promise<Step[]>>();
    while (steps.length > 0) {
      const [folder] = steps.at(-1)?.isFolder ? steps.splice(-1) : [];
      if (!folder) await this.#listAll(filesAtEnd(steps, this.images.length < FIRST ? AT_FIRST : AT_ONCE));
      else {
        for (const { place } of foldersAtEnd(steps))
          if (!ahead.has(place)) ahead.set(place, this.#read(place));
        const inside = await (ahead.get(folder.place) ?? this.#read(folder.place));
        ahead.delete(folder.place);
        for (const step of inside.reverse()) steps.push(step);
      }
    }
  }

  /** @returns what one folder holds, in natural order */
  async #read(place: Place): Promise<Step[]> {
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
    const folders = entries.filter((e) => e.isDirectory() && isFolderToEnter(e.name));
    return this.#inOrder([...named.filter((e) => e.isFile()), ...folders]).map((entry) => ({
      place: inside(entry),
      isFolder: entry.isDirectory(),
    }));
  }

  /** As the paths of what they hold are ordered: a folder's name is followed by a separator. */
  #inOrder(entries: Dirent[]): Dirent[] {
    const keys = new Map(entries.map((e) => [e, naturalKey(e.isDirectory() ? `${e.name}/` : e.name)]));
    const compare = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0);
    const sorted = entries.sort((a, b) => compare(keys.get(a), keys.get(b)) || compare(a.name, b.name));
    // What two folders hold whose names differ in case alone is ordered together.
    if (sorted.some((e, i) => e.isDirectory() && i > 0 && keys.get(e) === keys.get(sorted[i - 1]!)))
      this.ordered = false;
    return sorted;
  }

  async #listAll(files: Place[]): Promise<void> {
    if (this.options.signal?.aborted) throw new ScanCancelled('The search for images was stopped.');
    const stats = await statAll(files.map((file) => file.real));
    files.forEach((file, n) => this.#list(file, stats[n]));
    this.#tell();
    await this.#handOver(this.#handed === 0 ? FIRST : SLICE);
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
      this.#report(link, error, told().images.deadLink);
    }
  }

  /** A link to a folder that holds one of ours is a loop: following it would list the whole disk. */
  async #followTo(target: Place, stat: Stats): Promise<void> {
    const name = path.basename(target.relative);
    this.ordered = false;
    if (stat.isDirectory()) {
      const loop = this.#roots.some((root) => holds(target.real, root));
      if (!loop && isFolderToEnter(path.basename(target.real))) await this.#walk(target);
    } else if (isImageName(name)) {
      if (stat.isFile()) this.#list(target, stat);
      else this.problems.push(noFile(target.folder, target.relative));
    }
  }

  #report({ folder, relative }: Place, error: unknown, otherwise = told().images.isNotThere): void {
    this.problems.push(unread(folder, relative, error, otherwise));
  }

  #tell(): void {
    const now = Date.now();
    if (now - this.#toldAt < PROGRESS_MS) return;
    this.#toldAt = now;
    this.options.onProgress?.(this.images.length);
  }

  async #handOver(atLeast: number): Promise<void> {
    const { images, options } = this;
    if (!options.onImages || images.length - this.#handed < atLeast) return;
    const some = images.slice(this.#handed);
    this.#handed = images.length;
    await options.onImages(some);
  }
}

/** Takes the next files off the steps, up to as many as are looked at together. */
function filesAtEnd(steps: Step[], most: number): Place[] {
  const files: Place[] = [];
  while (files.length < most && steps.at(-1)?.isFolder === false) files.push(steps.pop()!.place);
  return files;
}

/** The next steps, as long as they are folders. */
function foldersAtEnd(steps: readonly Step[]): Step[] {
  const last = steps.slice(-FOLDERS_AHEAD).reverse();
  const file = last.findIndex(({ isFolder }) => !isFolder);
  return file < 0 ? last : last.slice(0, file);
}
