/**
 * @file Has each image decoded and embedded once: keeps pipeline, engine, thumbnails and what is known of the files in
 * step, whichever of them begins anew. Runs in main.
 */
import type { Framing } from '../contract/model';
import { EngineRows } from './engineRows';
import { FileReading } from './fileReading';
import type { Items } from './items';
import { NewlyEmbedded } from './newlyEmbedded';
import { Pipeline } from './pipeline';
import type { ReaderEvents, ReaderParts, Seeing } from './readerParts';

export class Reader {
  readonly files: FileReading;
  readonly pipeline: Pipeline;
  readonly #engineRows: EngineRows;
  readonly #newlyEmbedded: NewlyEmbedded;
  /** Rows that are read again for facts that were not noted once. */
  readonly #completing = new Set<number>();

  constructor(
    private readonly items: Items,
    private readonly parts: ReaderParts,
    private readonly events: ReaderEvents,
  ) {
    const files = new FileReading(items, parts);
    this.files = files;
    this.#engineRows = new EngineRows(items, parts, events, () => files.requests.seeing);
    this.#newlyEmbedded = new NewlyEmbedded({
      items,
      tell: (rows) => this.#tellEngine(rows),
      trouble: (title, error) => events.trouble(title, error),
    });
    this.pipeline = new Pipeline({
      submit: (row, isSeen) => files.submit(row, isSeen),
      known: (row, facts) => files.facts.learn(row, facts, true),
      decoded: (row, result) => files.decoded(row, result),
      embedded: (row) => this.#newlyEmbedded.add(row),
      failed: (row, failure) => files.facts.failed(row, failure),
      progress: (progress) => events.progress(progress),
    });
  }

  /** Whether the engine knows this project: it can be taught. */
  get engineOpen(): boolean {
    return this.#engineRows.isOpen;
  }

  get framing(): Framing {
    return this.files.requests.framing;
  }

  /** Side of the backbone's input, pixels. */
  get inputSize(): number {
    return this.files.requests.inputSize;
  }

  /** Rows that are not read for their embedding's sake: they take no part. Asked whenever it is missing. */
  spares: (index: number) => boolean = () => false;

  /** Where the engine keeps the project's embeddings. */
  get sidecar(): string {
    return this.parts.sidecar;
  }

  /** Rows whose content has an embedding are ready; the others are read. */
  async read(rows: number[]): Promise<void> {
    this.#engineRows.back(rows);
    const unread = rows.filter((index) => !this.files.facts.known(index));
    const read = rows.filter((index) => this.items.hash(index) !== null);
    // Ready before the engine is asked: one that starts meanwhile is told of every row that is.
    for (const index of read) this.items.ready(index);
    this.pipeline.add(unread);
    await this.#tellEngine(read);
  }

  /** The rows are not listed any more: deleted boxes, images that are known by another name. */
  remove(rows: number[]): void {
    for (const index of rows) this.items.removed(index);
    this.#forget(rows);
  }

  /** The rows' files are gone, for this reason. */
  gone(rows: number[], reason: string): void {
    for (const index of rows) this.items.gone(index, reason);
    this.#forget(rows);
  }

  /** The rows' folder cannot be found, for this reason: guesses of them go on, and their labels teach. */
  async away(rows: number[], reason: string): Promise<void> {
    for (const index of rows) this.items.gone(index, reason);
    await this.#engineRows.keepAway(rows);
    this.events.embeddings();
  }

  /** The engine is new: it learns again which rows there are. */
  async engineStarted(): Promise<void> {
    await this.#engineRows.begin();
    // Rows that wait are in the pipeline's hands already.
    const ready = this.items.rows.filter((row) => row.state === 'ready').map((row) => row.index);
    this.#readAgain(await this.#engineRows.tell(ready));
    await this.#engineRows.tellAway();
    this.events.embeddings();
  }

  engineGone(): void {
    this.#engineRows.engineGone();
    this.pipeline.engineGone();
  }

  /** Everything is embedded anew, or taken from an earlier time with this framing and backbone. */
  async setSeeing(seeing: Seeing): Promise<void> {
    if (!this.files.requests.change(seeing)) return;
    this.pipeline.clear();
    this.#completing.clear();
    if (this.#engineRows.isJoined) await this.#engineRows.begin();
    const rows = this.items.rows
      .filter((row) => row.state !== 'gone' && row.state !== 'removed')
      .map((row) => row.index);
    for (const index of rows) this.items.waiting(index);
    await this.#engineRows.tellAway();
    await this.read(rows);
  }

  /** Resolves when nothing is waiting to be embedded and the engine counts every image that was. */
  async settled(): Promise<void> {
    do {
      await this.pipeline.idle();
      await this.#newlyEmbedded.settled();
    } while (this.pipeline.remaining > 0);
  }

  /**
   * Reads again, after everything else, what was read before capture time, camera and difference hash were noted.
   * @returns how many images that are; `progress` tells the rest
   */
  completeFacts(): number {
    const rows = this.items.rows
      .filter(({ state, box, pixelHash }) => state === 'ready' && box === null && pixelHash === null)
      .map((row) => row.index);
    const fresh = rows.filter((index) => !this.#completing.has(index));
    for (const index of fresh) this.#completing.add(index);
    this.pipeline.add(fresh);
    return rows.length;
  }

  close(): void {
    this.pipeline.clear();
    this.#newlyEmbedded.close();
  }

  #forget(rows: number[]): void {
    this.#engineRows.forget(rows);
    this.events.embeddings();
  }

  /** What it has no embedding of is read. */
  async #tellEngine(rows: readonly number[]): Promise<void> {
    this.#readAgain(await this.#engineRows.tell(rows));
    this.events.embeddings();
  }

  /** Their embeddings went with an engine that ended, or were made for another framing. */
  #readAgain(rows: number[]): void {
    const wanted = rows.filter((index) => !this.spares(index));
    for (const index of wanted) this.items.waiting(index);
    this.pipeline.add(wanted);
  }
}
