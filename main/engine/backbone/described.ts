/**
 * @file A backbone whose layers are known, shipped or tuned, as the engine runs it: a SavedModel of ours in native
 * TensorFlow. Engine.
 */
import { imagesOf, MAX_BATCH, type Backbone, type Embedded, type Pixels } from './backbone';
import { backboneHash, outputSizes, readDescription, type BackboneDescription } from './description';
import { ensureSavedModel } from './savedModelCache';
import { tf, type NamedTensorMap, type SavedModel, type Tensor } from './tensorflow';

export interface EmbeddedWithLogits extends Embedded {
  /** [count, base classes] before softmax. */
  logits: Float32Array;
}

export class DescribedBackbone implements Backbone {
  readonly hash: string;
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
    this.hash = backboneHash(description);
    ({ embeddingSize: this.embeddingSize, classCount: this.classCount } = outputSizes(description));
    const { size, channels } = description.input;
    this.#values = new Int32Array(MAX_BATCH * size * size * channels);
  }

  /**
   * Loads the backbone, writing its SavedModel into `cacheDir` the first time.
   * @throws BackboneError where its files are damaged
   */
  static async load(backboneDir: string, cacheDir: string): Promise<DescribedBackbone> {
    const description = await readDescription(backboneDir);
    const folder = await ensureSavedModel(backboneDir, cacheDir);
    return new DescribedBackbone(description, await tf.node.loadSavedModel(folder));
  }

  get id(): string {
    return this.description.id;
  }

  get name(): string {
    return this.description.name;
  }

  get inputSize(): number {
    return this.description.input.size;
  }

  /** See `Backbone.embed`; an image's values do not depend on its batch, and all are >= 0. */
  embed(pixels: Pixels): EmbeddedWithLogits {
    const images = imagesOf(pixels, this.inputSize);
    const embeddings = new Float32Array(images.length * this.embeddingSize);
    const logits = new Float32Array(images.length * this.classCount);
    for (let start = 0; start < images.length; start += MAX_BATCH) {
      const result = this.#run(images.slice(start, start + MAX_BATCH));
      embeddings.set(result.embeddings, start * this.embeddingSize);
      logits.set(result.logits, start * this.classCount);
    }
    return { count: images.length, embeddings, logits };
  }

  dispose(): void {
    this.#model.dispose();
  }

  #run(images: readonly Uint8Array[]): Pick<EmbeddedWithLogits, 'embeddings' | 'logits'> {
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

function floats(tensor: Tensor | undefined): Float32Array {
  if (!tensor) throw new Error('the SavedModel lacks an output that backbone.json names');
  return tensor.dataSync<'float32'>();
}
