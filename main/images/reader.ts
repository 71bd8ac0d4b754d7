/**
 * @file Has each image decoded and embedded once: keeps pipeline, engine, thumbnails and what is known of the files in
 * step, whichever of them begins anew. Runs in main.
 */
import type { Framing, ImageFailure, WorkProgress } from '../contract/model';
import { embeddingHash } from '../engine/embeddings/key';
import { EngineGone } from '../engine/supervisor';
import type { DecodeRequest } from './decoder/decoder';
import type { DecodeResult } from './decoder/protocol';
import { BoxJobs } from './boxJobs';
import { EngineOpening } from './engineOpening';
import { Gathered } from './gathered';
import { handOver } from './handOver';
import type { Items } from './items';
import { Pipeline, type Submitted } from './pipeline';
import { PixelsAgain } from './pixelsAgain';
import type { ReaderEvents, ReaderParts, Seeing } from './readerParts';
import { hasContent } from './sameContent';
import type { ContentFacts } from './scanIndexFile';
import { takeUp } from './takeUp';
import { told } from '../../strings/words';

export type { ReaderEvents, ReaderParts };

export const THUMBNAIL_SIZE = 256;
/** None of that size is larger: the decoder may have been taken over. */
const MOST_THUMBNAIL_BYTES = 2 ** 20;
const GATHER_MS = 100;
/** Where there is no backbone nobody looks at what is made for it, but thumbnails come of the same reading. */
const UNSEEN_SIDE = 224;
/** Failures that say nothing of the file: it is tried again next time. */
const PASSING = new Set(['decoder-unavailable', 'engine-ended', 'engine-rejected']);

export class Reader {
  readonly pipeline: Pipeline;
  readonly #embedded: Gathered;
  #seeing: Seeing;
  readonly #opening: EngineOpening<Seeing>;
  #newlyEmbedded: number[] = [];
  /** Rows that are read again for facts that were not noted once. */
  readonly #completing = new Set<number>();
  /** What was known of images whose file was written anew, with as many bytes, by their id. */
  readonly #rewritten = new Map<string, ContentFacts>();
  /** Rows of folders that cannot be found: what was made of their content still holds. */
  readonly #away = new Set<number>();
  #telling: Promise<void> = Promise.resolve();

  constructor(
    private readonly items: Items,
    private readonly parts: ReaderParts,
    private readonly events: ReaderEvents,
  ) {
    this.#seeing = { framing: parts.framing, shipped: parts.shipped, tuned: parts.tuned ?? null };
    this.#embedded = new Gathered(GATHER_MS, () => this.#tellEngine());
    const { decoder } = parts;
    const boxes = new BoxJobs(items, {
      decoder,
      request: (index) => this.request(index),
      thumbnail: (hash, box, jpeg) => this.#keepThumbnail(embeddingHash(hash, box), jpeg),
    });
    this.#opening = new EngineOpening(takeUp(parts, events));
    this.pipeline = new Pipeline({
      submit: (index, isSeen) =>
        items.row(index).box === null ? this.#submit(index, isSeen) : boxes.submit(index),
      known: (index, facts) => this.#learn(index, facts, true),
      decoded: (index, result) => this.#decoded(index, result),
      embedded: (index) => {
        this.#newlyEmbedded.push(index);
        this.#embedded.mark();
      },
      failed: (index, failure) => this.#failed(index, failure),
      progress: (progress) => events.progress(progress),
    });
  }

  /** Whether the engine knows this project: it can be taught. */
  get engineOpen(): boolean {
    return this.#opening.isOpen;
  }

  get framing(): Framing {
    return this.#seeing.framing;
  }

  /** Side of the backbone's input, pixels. */
  get inputSize(): number {
    return this.#seeing.shipped?.inputSize ?? UNSEEN_SIDE;
  }

  /** Rows that are not read for their embedding's sake: they take no part. Asked whenever it is missing. */
  spares: (index: number) => boolean = () => false;

  /** Where the engine keeps the project's embeddings. */
  get sidecar(): string {
    return this.parts.sidecar;
  }

  /** Their files were written anew since these facts were learnt: if the content is still the same, so are they. */
  rewritten(images: ReadonlyMap<string, ContentFacts>): void {
    for (const [id, facts] of images) this.#rewritten.set(id, facts);
  }

  #submit(index: number, isSeen: boolean): Submitted | Promise<Submitted> {
    const { id } = this.items.row(index);
    const known = this.#rewritten.get(id);
    this.#rewritten.delete(id);
    const decode = (): Submitted =>
      this.parts.decoder.submit({ ...this.request(index), wantInput: true, isSeen });
    if (!known) return decode();
    return hasContent(this.items.absolute(index), known.hash).then((same) => (same ? { known } : decode()));
  }

  /** Rows whose content has an embedding are ready; the others are read. */
  async read(rows: number[]): Promise<void> {
    for (const index of rows) this.#away.delete(index);
    const unread = rows.filter((index) => !this.#known(index));
    const read = rows.filter((index) => this.items.hash(index) !== null);
    // Ready before the engine is asked: one that starts meanwhile is told of every row that is.
    for (const index of read) this.items.ready(index);
    this.pipeline.add(unread);
    this.#readAgain(await this.#handOver(read));
    this.events.embeddings();
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
    for (const index of rows) {
      this.items.gone(index, reason);
      this.#away.add(index);
    }
    // What is missing cannot be made now.
    await this.#handOver(rows);
    this.events.embeddings();
  }

  #forget(rows: number[]): void {
    for (const index of rows) this.#away.delete(index);
    const gone = rows.map((index) => ({ index, hash: null }));
    // A new engine is not told of them in the first place.
    if (this.engineOpen && gone.length > 0) this.parts.engine.call('setItems', gone).catch(() => undefined);
    this.events.embeddings();
  }

  /** The engine is new: it learns again which rows there are. */
  async engineStarted(): Promise<void> {
    await this.#opening.begin(() => this.#seeing);
    // Rows that wait are in the pipeline's hands already.
    const ready = this.items.rows.filter((row) => row.state === 'ready').map((row) => row.index);
    this.#readAgain(await this.#handOver(ready));
    await this.#handOver([...this.#away]);
    this.events.embeddings();
  }

  engineGone(): void {
    this.#opening.gone();
    this.pipeline.engineGone();
  }

  /** Everything is embedded anew, or taken from an earlier time with this framing and backbone. */
  async setSeeing({ framing, shipped, tuned }: Seeing): Promise<void> {
    const seeing = { framing, shipped, tuned };
    if (JSON.stringify(seeing) === JSON.stringify(this.#seeing)) return;
    this.#seeing = seeing;
    this.pipeline.clear();
    this.#completing.clear();
    if (this.#opening.isJoined) await this.#opening.begin(() => this.#seeing);
    const rows = this.items.rows
      .filter((row) => row.state !== 'gone' && row.state !== 'removed')
      .map((row) => row.index);
    for (const index of rows) this.items.waiting(index);
    await this.#handOver([...this.#away]);
    await this.read(rows);
  }

  /** Resolves when nothing is waiting to be embedded and the engine counts every image that was. */
  async settled(): Promise<void> {
    do {
      await this.pipeline.idle();
      this.#embedded.flush();
      await this.#telling;
    } while (this.pipeline.remaining > 0);
  }

  /** JPEG of a row, made anew where the cache has lost it; null where the file cannot be shown. */
  async thumbnail(token: string): Promise<Buffer | null> {
    const index = this.items.byToken(token);
    const hash = index === null ? null : this.items.hash(index);
    if (index === null || hash === null) return null;
    const kept = await this.parts.thumbnails?.get(hash);
    if (kept) return kept;
    const { box, pixelHash } = this.items.row(index);
    const view = box && { region: box };
    const job = { ...this.request(index), wantInput: false, ...(view && { view }) };
    const result = await this.parts.decoder.decode(job);
    if ('failure' in result || !result.thumbnail) return null;
    if (box === null && pixelHash === null && result.hash === hash) this.#decoded(index, result);
    const bytes = Buffer.from(result.thumbnail);
    await this.parts.thumbnails?.put(embeddingHash(result.hash, box), bytes);
    return bytes;
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

  /** Has images read once more for what embeddings do not tell. */
  pixelsAgain(tell: (progress: WorkProgress) => void): PixelsAgain {
    const { items, parts } = this;
    return new PixelsAgain({ items, decoder: parts.decoder, request: (index) => this.request(index), tell });
  }

  close(): void {
    this.pipeline.clear();
    this.#embedded.cancel();
  }

  /** What the decoder needs to read a row's file. */
  request(index: number): Omit<DecodeRequest, 'wantInput'> {
    return {
      url: `img://file/${this.items.row(index).token}`,
      path: this.items.absolute(index),
      framing: this.#seeing.framing,
      inputSize: this.inputSize,
      thumbnailSize: this.parts.thumbnails ? THUMBNAIL_SIZE : null,
      bytes: this.items.row(index).size,
    };
  }

  /** Whether reading the row's file is known to give an image, or known to fail. */
  #known(index: number): boolean {
    if (this.items.row(index).box !== null) return this.#boxKnown(index);
    const facts = this.parts.index.get(this.items.row(index).id)?.facts ?? null;
    if (facts && 'failure' in facts) this.items.failed(index, facts.failure);
    return facts !== null;
  }

  /** A box fares as its image does. */
  #boxKnown(index: number): boolean {
    if (this.items.hash(index) !== null) return true;
    const { failure } = this.items.row(this.items.row(index).image);
    if (failure) this.items.failed(index, failure);
    return failure !== null;
  }

  /** @returns rows whose content the engine has no embedding of, as far as is known: `engineStarted` asks again */
  #handOver(rows: number[]): Promise<number[]> {
    const isThere = (index: number): boolean => this.items.row(index).state === 'ready';
    const tell = (known: { index: number; hash: string }[]): Promise<number[]> =>
      this.parts.engine.call('setItems', known).then(({ missing }) => missing);
    return handOver(rows, {
      hash: (index) => (isThere(index) || this.#away.has(index) ? this.items.hash(index) : null),
      tell: (known) => (this.engineOpen ? tell(known) : null),
    });
  }

  #decoded(index: number, result: Extract<DecodeResult, { hash: string }>): void {
    const { hash, width, height, capturedAt, camera, pixelHash, thumbnail } = result;
    this.#learn(index, { hash, width, height, capturedAt, camera, pixelHash }, thumbnail !== null);
    if (thumbnail && this.items.row(index).box === null) this.#keepThumbnail(hash, thumbnail);
  }

  /** @param pictured whether there is a thumbnail, or can be */
  #learn(index: number, facts: ContentFacts, pictured: boolean): void {
    this.items.decoded(index, facts, pictured);
    if (this.items.row(index).box === null) this.parts.index.learn(this.items.file(index), facts);
  }

  /** One that cannot be kept is made again when it is asked for. */
  #keepThumbnail(key: string, jpeg: Uint8Array): void {
    if (jpeg.length > MOST_THUMBNAIL_BYTES) return;
    void this.parts.thumbnails?.put(key, Buffer.from(jpeg)).catch(() => undefined);
  }

  #failed(index: number, failure: ImageFailure): void {
    this.items.failed(index, failure);
    if (!PASSING.has(failure.code) && this.items.row(index).box === null)
      this.parts.index.learn(this.items.file(index), { failure });
  }

  /** Rows that were embedded since the last time become ready together, and guesses for them are asked for. */
  #tellEngine(): void {
    const rows = this.#newlyEmbedded.filter((index) => this.items.row(index).state !== 'removed');
    this.#newlyEmbedded = [];
    for (const index of rows) this.items.ready(index);
    this.#telling = this.#handOver(rows)
      .then((missing) => {
        this.#readAgain(missing);
        this.events.embeddings();
      })
      .catch((error: unknown) => {
        // A new engine is told of every row that is ready, so nothing is lost.
        if (!(error instanceof EngineGone)) this.events.trouble(told().images.notAdded, error);
      });
  }

  /** Their embeddings went with an engine that ended, or were made for another framing. */
  #readAgain(rows: number[]): void {
    const wanted = rows.filter((index) => !this.spares(index));
    for (const index of wanted) this.items.waiting(index);
    this.pipeline.add(wanted);
  }
}
