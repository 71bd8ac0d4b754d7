/**
 * @file Pixels to embeddings: the backbone as the engine runs it, a SavedModel in native TensorFlow. Engine.
 */
import { outputSizes, readDescription, type BackboneDescription } from './description';
import { ensureSavedModel } from './savedModelCache';
import { tf, type NamedTensorMap, type SavedModel, type Tensor } from './tensorflow';

/** Larger batches are no faster (measured up to 64), block the process for longer and take more memory. */
export const MAX_BATCH = 8;

export interface Embedded {
  count: number;
  /** [count, D] raw embeddings a, after global average pooling; all >= 0. */
  embeddings: Float32Array;
  /** [count, base classes] before softmax. */
  logits: Float32Array;
}

/** One contiguous [N,size,size,3] array, or N arrays of [size,size,3]; RGB, row by row. */
export type Pixels = Uint8Array | readonly Uint8Array[];

export class Backbone {
  readonly embeddingSize: number;
  readonly classCount: number;
  readonly #model: SavedModel;
  /** Used again from batch to batch: fresh memory of this size costs its page faults every time. */
  readonly #values: Int32Array;

  private constructor(
    readonly description: BackboneDescription,
    model: SavedModel,
  ) {
    this.#model = model;
    ({ embeddingSize: this.embeddingSize, classCount: this.classCount } = outputSizes(description));
    const { size, channels } = description.input;
    this.#values = new Int32Array(MAX_BATCH * size * size * channels);
  }

  /**
   * Loads the backbone, writing its SavedModel into `cacheDir` the first time.
   * @throws BackboneError where its files are damaged
   */
  static async load(backboneDir: string, cacheDir: string): Promise<Backbone> {
    const description = await readDescription(backboneDir);
    const folder = await ensureSavedModel(backboneDir, cacheDir);
    return new Backbone(description, await tf.node.loadSavedModel(folder));
  }

  /**
   * Embeds images in batches of at most MAX_BATCH; an image's values do not depend on its batch. Blocks the process
   * (about 4 ms an image): give it a batch at a time where calls must be answered in between.
   * @throws RangeError with both shapes where the pixels are not whole images of the backbone's size
   */
  embed(pixels: Pixels): Embedded {
    const images = this.#images(pixels);
    const embeddings = new Float32Array(images.length * this.embeddingSize);
    const logits = new Float32Array(images.length * this.classCount);
    for (let start = 0; start < images.length; start += MAX_BATCH) {
      const result = this.#run(images.slice(start, start + MAX_BATCH));
      embeddings.set(result.embeddings, start * this.embeddingSize);
      logits.set(result.logits, start * this.classCount);
    }
    return { count: images.length, embeddings, logits };
  }

  /** Frees the model; the backbone cannot be used afterwards. */
  dispose(): void {
    this.#model.dispose();
  }

  #images(pixels: Pixels): readonly Uint8Array[] {
    const { size, channels } = this.description.input;
    const bytes = size * size * channels;
    const shape = `[${size}, ${size}, ${channels}]`;
    if (pixels instanceof Uint8Array) {
      if (pixels.length % bytes === 0) return split(pixels, bytes);
      throw new RangeError(
        `expected whole images of shape [N, ${shape.slice(1)}, ${bytes} bytes each, got shape [${pixels.length}]`,
      );
    }
    const wrong = pixels.findIndex((image) => image.length !== bytes);
    if (wrong < 0) return pixels;
    throw new RangeError(
      `expected images of shape ${shape}, ${bytes} bytes, got shape [${pixels[wrong]!.length}] for image ${wrong}`,
    );
  }

  #run(images: readonly Uint8Array[]): Pick<Embedded, 'embeddings' | 'logits'> {
    const { name, size, channels } = this.description.input;
    const { embedding, logits } = this.description.outputs;
    // The binding takes uint8 inputs as an int32 tensor and narrows it itself.
    const values = this.#values.subarray(0, images.length * size * size * channels);
    images.forEach((image, i) => values.set(image, i * image.length));
    const input = tf.tensor4d(values, [images.length, size, size, channels], 'int32');
    let outputs: NamedTensorMap | undefined;
    try {
      outputs = this.#model.predict({ [name]: input }) as NamedTensorMap;
      return { embeddings: floats(outputs[embedding]), logits: floats(outputs[logits]) };
    } finally {
      tf.dispose([input, ...Object.values(outputs ?? {})]);
    }
  }
}

function split(pixels: Uint8Array, bytes: number): Uint8Array[] {
  return Array.from({ length: pixels.length / bytes }, (_, i) => pixels.subarray(i * bytes, (i + 1) * bytes));
}

function floats(tensor: Tensor | undefined): Float32Array {
  if (!tensor) throw new Error('the SavedModel lacks an output that backbone.json names');
  return tensor.dataSync<'float32'>();
}
