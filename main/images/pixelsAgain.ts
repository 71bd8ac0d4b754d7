/**
 * @file Has images read once more for what embeddings do not tell: their pixels go to the engine as ever, which says when it has looked
 * at them. Nothing that is known of the files changes. Runs in main.
 */
import type { WorkProgress } from '../contract/model';
import { BoxJobs, type BoxJobsParts } from './boxJobs';
import type { Decoder, DecodeRequest } from './decoder/decoder';
import type { Items } from './items';
import { Pipeline, type Submitted } from './pipeline';

export interface PixelsAgainParts {
  items: Pick<Items, 'row'>;
  decoder: Pick<Decoder, 'submit'> & BoxJobsParts['decoder'];
  /** What the decoder needs to read a row's file. */
  request: (index: number) => Omit<DecodeRequest, 'wantInput'>;
  tell: (progress: WorkProgress) => void;
}

const GIVEN_UP = 'It is not wanted any more.';

export class PixelsAgain {
  readonly #pipeline: Pipeline;
  readonly #waiting = new Set<number>();
  #failed = 0;
  #isOver = false;

  constructor(private readonly parts: PixelsAgainParts) {
    const nothing = (): void => undefined;
    const { items, decoder } = parts;
    const boxes = new BoxJobs(items, {
      decoder,
      request: (index) => this.#request(index),
      thumbnail: nothing,
    });
    this.#pipeline = new Pipeline({
      submit: (index) =>
        this.#noted(items.row(index).box === null ? this.#submit(index) : boxes.submit(index)),
      decoded: nothing,
      embedded: nothing,
      failed: () => void this.#failed++,
      progress: ({ done, total, rate, secondsLeft }) => parts.tell({ done, total, rate, secondsLeft }),
    });
  }

  /** Resolves when each of the rows was looked at, could not be, or is no longer wanted. @returns how many could not */
  async read(rows: readonly number[]): Promise<number> {
    this.#pipeline.add([...rows]);
    await this.#pipeline.idle();
    return this.#failed;
  }

  /** The engine has looked at these decode jobs. Its word may come before the decoder's. */
  looked(ids: number[]): void {
    this.#pipeline.engineEmbedded(ids);
    for (const id of ids) this.#waiting.delete(id);
  }

  /** The engine could make nothing of these. */
  rejected(ids: number[], reason: string): void {
    this.#pipeline.engineRejected(ids, reason);
  }

  /** The rest is left, and nothing is waited for that is under way: the engine ended, or does not listen any more. */
  giveUp(): void {
    this.#isOver = true;
    this.#pipeline.cancel();
    this.rejected([...this.#waiting], GIVEN_UP);
  }

  #submit(index: number): Submitted {
    return this.parts.decoder.submit({ ...this.#request(index), wantInput: true });
  }

  #request(index: number): Omit<DecodeRequest, 'wantInput'> {
    return { ...this.parts.request(index), thumbnailSize: null };
  }

  #noted<T extends Submitted>(job: T): T {
    if (!('id' in job)) return job;
    this.#waiting.add(job.id);
    // The pipeline waits for it from this moment on.
    if (this.#isOver) queueMicrotask(() => this.rejected([job.id], GIVEN_UP));
    return job;
  }
}
