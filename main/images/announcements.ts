/** @file Tells of rows that came or changed, and how far looking for images and reading them is. Runs in main. */
import type { Progress } from '../contract/model';
import { Gathered } from './gathered';
import type { Items } from './items';
import type { LibraryEvents } from './libraryParts';
import { ProgressReports } from './progressReports';

export interface AnnouncementParts {
  items: () => Pick<Items, 'takeChanged' | 'hasChanged'>;
  /** How far reading is. */
  read: () => Progress;
  events: Pick<LibraryEvents, 'items' | 'progress'>;
}

const ANNOUNCE_MS = 100;
/** Rows told to the window at a time: it is busy with them for some ten milliseconds. */
const TOLD_AT_A_TIME = 2000;

export class Announcements {
  readonly #changedRows = new Gathered(ANNOUNCE_MS, () => this.#tellRows());
  readonly #reports: ProgressReports;
  /** Images found so far by the first look into the folders; null once that is over. */
  #found: number | null = 0;
  #closed = false;

  constructor(private readonly parts: AnnouncementParts) {
    this.#reports = new ProgressReports(
      () => this.progress,
      (progress) => parts.events.progress(progress),
    );
  }

  get progress(): Progress {
    const progress = this.parts.read();
    const found = this.#found;
    return found === null ? progress : { ...progress, state: 'searching', done: found, total: found };
  }

  /** Whether the folders are looked through for the first time. */
  get isSearching(): boolean {
    return this.#found !== null;
  }

  rowsChanged(): void {
    this.#changedRows.mark();
  }

  /** There are rows where there were none: whoever looks should see them now. */
  firstRows(): void {
    this.#changedRows.flush();
  }

  readingChanged(): void {
    this.#reports.changed();
  }

  /** @param found images so far */
  searching(found: number): void {
    if (this.#found === null) return;
    this.#found = found;
    this.parts.events.progress(this.progress);
  }

  /** What was found is shown before it is said that nothing is searched any more: no folder looks empty meanwhile. */
  searched(): void {
    if (this.#found === null) return;
    this.#changedRows.flush();
    this.#found = null;
    this.parts.events.progress(this.progress);
  }

  close(): void {
    this.#closed = true;
    this.#changedRows.cancel();
    this.#reports.close();
  }

  #tellRows(): void {
    if (this.#closed) return;
    const items = this.parts.items();
    this.parts.events.items(items.takeChanged(TOLD_AT_A_TIME));
    if (items.hasChanged) this.#changedRows.mark();
  }
}
