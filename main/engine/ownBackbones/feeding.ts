/** @file Pixels as a model of the person's own is fed them. Engine, and the process that tries a model. */
import { tf, type Tensor4D } from '../backbone/tensorflow';
import type { OwnInput } from './description';

const CHANNELS = 3;
const LEVELS = 256;

/** What each of the 256 values of a channel is fed as, in the order in which channels are fed. */
function tables({ mean, std }: OwnInput): Float32Array[] {
  return mean.map((taken, c) =>
    Float32Array.from({ length: LEVELS }, (_, value) => (value - taken) / std[c]!),
  );
}

/** Used again from batch to batch: fresh memory of this size costs its page faults every time. */
export class Feeder {
  #values: Float32Array | Int32Array;
  readonly #tables: readonly Float32Array[];

  constructor(private readonly input: OwnInput) {
    this.#tables = tables(input);
    this.#values = this.#room(0);
  }

  /**
   * [images, size, size, 3]; whoever asked for it disposes it.
   * @param images - [size, size, 3] each, RGB
   */
  tensor(images: readonly Uint8Array[]): Tensor4D {
    const { size, type } = this.input;
    const length = images.length * size * size * CHANNELS;
    if (this.#values.length < length) this.#values = this.#room(length);
    const values = this.#values.subarray(0, length);
    images.forEach((image, n) => this.#write(image, values.subarray(n * image.length)));
    // The binding takes uint8 inputs as an int32 tensor and narrows it itself.
    return tf.tensor4d(values, [images.length, size, size, CHANNELS], type === 'float32' ? type : 'int32');
  }

  #write(image: Uint8Array, target: Float32Array | Int32Array): void {
    const { colour } = this.input;
    for (let c = 0; c < CHANNELS; c++) {
      const from = colour === 'RGB' ? c : CHANNELS - 1 - c;
      const table = this.#tables[c]!;
      for (let i = 0; i < image.length; i += CHANNELS) target[i + c] = table[image[i + from]!]!;
    }
  }

  #room(length: number): Float32Array | Int32Array {
    return this.input.type === 'float32' ? new Float32Array(length) : new Int32Array(length);
  }
}
