/**
 * @file Pixels of labelled items, as they come from the decoder, to kept features: one view after the other, and whoever waits is let
 * through in between. Engine.
 */
import type { InputMessage } from '../../images/decoder/protocol';
import { embeddingHash } from '../embeddings/key';
import { float32ToFloat16 } from '../backbone/float16';
import type { FeatureFile } from './featureFile';
import type { FeatureModel } from './featureModel';
import { resampled } from './resampled';
import { partOf, VIEWS } from './views';

export interface ReadingParts {
  readonly model: Pick<FeatureModel, 'features'>;
  readonly file: Pick<FeatureFile, 'has' | 'keep'>;
  /** Keys of the items that are wanted. */
  readonly wanted: ReadonlySet<string>;
  /** Framing of the open project: what was decoded under another one is passed over. */
  readonly framing: string;
  readonly idle: () => Promise<void>;
  /** These decode jobs were looked at. */
  readonly looked: (ids: number[]) => void;
}

export class Reading {
  #waiting: InputMessage[] = [];
  #busy = false;
  #ended = false;

  constructor(private readonly parts: ReadingParts) {}

  /** What is not wanted, or there already, is told of at once. */
  take(batch: readonly InputMessage[]): void {
    if (this.#ended) return;
    const fresh = batch.filter((message) => this.#isWanted(message));
    const others = batch.filter((message) => !fresh.includes(message));
    if (others.length > 0) this.parts.looked(others.map(({ id }) => id));
    this.#waiting.push(...fresh);
    if (!this.#busy) void this.#work();
  }

  end(): void {
    this.#ended = true;
    this.#waiting = [];
  }

  async #work(): Promise<void> {
    this.#busy = true;
    for (;;) {
      const message = this.#waiting.shift();
      if (!message) break;
      try {
        await this.#read(message);
      } catch {
        // Pixels of another size: they are no image's, and the item is left out and counted.
      }
      if (!this.#ended) this.parts.looked([message.id]);
    }
    this.#busy = false;
  }

  async #read({ hash, box, pixels, size }: InputMessage): Promise<void> {
    const key = embeddingHash(hash, box);
    const views = [];
    for (let view = 0; view < VIEWS; view++) {
      await this.parts.idle();
      if (this.#ended) return;
      const part = resampled(pixels, size, partOf(key, view, size));
      views.push(float32ToFloat16(this.parts.model.features([part])));
    }
    this.parts.file.keep(key, views);
  }

  #isWanted({ hash, box, framing }: InputMessage): boolean {
    if (box === null && JSON.stringify(framing) !== this.parts.framing) return false;
    const key = embeddingHash(hash, box);
    return this.parts.wanted.has(key) && !this.parts.file.has(key);
  }
}
