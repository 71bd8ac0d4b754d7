/** @file The images of the open project: what is in its folders, row by row. Runs in main. */
import type { ImageFolder, Progress, WorkProgress } from '../contract/model';
import { Announcements } from './announcements';
import { BoxReading } from './boxReading';
import type { PlacedBoxes } from './boxRows';
import { FolderLooks, type Found, type LookOptions } from './folderLooks';
import { FolderWatch } from './folderWatch';
import { redrawn } from './foreignPicture';
import { Items } from './items';
import type { LibraryParts } from './libraryParts';
import { OtherImages } from './otherImages';
import { Reader } from './reader';
import { Views } from './views';

const NOTHING: Found = { added: 0, changed: 0, gone: 0 };

export class Library {
  readonly items: Items;
  readonly reader: Reader;
  readonly views: Views;
  readonly #announcements: Announcements;
  /** Tells where files come, change and go while the project is open. */
  readonly #watch: FolderWatch;
  readonly #looks: FolderLooks;
  readonly #boxes: BoxReading;

  constructor(private readonly parts: LibraryParts) {
    const { events, secret, index, decoder } = parts;
    this.#announcements = new Announcements({
      items: () => this.items,
      read: () => this.reader.pipeline.progress,
      events,
    });
    this.items = new Items(secret, () => this.#announcements.rowsChanged());
    this.reader = new Reader(this.items, parts, {
      progress: () => this.#announcements.readingChanged(),
      embeddings: () => events.embeddings(),
      trouble: (title, error) => events.trouble(title, error),
    });
    this.#watch = new FolderWatch({
      changed: () => events.filesChanged(),
      problem: (why) => events.problems([why]),
    });
    // Nobody looks at what a command without a window leaves out.
    const entered = (folders: string[]): void => void (parts.thumbnails && this.#watch.follow(folders));
    const { items, reader } = this;
    const announcements = this.#announcements;
    this.#looks = new FolderLooks({ items, reader, index, announcements, events, entered });
    this.#boxes = new BoxReading({ items, reader, missing: () => this.missing });
    this.views = new Views(items, { decoder, request: (row) => reader.files.requests.of(row) });
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
    return this.#announcements.progress;
  }

  /** Ids of the folders that the last look did not find. */
  get missing(): readonly string[] {
    return this.#looks.missing;
  }

  /**
   * Looks what is in the folders now, and has what is new or changed read.
   * @param mentioned tells which images something was decided about: they are shown also where they are not there
   */
  async scan(
    folders: readonly ImageFolder[],
    mentioned: () => ReadonlySet<string> = () => new Set(),
    options: LookOptions = {},
  ): Promise<Found> {
    const found = await this.#looks.look(folders, mentioned, options);
    if (!found) return NOTHING;
    await this.followBoxes();
    return found;
  }

  /** The project's boxes are these from now on; without any, their images may have changed. */
  followBoxes(boxes?: PlacedBoxes): Promise<void> {
    return this.#boxes.follow(boxes);
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
    this.#looks.absent.showAgain(keys);
  }

  /** Absolute path of a token's file; null: no such token. */
  file(token: string): string | null {
    const index = this.items.byToken(token);
    return index === null ? null : this.items.absolute(index);
  }

  /** JPEG of a token's row; null where its file cannot be shown. */
  thumbnail(token: string): Promise<Buffer | null> {
    return this.reader.files.thumbnails.get(token);
  }

  async close(): Promise<void> {
    this.#watch.close();
    this.#looks.close();
    this.reader.close();
    this.views.clear();
    this.#announcements.close();
    await this.parts.index.close();
  }
}
