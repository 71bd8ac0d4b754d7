/**
 * @file Pixels to what the last convolution of the backbone sees: a SavedModel of the layers before it. Engine.
 */
import { readDescription, type BackboneDescription } from '../backbone/description';
import { ensureSavedModel } from '../backbone/savedModelCache';
import { tf, type NamedTensorMap, type SavedModel } from '../backbone/tensorflow';

export class FeatureModel {
  private constructor(
    private readonly description: BackboneDescription,
    private readonly model: SavedModel,
  ) {}

  /**
   * Loads the layers up to `outputs.features`, writing their SavedModel into `cacheDir` the first time.
   * @throws BackboneError where the backbone's files are damaged
   */
  static async load(backboneDir: string, cacheDir: string): Promise<FeatureModel> {
    const description = await readDescription(backboneDir);
    const folder = await ensureSavedModel(backboneDir, cacheDir, [description.outputs.features]);
    return new FeatureModel(description, await tf.node.loadSavedModel(folder));
  }

  /**
   * Blocks the process for about 4 ms an image.
   * @param images each [size, size, 3] RGB
   * @returns [N, places, channels] row by row
   * @throws RangeError with both lengths where an image has another size
   */
  features(images: readonly Uint8Array[]): Float32Array {
    const { name, size, channels } = this.description.input;
    const bytes = size * size * channels;
    const values = new Int32Array(images.length * bytes);
    images.forEach((image, i) => {
      if (image.length !== bytes)
        throw new RangeError(`expected ${bytes} bytes for image ${i}, got ${image.length}`);
      values.set(image, i * bytes);
    });
    const input = tf.tensor4d(values, [images.length, size, size, channels], 'int32');
    let outputs: NamedTensorMap | undefined;
    try {
      outputs = this.model.predict({ [name]: input }) as NamedTensorMap;
      const features = outputs[this.description.outputs.features];
      if (!features) throw new Error('the SavedModel lacks its features');
      return features.dataSync<'float32'>();
    } finally {
      tf.dispose([input, ...Object.values(outputs ?? {})]);
    }
  }

  dispose(): void {
    this.model.dispose();
  }
}
