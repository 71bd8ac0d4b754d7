/** @file The images of the open project: what is in its folders, row by row. Runs in main. */
import path from 'node:path';
import type { ImageFolder, ItemRow, Progress } from '../contract/model';
import { BoxRows, type PlacedBoxes } from './boxRows';
import { absence, absentImages } from './absent';
import { Gathered } from './gathered';
import { Items } from './items';
import { ProgressReports } from './progressReports';
import { Reader, type ReaderEvents, type ReaderParts } from './reader';
import { FolderWatch } from './folderWatch';
import { scanFolders, type FoundImage, type ScanProblem, type ScanResult } from './scan';
import { keyOf, type ScanDiff } from './scanDiff';
import type { ContentFacts, IndexEntry } from './scanIndexFile';
import { Views } from './views';

export interface LibraryEvents extends ReaderEvents {
  items(rows: ItemRow[]): void;
  /** Something happened to files in the folders: a look would tell what. */
  filesChanged(): void;
  /** Places that could not be read, each a sentence. */
  problems(sentences: string[]): void;
}

export interface LibraryParts extends ReaderParts {
  /** Differs by project; its tokens are made from it. */
  secret: string;
  events: LibraryEvents;
}

export interface Found {
  added: number;
  changed: number;
  gone: number;
}

const ANNOUNCE_MS = 100;
/**
 * So many rows are added, and told to the window, at a time: the first are seen while the rest are still on their way, and
 * neither main nor the page stands still for 50,000.
 */
const AT_A_TIME = 2000;

export class Library {
  readonly items: Items;
  readonly reader: Reader;
  readonly views: Views;
  /** Tells where files come, change and go while the project is open. */
  readonly watch: FolderWatch;
  readonly #boxRows: BoxRows;
  readonly #changedRows: Gathered;
  #boxes: PlacedBoxes = {};
  /** Images found so far by the first look into the folders; null once that is over. */
  #found: number | null = 0;
  #missing: readonly string[] = [];
  #told: ReadonlySet<string> = new Set();
  readonly #reports: ProgressReports;
  #closed = false;

  constructor(private readonly parts: LibraryParts) {
    const { events, secret } = parts;
    this.#changedRows = new Gathered(ANNOUNCE_MS, () => this.#announce());
    this.#reports = new ProgressReports(
      () => this.progress,
      (progress) => events.progress(progress),
    );
    this.items = new Items(secret, () => this.#changedRows.mark());
    this.reader = new Reader(this.items, parts, {
      progress: () => this.#reports.changed(),
      embeddings: () => events.embeddings(),
      trouble: (title, error) => events.trouble(title, error),
    });
    this.watch = new FolderWatch({
      changed: () => events.filesChanged(),
      problem: (why) => events.problems([why]),
    });
    const { decoder } = parts;
    this.#boxRows = new BoxRows(this.items);
    this.views = new Views(this.items, { decoder, request: (index) => this.reader.request(index) });
  }

  get progress(): Progress {
    const { progress } = this.reader.pipeline;
    const found = this.#found;
    return found === null ? progress : { ...progress, state: 'searching', done: found, total: found };
  }

  /** Ids of the folders that the last look did not find. */
  get missing(): readonly string[] {
    return this.#missing;
  }

  /**
   * Looks what is in the folders now, and has what is new or changed read.
   * @param mentioned tells which images something was decided about: they are shown also where they are not there
   * @param options.quiet nobody asked for it: what was told before is not told again
   */
  async scan(
    folders: readonly ImageFolder[],
    mentioned: () => ReadonlySet<string> = () => new Set(),
    { quiet = false } = {},
  ): Promise<Found> {
    const { index } = this.parts;
    const result = await this.#search(folders);
    if (this.#closed) return NOTHING;
    this.#missing = result.missing;
    const ids = folders.map((f) => f.id);
    const diff = index.update(result, ids);
    this.reader.rewritten(sameSize(diff.changed));
    const first = this.items.count === 0;
    const changed = new Set(diff.changed.map((c) => keyOf(c.now)));
    const entries = result.images
      .filter((file) => !this.#stays(file, changed, rootOf(folders, file.folder)))
      .flatMap((file) => index.get(keyOf(file)) ?? []);
    const unread = await this.#addAll(entries, folders);
    if (this.#closed) return NOTHING;
    this.#forget(diff.gone.map(keyOf));
    await this.#showAbsent(folders, mentioned());
    this.#searched();
    this.#tell(result.problems, quiet);
    // Nobody looks at what a command without a window leaves out.
    if (this.parts.thumbnails) this.watch.follow(result.entered);
    await this.reader.read(unread);
    await this.followBoxes();
    const added = first ? entries.length : diff.added.length;
    return { added, changed: diff.changed.length, gone: diff.gone.length };
  }

  /** Adds rows, and has the first read while the others are still added. @returns those others */
  async #addAll(entries: readonly IndexEntry[], folders: readonly ImageFolder[]): Promise<number[]> {
    const others: number[] = [];
    for (let at = 0; at < entries.length && !this.#closed; at += AT_A_TIME) {
      const some = entries.slice(at, at + AT_A_TIME);
      const rows = some.map((entry) => this.items.add(entry, rootOf(folders, entry.folder)));
      if (at === 0) await this.#readFirst(rows);
      else others.push(...rows);
      await new Promise((resolve) => setImmediate(resolve));
    }
    return others;
  }

  async #readFirst(rows: number[]): Promise<void> {
    this.#changedRows.flush();
    await this.reader.read(rows);
  }

  /** The project's boxes are these from now on; without any, their images may have changed. */
  async followBoxes(boxes?: PlacedBoxes): Promise<void> {
    this.#boxes = boxes ?? this.#boxes;
    const { toRead, gone, removed } = this.#boxRows.follow(this.#boxes);
    await this.#boxesGone(gone);
    if (removed.length > 0) this.reader.remove(removed);
    if (toRead.length > 0) await this.reader.read(toRead);
  }

  /** They fare as their images do. */
  async #boxesGone(rows: readonly number[]): Promise<void> {
    const isMissing = (row: number): boolean => this.#missing.includes(this.items.row(row).folder);
    const [away, gone] = [rows.filter(isMissing), rows.filter((row) => !isMissing(row))];
    const reason = absence(undefined, false);
    if (gone.length > 0) this.reader.gone(gone, reason);
    const [first] = away;
    const image = first === undefined ? null : this.items.row(this.items.row(first).image);
    if (image) await this.reader.away(away, image.failure?.reason ?? reason);
  }

  /** The folder was taken out of the project. */
  dropFolder(id: string): void {
    this.remove(this.items.rows.filter((row) => row.folder === id).map((row) => row.id));
  }

  /** The rows are listed nowhere any more. */
  remove(keys: string[]): void {
    const rows = keys.flatMap((key) => this.items.indexOf(key) ?? []);
    if (rows.length > 0) this.reader.remove(rows);
  }

  /** Something is decided about these images: where they are not there, they are shown as such. */
  showAgain(keys: readonly string[]): void {
    for (const key of keys) {
      const row = this.items.indexOf(key);
      const { state, box } = row === null ? { state: null, box: null } : this.items.row(row);
      if (row !== null && state === 'removed' && box === null)
        this.items.listed(row, absence(undefined, false));
    }
  }

  /** Absolute path of a token's file; null: no such token. */
  file(token: string): string | null {
    const index = this.items.byToken(token);
    return index === null ? null : this.items.absolute(index);
  }

  async close(): Promise<void> {
    this.watch.close();
    this.#closed = true;
    this.reader.close();
    this.views.clear();
    this.#changedRows.cancel();
    this.#reports.close();
    await this.parts.index.flush();
  }

  #tell(problems: readonly ScanProblem[], quiet: boolean): void {
    const reasons = problems.map((problem) => problem.reason);
    const fresh = quiet ? reasons.filter((reason) => !this.#told.has(reason)) : reasons;
    this.#told = new Set(reasons);
    if (fresh.length > 0) this.parts.events.problems(fresh);
  }

  #announce(): void {
    if (this.#closed) return;
    this.parts.events.items(this.items.takeChanged(AT_A_TIME));
    if (this.items.hasChanged) this.#changedRows.mark();
  }

  async #search(folders: readonly ImageFolder[]): Promise<ScanResult> {
    const onProgress = (found: number): void => {
      if (this.#found === null) return;
      this.#found = found;
      this.parts.events.progress(this.progress);
    };
    return scanFolders(folders, { onProgress }).catch((error: unknown) => {
      this.#searched();
      throw error;
    });
  }

  /** What was found is shown before it is said that nothing is searched any more: no folder looks empty meanwhile. */
  #searched(): void {
    if (this.#found === null) return;
    this.#changedRows.flush();
    this.#found = null;
    this.parts.events.progress(this.progress);
  }

  /** Whether the row of a file that is there can stay as it is. */
  #stays(file: FoundImage, changed: ReadonlySet<string>, root: string): boolean {
    const row = this.items.indexOf(keyOf(file));
    if (row === null || changed.has(keyOf(file)) || isAway(this.items.row(row))) return false;
    return this.items.absolute(row) === path.join(root, file.path);
  }

  /** Images that are known and not there become rows as well, or go where their folder was said to be elsewhere. */
  async #showAbsent(folders: readonly ImageFolder[], mentioned: ReadonlySet<string>): Promise<void> {
    const missing = this.#missing;
    const lost = this.items.rows.filter(
      (row) =>
        missing.includes(row.folder) &&
        !isAway(row) &&
        this.items.absolute(row.index) !== path.join(rootOf(folders, row.folder), row.path),
    );
    const isShown = (key: string): boolean => this.items.indexOf(key) !== null;
    const entries = this.parts.index.entries;
    const absent = absentImages({ entries, folders, missing, mentioned, isShown });
    const added = absent.map((entry) => this.items.add(entry, rootOf(folders, entry.folder)));
    for (const { id } of folders) {
      const folder = folders.find((one) => one.id === id);
      const rows = [...lost.map((row) => row.index), ...added].filter(
        (row) => this.items.row(row).folder === id,
      );
      if (rows.length === 0) continue;
      if (missing.includes(id)) await this.reader.away(rows, absence(folder, true));
      else this.reader.gone(rows, absence(folder, false));
    }
  }

  #forget(keys: string[]): void {
    const rows = keys.flatMap((key) => this.items.indexOf(key) ?? []);
    const there = rows.filter((row) => !isAway(this.items.row(row)));
    if (there.length > 0) this.reader.gone(there, absence(undefined, false));
  }
}

/** What is known of images whose files have another time now and as many bytes as before. */
function sameSize(changed: ScanDiff<IndexEntry>['changed']): Map<string, ContentFacts> {
  return new Map(
    changed.flatMap(({ before, now }) =>
      before.size === now.size && before.facts && 'hash' in before.facts ? [[keyOf(now), before.facts]] : [],
    ),
  );
}

const isAway = ({ state }: ItemRow): boolean => state === 'gone' || state === 'removed';
const NOTHING: Found = { added: 0, changed: 0, gone: 0 };

const rootOf = (folders: readonly ImageFolder[], id: string): string =>
  folders.find((f) => f.id === id)?.path ?? '';
