/**
 * @file An exported model, loaded from its folder and run on pixels. Runs in the engine (`classify`) and in the process
 * of the export check: what is proven there is what answers here.
 */
import { tf } from '../backbone/tensorflow';
import { describe, PersonError } from '../../contract/errors';
import { damaged, readModelFolder, type ModelFolder } from './modelFolder';
import { IMAGES_AT_ONCE } from './batch';
import type { Metadata } from './metadata';
import { loadRuntime, type Runtime } from './runtimes';

/** [N, C] each, in the order of `metadata.classes`. */
export interface ModelOutputs {
  probabilities: Float32Array;
  logits: Float32Array;
}

export class LoadedModel {
  private constructor(
    private readonly folder: ModelFolder,
    private readonly runtime: Runtime,
  ) {}

  /** @throws PersonError where the folder is none of ours, or damaged */
  static async load(dir: string): Promise<LoadedModel> {
    const folder = await readModelFolder(dir);
    const { metadata } = folder;
    try {
      const runtime = await loadRuntime[metadata.model.format](folder.dir, metadata);
      return new LoadedModel(folder, runtime);
    } catch (error) {
      throw error instanceof PersonError ? error : damaged(folder.dir, describe(error));
    }
  }

  get metadata(): Metadata {
    return this.folder.metadata;
  }

  /**
   * Blocks the process, 4 ms an image and more: give it a batch at a time where calls must be answered in between.
   * @param images [size, size, 3] RGB each
   * @throws RangeError with both shapes where an image has another size
   */
  run(images: readonly Uint8Array[]): ModelOutputs {
    const classes = this.metadata.classes.length;
    const outputs = {
      probabilities: new Float32Array(images.length * classes),
      logits: new Float32Array(images.length * classes),
    };
    for (let start = 0; start < images.length; start += IMAGES_AT_ONCE) {
      const [probabilities, logits] = this.#batch(images.slice(start, start + IMAGES_AT_ONCE));
      outputs.probabilities.set(probabilities, start * classes);
      outputs.logits.set(logits, start * classes);
    }
    return outputs;
  }

  dispose(): void {
    this.runtime.dispose();
  }

  #batch(images: readonly Uint8Array[]): [Float32Array, Float32Array] {
    const { size, channels } = this.metadata.input;
    const tensors = this.runtime.predict(this.#joined(images), [images.length, size, size, channels]);
    try {
      return [this.#values(tensors[0], images.length), this.#values(tensors[1], images.length)];
    } finally {
      tf.dispose(tensors);
    }
  }

  #joined(images: readonly Uint8Array[]): Uint8Array {
    const { size, channels } = this.metadata.input;
    const bytes = size * size * channels;
    const joined = new Uint8Array(images.length * bytes);
    images.forEach((image, i) => {
      if (image.length !== bytes)
        throw new RangeError(
          `expected images of shape [${size}, ${size}, ${channels}], got [${image.length}]`,
        );
      joined.set(image, i * bytes);
    });
    return joined;
  }

  #values(tensor: { shape: number[]; dataSync(): unknown }, count: number): Float32Array {
    const classes = this.metadata.classes.length;
    if (tensor.shape[0] !== count || tensor.shape[1] !== classes)
      throw damaged(
        this.folder.dir,
        `an output has shape [${tensor.shape.join(', ')}] for ${classes} classes`,
      );
    return tensor.dataSync() as Float32Array;
  }
}
