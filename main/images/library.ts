/** @file The images of the open project: what is in its folders, row by row. Runs in main. */
import type { ImageFolder, ItemRow, Progress } from '../contract/model';
import { BoxRows, type PlacedBoxes } from './boxRows';
import { Gathered } from './gathered';
import { Items } from './items';
import { Reader, type ReaderEvents, type ReaderParts } from './reader';
import { scanFolders, type ScanResult } from './scan';
import { keyOf } from './scanDiff';
import { Views } from './views';

export interface LibraryEvents extends ReaderEvents {
  items(rows: ItemRow[]): void;
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

export class Library {
  readonly items: Items;
  readonly reader: Reader;
  readonly views: Views;
  readonly #boxRows: BoxRows;
  readonly #changedRows: Gathered;
  #boxes: PlacedBoxes = {};
  /** Images found so far by the first look into the folders; null once that is over. */
  #found: number | null = 0;

  constructor(private readonly parts: LibraryParts) {
    const { events, secret } = parts;
    this.#changedRows = new Gathered(ANNOUNCE_MS, () => events.items(this.items.takeChanged()));
    this.items = new Items(secret, () => this.#changedRows.mark());
    this.reader = new Reader(this.items, parts, events);
    const { decoder } = parts;
    this.#boxRows = new BoxRows(this.items);
    this.views = new Views(this.items, { decoder, request: (index) => this.reader.request(index) });
  }

  get progress(): Progress {
    const { progress } = this.reader.pipeline;
    const found = this.#found;
    return found === null ? progress : { ...progress, state: 'searching', done: found, total: found };
  }

  /** Looks what is in the folders now, and has what is new or changed read. */
  async scan(folders: readonly ImageFolder[]): Promise<Found> {
    const { events, index } = this.parts;
    const result = await this.#search(folders);
    const ids = folders.map((f) => f.id);
    const diff = index.update(result, ids);
    const first = this.items.count === 0;
    const changed = new Set(diff.changed.map((c) => keyOf(c.now)));
    const rows = result.images
      .filter((file) => !this.#stays(keyOf(file), changed))
      .flatMap((file) => index.get(keyOf(file)) ?? [])
      .map((entry) => this.items.add(entry, rootOf(folders, entry.folder)));
    this.#forget(diff.gone.map(keyOf));
    this.#searched();
    if (result.problems.length > 0) events.problems(result.problems.map((p) => p.reason));
    await this.reader.read(rows);
    await this.followBoxes();
    const added = first ? rows.length : diff.added.length;
    return { added, changed: diff.changed.length, gone: diff.gone.length };
  }

  /** The project's boxes are these from now on; without any, their images may have changed. */
  async followBoxes(boxes?: PlacedBoxes): Promise<void> {
    this.#boxes = boxes ?? this.#boxes;
    const { toRead, gone, removed } = this.#boxRows.follow(this.#boxes);
    if (gone.length > 0) this.reader.forget(gone);
    if (removed.length > 0) this.reader.forget(removed, 'removed');
    if (toRead.length > 0) await this.reader.read(toRead);
  }

  /** The folder was taken out of the project. */
  dropFolder(id: string): void {
    this.#forget(this.items.rows.filter((row) => row.folder === id).map((row) => row.id));
  }

  /** Absolute path of a token's file; null: no such token. */
  file(token: string): string | null {
    const index = this.items.byToken(token);
    return index === null ? null : this.items.absolute(index);
  }

  async close(): Promise<void> {
    this.reader.close();
    this.views.clear();
    this.#changedRows.cancel();
    await this.parts.index.flush();
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
  #stays(key: string, changed: ReadonlySet<string>): boolean {
    const row = this.items.indexOf(key);
    return row !== null && !changed.has(key) && this.items.row(row).state !== 'gone';
  }

  #forget(keys: string[]): void {
    const rows = keys.map((key) => this.items.indexOf(key)).filter((row): row is number => row !== null);
    if (rows.length > 0) this.reader.forget(rows);
  }
}

const rootOf = (folders: readonly ImageFolder[], id: string): string =>
  folders.find((f) => f.id === id)?.path ?? '';
