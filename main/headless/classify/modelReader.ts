/**
 * @file Has an exported model answer for image files: decoder and engine as for a project, but nothing is embedded and
 * nothing kept. Runs in main.
 */
import type { ImageFailure, Progress } from '../../contract/model';
import type { Core, CoreUser } from '../../core';
import type { ModelAnswer } from '../../engine/modelFile/answers';
import type { Metadata } from '../../engine/modelFile/metadata';
import type { EngineEvent } from '../../engine/supervisor';
import { Pipeline } from '../../images/pipeline';

export type Outcome = { answer: ModelAnswer } | { failure: ImageFailure };

export interface ModelReaderParts {
  core: Core;
  /** Folder of the exported model. */
  model: string;
  /** Size in bytes of each image; the decoder reads image i as `img://file/<i>`. */
  sizes: readonly number[];
  progress: (progress: Progress) => void;
  trouble: (sentence: string) => void;
}

export class ModelReader implements CoreUser {
  readonly #outcomes: (Outcome | undefined)[] = [];
  /** Row by decode job. */
  readonly #rows = new Map<number, number>();
  readonly #pipeline: Pipeline;
  #metadata: Metadata | null = null;

  constructor(private readonly parts: ModelReaderParts) {
    this.#pipeline = new Pipeline({
      submit: (row) => this.#submit(row),
      decoded: () => undefined,
      embedded: () => undefined,
      failed: (row, failure) => (this.#outcomes[row] = { failure }),
      progress: parts.progress,
    });
  }

  /** What the model says of itself. */
  get metadata(): Metadata {
    if (!this.#metadata) throw new Error('The model has not been opened yet.');
    return this.#metadata;
  }

  /**
   * Outcomes in the order of the images.
   * @throws PersonError where the model is none of ours, or damaged
   */
  async read(): Promise<Outcome[]> {
    const { core, sizes } = this.parts;
    await core.use(this);
    this.#pipeline.add([...sizes.keys()]);
    await this.#pipeline.idle();
    return sizes.map((_, row) => this.#outcomes[row] ?? { failure: UNANSWERED });
  }

  /** Runs again after every restart of the engine, which then has no model. */
  async engineStarted(): Promise<void> {
    this.#metadata = await this.parts.core.engine.call('openModel', { dir: this.parts.model });
  }

  engineGone(): void {
    this.#pipeline.engineGone();
  }

  engineEvent(event: EngineEvent): void {
    if (event.name === 'rejected') this.#pipeline.engineRejected(event.payload.ids, event.payload.reason);
    if (event.name !== 'classified') return;
    const { answers } = event.payload;
    for (const { id, answer } of answers) {
      const row = this.#rows.get(id);
      if (row !== undefined) this.#outcomes[row] = { answer };
    }
    this.#pipeline.engineEmbedded(answers.map(({ id }) => id));
  }

  trouble(sentence: string | null): void {
    if (sentence !== null) this.parts.trouble(sentence);
  }

  #submit(row: number): ReturnType<Core['decoder']['submit']> {
    const { input, preprocessing } = this.metadata;
    const job = this.parts.core.decoder.submit({
      url: `img://file/${row}`,
      framing: preprocessing.framing,
      inputSize: input.size,
      thumbnailSize: null,
      wantInput: true,
      bytes: this.parts.sizes[row] ?? 0,
    });
    this.#rows.set(job.id, row);
    return job;
  }
}

const UNANSWERED: ImageFailure = { code: 'unanswered', reason: 'The model gave no answer for this image.' };
