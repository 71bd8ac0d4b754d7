/**
 * @file Reads images that are none of the project's, so that the engine has their embeddings. They are kept by their content
 * beside those of the project, of which they never become items. Runs in main; knows no Electron.
 */
import type { Framing, ImageFailure, WorkProgress } from '../contract/model';
import type { Decoder } from './decoder/decoder';
import { Pipeline } from './pipeline';
import { told } from '../../strings/words';

export interface OtherFile {
  /** Absolute. */
  path: string;
  bytes: number;
}

/** SHA-256 of the content, by which the engine has its embedding; or why there is none. */
export type OtherRead = { hash: string } | { failure: ImageFailure };

export interface OtherImagesParts {
  decoder: Pick<Decoder, 'submit'>;
  /** Side of the backbone's input, pixels. */
  inputSize: () => number;
  framing: () => Framing;
  progress: (progress: WorkProgress) => void;
}

const cancelled = (): ImageFailure => ({ code: 'cancelled', reason: told().images.cancelled });
/** No item has such a token: theirs have 22 letters. */
const TOKEN = 'other-';

export class OtherImages {
  readonly pipeline: Pipeline;
  #files: readonly OtherFile[] = [];
  #hashes: (string | null)[] = [];
  readonly #read = new Map<number, OtherRead>();

  constructor(private readonly parts: OtherImagesParts) {
    this.pipeline = new Pipeline({
      submit: (index) => this.#submit(index),
      decoded: (index, { hash }) => (this.#hashes[index] = hash),
      embedded: (index) => this.#read.set(index, { hash: this.#hashes[index]! }),
      failed: (index, failure) => this.#read.set(index, { failure }),
      progress: ({ state, done, total, rate, secondsLeft }) =>
        state === 'running' && parts.progress({ done, total, rate, secondsLeft }),
    });
  }

  /** Where a token leads, for whoever serves files to the decoder; null: no token of ours. */
  file(token: string): string | null {
    return token.startsWith(TOKEN) ? (this.#files[Number(token.slice(TOKEN.length))]?.path ?? null) : null;
  }

  /** In the order of the files; one call at a time. */
  async read(files: readonly OtherFile[]): Promise<OtherRead[]> {
    this.#files = files;
    this.#hashes = files.map(() => null);
    this.#read.clear();
    this.pipeline.clear();
    this.pipeline.add([...files.keys()]);
    await this.pipeline.idle();
    return files.map((_, index) => this.#read.get(index) ?? { failure: cancelled() });
  }

  /** What is under way is finished, the rest given up. */
  cancel(): void {
    this.pipeline.clear();
  }

  #submit(index: number): ReturnType<Decoder['submit']> {
    const { path, bytes } = this.#files[index]!;
    const { framing, inputSize, decoder } = this.parts;
    const picture = { framing: framing(), inputSize: inputSize(), thumbnailSize: null, wantInput: true };
    return decoder.submit({ url: `img://file/${TOKEN}${index}`, path, bytes, ...picture });
  }
}
