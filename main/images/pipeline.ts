/**
 * @file From files to embeddings: keeps a bounded number of images between decoder and engine, tries again what an
 * ended engine took with it, and tells how far it is. Runs in main; knows neither Electron nor TensorFlow.
 */
import type { ImageFailure, Progress } from '../contract/model';
import type { DecodeJob, DecodeResult } from './decoder/protocol';
import { RateMeter } from './rate';

export interface PipelineParts {
  decode(job: Omit<DecodeJob, 'id'>): Promise<DecodeResult>;
  job(index: number): Omit<DecodeJob, 'id'>;
  decoded(index: number, result: Extract<DecodeResult, { hash: string }>): void;
  /** The engine holds the embedding of this row's hash. */
  embedded(index: number): void;
  failed(index: number, failure: ImageFailure): void;
  progress(progress: Progress): void;
}

/** Enough for two full batches in the engine and busy decoder workers; 150 KB each. */
const IN_FLIGHT = 48;
const ENGINE_TRIES = 5;

export class Pipeline {
  readonly #queue: number[] = [];
  readonly #meter = new RateMeter();
  readonly #waiting = new Map<number, (outcome: 'embedded' | 'engine-gone' | ImageFailure) => void>();
  readonly #early = new Map<number, 'embedded' | ImageFailure>();
  /** Counts the engines that ended: pixels decoded under an earlier one may have gone with it. */
  #generation = 0;
  #inFlight = 0;
  #done = 0;
  #total = 0;
  #failed = 0;
  #state: Progress['state'] = 'idle';
  #trouble: string | null = null;

  constructor(private readonly parts: PipelineParts) {}

  add(indexes: number[]): void {
    this.#queue.push(...indexes);
    this.#total += indexes.length;
    if (indexes.length > 0 && this.#state !== 'paused') this.#state = 'running';
    this.#pump();
  }

  pause(): void {
    if (this.#state !== 'running') return;
    this.#state = 'paused';
    this.#meter.reset();
    this.#report();
  }

  resume(): void {
    if (this.#state !== 'paused' && this.#state !== 'cancelled') return;
    this.#state = this.#remaining > 0 ? 'running' : 'idle';
    this.#pump();
  }

  /** What is under way finishes; the rest waits for `add` and is returned. */
  cancel(): number[] {
    const dropped = this.#queue.splice(0);
    this.#total -= dropped.length;
    this.#state = this.#inFlight > 0 || dropped.length > 0 ? 'cancelled' : 'idle';
    this.#report();
    return dropped;
  }

  trouble(sentence: string | null): void {
    this.#trouble = sentence;
    this.#report();
  }

  /** The engine says that it has these. Its word may come before the decoder's. */
  engineEmbedded(ids: number[]): void {
    for (const id of ids) this.#settle(id, 'embedded');
  }

  engineRejected(ids: number[], reason: string): void {
    for (const id of ids) this.#settle(id, { code: 'engine-rejected', reason });
  }

  /** Pixels on their way to an engine that ended are lost: those images are decoded again. */
  engineGone(): void {
    this.#generation++;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    this.#early.clear();
    for (const settle of waiting) settle('engine-gone');
  }

  get progress(): Progress {
    return {
      state: this.#state,
      done: this.#done,
      total: this.#total,
      failed: this.#failed,
      trouble: this.#trouble,
      rate: this.#meter.rate,
      secondsLeft: this.#meter.secondsLeft(this.#remaining),
    };
  }

  get #remaining(): number {
    return this.#total - this.#done;
  }

  #pump(): void {
    while (this.#state === 'running' && this.#inFlight < IN_FLIGHT) {
      const index = this.#queue.shift();
      if (index === undefined) break;
      this.#inFlight++;
      void this.#process(index).then(() => this.#finished());
    }
    this.#report();
  }

  #finished(): void {
    this.#inFlight--;
    this.#done++;
    this.#meter.mark(this.#done, performance.now());
    if (this.#remaining === 0 && this.#state !== 'paused') this.#state = 'idle';
    this.#pump();
  }

  async #process(index: number): Promise<void> {
    let failure: ImageFailure | null = null;
    for (let attempt = 0; attempt < ENGINE_TRIES; attempt++) {
      const generation = this.#generation;
      const result = await this.parts.decode(this.parts.job(index));
      if ('failure' in result) failure = result.failure;
      else {
        this.parts.decoded(index, result);
        const outcome = generation === this.#generation ? await this.#engine(result.id) : 'engine-gone';
        if (outcome === 'embedded') return this.parts.embedded(index);
        failure = outcome === 'engine-gone' ? ENGINE_ENDED : outcome;
        if (outcome === 'engine-gone') continue;
      }
      break;
    }
    this.#failed++;
    this.parts.failed(index, failure ?? ENGINE_ENDED);
  }

  #engine(id: number): Promise<'embedded' | 'engine-gone' | ImageFailure> {
    const early = this.#early.get(id);
    if (early !== undefined) {
      this.#early.delete(id);
      return Promise.resolve(early);
    }
    return new Promise((resolve) => this.#waiting.set(id, resolve));
  }

  #settle(id: number, outcome: 'embedded' | ImageFailure): void {
    const waiting = this.#waiting.get(id);
    if (!waiting) this.#early.set(id, outcome);
    else {
      this.#waiting.delete(id);
      waiting(outcome);
    }
  }

  #report(): void {
    this.parts.progress(this.progress);
  }
}

const ENGINE_ENDED: ImageFailure = {
  code: 'engine-ended',
  reason:
    'The engine ended each time this image was embedded. The other images are not affected; rescan to try it again.',
};
