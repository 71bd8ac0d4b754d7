/** @file The images of the open project: what is in its folders, row by row. Runs in main. */
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { ImageFolder, ItemRow, Progress, WorkProgress } from '../contract/model';
import { BoxRows, type PlacedBoxes } from './boxRows';
import { absence, absentImages } from './absent';
import { Arrivals, rootOf, sameSize } from './arrivals';
import { redrawn } from './foreignPicture';
import { Gathered } from './gathered';
import { Items } from './items';
import { knownImages } from './knownImages';
import { OtherImages } from './otherImages';
import { ProgressReports } from './progressReports';
import { Reader, type ReaderEvents, type ReaderParts } from './reader';
import { FolderWatch } from './folderWatch';
import { scanFolders, type FoundImage, type ScanProblem, type ScanResult } from './scan';
import { keyOf } from './scanDiff';
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
/** Rows told to the window at a time: it is busy with them for some ten milliseconds. */
const TOLD_AT_A_TIME = 2000;
/** Files found that are compared with their rows at a time. */
const COMPARED_AT_A_TIME = 4000;

export class Library {
  readonly items: Items;
  readonly reader: Reader;
  readonly views: Views;
  /** Tells where files come, change and go while the project is open. */
  readonly watch: FolderWatch;
  readonly #boxRows: BoxRows;
  readonly #arrivals: Arrivals;
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
    this.#arrivals = new Arrivals({
      ...{ items: this.items, reader: this.reader, index: parts.index },
      isClosed: () => this.#closed,
      onFirst: () => this.#changedRows.flush(),
    });
    this.views = new Views(this.items, { decoder, request: (index) => this.reader.request(index) });
  }

  get index(): LibraryParts['index'] {
    return this.parts.index;
  }

  get thumbnails(): LibraryParts['thumbnails'] {
    return this.parts.thumbnails;
  }

  /** Reads images that never become items, seen as the project's are. */
  otherImages(progress: (progress: WorkProgress) => void): OtherImages {
    const [inputSize, framing] = [() => this.reader.inputSize, () => this.reader.framing];
    return new OtherImages({ decoder: this.parts.decoder, inputSize, framing, progress });
  }

  /** A small picture that came from elsewhere, drawn anew by the decoder; null where it cannot be. */
  redrawn(jpeg: Uint8Array): Promise<Buffer | null> {
    return redrawn(jpeg, { decoder: this.parts.decoder, inputSize: this.reader.inputSize });
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
    const isFirst = this.#found !== null;
    const shown = isFirst ? await this.#arrivals.add(await knownImages(index.entries, folders), folders) : [];
    const met = { added: 0, changed: 0 };
    const result = await this.#search(folders, async (images) => {
      shown.push(...(await this.#arrivals.meet(images, folders, met)));
    });
    if (this.#closed) return NOTHING;
    this.#missing = result.missing;
    const ids = folders.map((f) => f.id);
    const diff = index.update(result, ids);
    this.reader.rewritten(sameSize(diff.changed));
    const changed = new Set(diff.changed.map((c) => keyOf(c.now)));
    for (let at = 0; at < result.images.length && !this.#closed; at += COMPARED_AT_A_TIME) {
      const entries = result.images
        .slice(at, at + COMPARED_AT_A_TIME)
        .filter((file) => !this.#stays(file, changed, rootOf(folders, file.folder)))
        .flatMap((file) => index.get(keyOf(file)) ?? []);
      shown.push(...(await this.#arrivals.add(entries, folders)));
      await setImmediate();
    }
    if (this.#closed) return NOTHING;
    const noLonger = diff.gone.map(keyOf);
    this.#forget(noLonger, isFirst ? mentioned() : null);
    await this.#showAbsent(folders, mentioned(), isFirst);
    this.#searched();
    this.#tell(result.problems, quiet);
    // Nobody looks at what a command without a window leaves out.
    if (this.parts.thumbnails) this.watch.follow(result.entered);
    await Promise.all(shown);
    await this.followBoxes();
    const added = isFirst ? result.images.length : diff.added.length + met.added;
    return { added, changed: diff.changed.length + met.changed, gone: diff.gone.length };
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
    this.parts.events.items(this.items.takeChanged(TOLD_AT_A_TIME));
    if (this.items.hasChanged) this.#changedRows.mark();
  }

  async #search(
    folders: readonly ImageFolder[],
    onImages: (images: FoundImage[]) => Promise<void>,
  ): Promise<ScanResult> {
    const onProgress = (found: number): void => {
      if (this.#found === null) return;
      this.#found = found;
      this.parts.events.progress(this.progress);
    };
    return scanFolders(folders, { onProgress, onImages }).catch((error: unknown) => {
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
  async #showAbsent(
    folders: readonly ImageFolder[],
    mentioned: ReadonlySet<string>,
    isFirst: boolean,
  ): Promise<void> {
    const missing = this.#missing;
    const lost = this.items.rows.filter(
      (row) =>
        missing.includes(row.folder) &&
        !isAway(row) &&
        (isFirst || this.items.absolute(row.index) !== path.join(rootOf(folders, row.folder), row.path)),
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

  /** @param only what is not among these was shown for a moment, from the last time, and is listed no longer */
  #forget(keys: string[], only: ReadonlySet<string> | null): void {
    const rows = keys.flatMap((key) => this.items.indexOf(key) ?? []);
    const there = rows.filter((row) => !isAway(this.items.row(row)));
    const stays = (row: number): boolean => only === null || only.has(this.items.row(row).id);
    const [gone, removed] = [there.filter(stays), there.filter((row) => !stays(row))];
    if (gone.length > 0) this.reader.gone(gone, absence(undefined, false));
    if (removed.length > 0) this.reader.remove(removed);
  }
}

const isAway = ({ state }: ItemRow): boolean => state === 'gone' || state === 'removed';
const NOTHING: Found = { added: 0, changed: 0, gone: 0 };
