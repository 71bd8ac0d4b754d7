/**
 * @file From files to embeddings: keeps a bounded number of images between decoder and engine, tries again what an
 * ended engine took with it, and tells how far it is. Runs in main; knows neither Electron nor TensorFlow.
 */
import type { ImageFailure, Progress } from '../contract/model';
import { describe } from '../contract/errors';
import type { DecodeResult } from './decoder/protocol';
import { RateMeter } from './rate';
import { RowQueue } from './rowQueue';
import type { ContentFacts } from './scanIndexFile';
import { told } from '../../strings/words';

/** A file in the decoder's hands, or one of which everything turned out to be known. */
export type Submitted = { id: number; result: Promise<DecodeResult> } | { known: ContentFacts };

export interface PipelineParts {
  /** Hands the row's file to the decoder. @param isSeen somebody looks at it: before others */
  submit(index: number, isSeen: boolean): Submitted | Promise<Submitted>;
  /** The row's file has the content that it had, of which these facts and an embedding are there. */
  known?(index: number, facts: ContentFacts): void;
  decoded(index: number, result: Extract<DecodeResult, { hash: string }>): void;
  /** The engine holds the embedding of this row's hash. */
  embedded(index: number): void;
  failed(index: number, failure: ImageFailure): void;
  progress(progress: Progress): void;
}

type Outcome = 'embedded' | 'engine-gone' | ImageFailure;

/** Enough for two full batches in the engine and busy decoder workers; 150 KB each. */
const IN_FLIGHT = 48;
/** So many that somebody looks at may be under way beside those: they do not wait until others are embedded. */
const SEEN_BEYOND = 32;
const ENGINE_TRIES = 5;

export class Pipeline {
  readonly #queue = new RowQueue();
  readonly #cancelled: number[] = [];
  readonly #idle: (() => void)[] = [];
  readonly #meter = new RateMeter();
  /** By decode job: who waits for the engine's word. */
  readonly #waiting = new Map<number, (outcome: Outcome) => void>();
  #inFlight = 0;
  #done = 0;
  #total = 0;
  #failed = 0;
  #state: Progress['state'] = 'idle';
  #trouble: string | null = null;

  constructor(private readonly parts: PipelineParts) {}

  add(indexes: number[]): void {
    this.#total += indexes.length;
    this.#enqueue(indexes);
  }

  /** Somebody looks at these rows: where they wait, they are read before all others, in this order. */
  prefer(indexes: readonly number[]): void {
    this.#queue.prefer(indexes);
    if (this.#queue.isPreferred) this.#pump();
  }

  pause(): void {
    if (this.#state !== 'running') return;
    this.#state = 'paused';
    this.#meter.reset();
    this.#report();
  }

  /** Goes on after a pause, or takes up again what was cancelled. */
  resume(): void {
    if (this.#state !== 'paused' && this.#state !== 'cancelled') return;
    this.#state = 'idle';
    this.#enqueue(this.#cancelled.splice(0));
    this.#settle();
  }

  /** What is under way finishes; the rest is left until `resume`. */
  cancel(): void {
    for (const index of this.#queue.clear()) this.#cancelled.push(index);
    this.#state = this.#cancelled.length > 0 ? 'cancelled' : this.#state;
    this.#settle();
  }

  /** Forgets what waits, for good, and counts from the beginning. */
  clear(): void {
    this.cancel();
    this.#cancelled.length = 0;
    this.#done = 0;
    this.#total = this.#inFlight;
    this.#meter.reset();
    this.#state = 'idle';
    this.#settle();
  }

  /** Resolves when nothing waits and nothing is under way. */
  idle(): Promise<void> {
    if (this.remaining === 0 && this.#inFlight === 0) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  trouble(sentence: string | null): void {
    this.#trouble = sentence;
    this.#report();
  }

  /** The engine says that it has these. Its word may come before the decoder's. */
  engineEmbedded(ids: number[]): void {
    for (const id of ids) this.#waiting.get(id)?.('embedded');
  }

  engineRejected(ids: number[], reason: string): void {
    for (const id of ids) this.#waiting.get(id)?.({ code: 'engine-rejected', reason });
  }

  /** Pixels on their way to an engine that ended are lost: those images are decoded again. */
  engineGone(): void {
    for (const settle of this.#waiting.values()) settle('engine-gone');
  }

  get progress(): Progress {
    return {
      state: this.#state,
      done: this.#done,
      total: this.#total,
      failed: this.#failed,
      trouble: this.#trouble,
      rate: this.#meter.rate,
      secondsLeft: this.#meter.secondsLeft(this.remaining),
    };
  }

  /** Images that will be read without anybody asking once more. */
  get remaining(): number {
    return this.#total - this.#done - this.#cancelled.length;
  }

  #enqueue(indexes: number[]): void {
    for (const index of indexes) this.#queue.push(index);
    // The time in which nothing was to be read would count as slow work.
    if (this.#state === 'idle') this.#meter.reset();
    if (this.remaining > 0 && this.#state !== 'paused') this.#state = 'running';
    this.#pump();
  }

  #pump(): void {
    while (this.#state === 'running') {
      const isSeen = this.#queue.isPreferred;
      if (this.#inFlight >= (isSeen ? IN_FLIGHT + SEEN_BEYOND : IN_FLIGHT)) break;
      const index = this.#queue.take();
      if (index === undefined) break;
      this.#inFlight++;
      void this.#process(index, isSeen).then(() => this.#finished());
    }
    this.#report();
  }

  #finished(): void {
    this.#inFlight--;
    this.#done++;
    this.#meter.mark(this.#done, performance.now());
    this.#pump();
    this.#settle();
  }

  #settle(): void {
    if (this.remaining === 0 && this.#inFlight === 0) {
      // What was cancelled before can still be taken up, whatever was read in between.
      this.#state = this.#cancelled.length > 0 ? 'cancelled' : 'idle';
      for (const resolve of this.#idle.splice(0)) resolve();
    }
    this.#report();
  }

  async #process(index: number, isSeen: boolean): Promise<void> {
    let outcome: Outcome = 'engine-gone';
    for (let attempt = 0; attempt < ENGINE_TRIES && outcome === 'engine-gone'; attempt++) {
      outcome = await this.#once(index, isSeen).catch((error: unknown) => ({
        code: 'decoder-unavailable',
        reason: describe(error),
      }));
    }
    if (outcome === 'embedded') return this.parts.embedded(index);
    this.#failed++;
    this.parts.failed(index, outcome === 'engine-gone' ? engineEnded() : outcome);
  }

  /** The engine's word may come before the decoder's, so it is awaited from the start. */
  async #once(index: number, isSeen: boolean): Promise<Outcome> {
    const answer = this.parts.submit(index, isSeen);
    const submitted = answer instanceof Promise ? await answer : answer;
    if ('known' in submitted) {
      this.parts.known?.(index, submitted.known);
      return 'embedded';
    }
    const { id, result } = submitted;
    const embedded = new Promise<Outcome>((resolve) => this.#waiting.set(id, resolve));
    try {
      const decoded = await result;
      if ('failure' in decoded) return decoded.failure;
      this.parts.decoded(index, decoded);
      return await embedded;
    } finally {
      this.#waiting.delete(id);
    }
  }

  #report(): void {
    this.parts.progress(this.progress);
  }
}

const engineEnded = (): ImageFailure => ({ code: 'engine-ended', reason: told().images.engineEnded });
