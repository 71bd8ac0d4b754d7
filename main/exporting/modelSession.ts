/**
 * @file Classifies files with an exported model, through the decoder and the engine that projects use. Runs in main,
 * with a window or without; knows no Electron.
 */
import { PersonError } from '../contract/errors';
import type { ImageFailure, Progress } from '../contract/model';
import type { CoreUser } from '../core';
import type { ModelAnswer } from '../engine/modelFile/answers';
import type { Metadata } from '../engine/modelFile/metadata';
import type { Engine, EngineEvent } from '../engine/supervisor';
import type { Decoder } from '../images/decoder/decoder';
import { Pipeline } from '../images/pipeline';
import { told } from '../../strings/words';

/** What is said of a file, or why nothing can be. */
export type FileAnswer = { answer: ModelAnswer } | { failure: ImageFailure };

export interface ModelSessionParts {
  engine: Pick<Engine, 'call'>;
  decoder: Pick<Decoder, 'submit'>;
  progress?: (progress: Progress) => void;
}

export class ModelSession implements CoreUser {
  /** The model has its own layers. */
  readonly backboneDir = null;
  readonly #pipeline: Pipeline;
  /** File of each decode job. */
  readonly #jobs = new Map<number, number>();
  readonly #answers = new Map<number, FileAnswer>();
  #files: readonly string[] = [];
  #metadata: Metadata | null = null;

  /** @param dir the folder of an exported model */
  constructor(
    private readonly dir: string,
    private readonly parts: ModelSessionParts,
  ) {
    this.#pipeline = new Pipeline({
      submit: (index) => this.#submit(index),
      decoded: () => undefined,
      // The answer came with the engine's word.
      embedded: () => undefined,
      failed: (index, failure) => this.#answers.set(index, { failure }),
      progress: (progress) => parts.progress?.(progress),
    });
  }

  /** What the model's export says of it. */
  get metadata(): Metadata {
    if (!this.#metadata) throw new PersonError(told().exports.notOpen);
    return this.#metadata;
  }

  /** Where a token of {@link classify} leads, for whoever serves files to the decoder; null: no token of ours. */
  file(token: string): string | null {
    return this.#files[tokenIndex(token) ?? -1] ?? null;
  }

  /**
   * Answers for files, in their order. Runs after `engineStarted`.
   * @param files absolute paths
   */
  async classify(files: readonly string[]): Promise<FileAnswer[]> {
    this.#files = files;
    this.#answers.clear();
    this.#pipeline.add([...files.keys()]);
    await this.#pipeline.idle();
    return files.map((_, index) => this.#answers.get(index) ?? { failure: noAnswer() });
  }

  /** Frees the model in the engine, which embeds again from then on. */
  async close(): Promise<void> {
    this.#pipeline.clear();
    await this.parts.engine.call('closeModel', undefined);
  }

  /** @throws PersonError where the folder holds no model of ours, or a damaged one */
  async engineStarted(): Promise<void> {
    this.#metadata = await this.parts.engine.call('openModel', { dir: this.dir });
  }

  engineGone(): void {
    this.#pipeline.engineGone();
  }

  engineEvent({ name, payload }: EngineEvent): void {
    if (name === 'rejected') this.#pipeline.engineRejected(payload.ids, payload.reason);
    if (name !== 'classified') return;
    for (const { id, answer } of payload.answers) {
      const index = this.#jobs.get(id);
      if (index !== undefined) this.#answers.set(index, { answer });
    }
    this.#pipeline.engineEmbedded(payload.answers.map(({ id }) => id));
  }

  trouble(sentence: string | null): void {
    this.#pipeline.trouble(sentence);
  }

  #submit(index: number): ReturnType<Decoder['submit']> {
    const { preprocessing, input } = this.metadata;
    const job = this.parts.decoder.submit({
      url: `img://file/${TOKEN}${index}`,
      path: this.#files[index]!,
      framing: preprocessing.framing,
      inputSize: input.size,
      thumbnailSize: null,
      wantInput: true,
    });
    this.#jobs.set(job.id, index);
    return job;
  }
}

/** No project has such a token: theirs have 22 letters. */
const TOKEN = 'model-';

function tokenIndex(token: string): number | null {
  return token.startsWith(TOKEN) ? Number(token.slice(TOKEN.length)) : null;
}

const noAnswer = (): ImageFailure => ({ code: 'no-answer', reason: told().exports.noAnswer });
