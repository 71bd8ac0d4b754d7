/** @file The weights of an ONNX graph, in the order of axes in which layers have them. Pure: engine and tests. */
import type { WeightTensor } from '../../backbone/layers';
import { reversed } from '../../export/onnx/axes';
import { TYPE, type OnnxTensor } from '../../export/onnx/proto';

const text = (dims: readonly number[]): string => `[${dims.join(', ')}]`;

export class Initialisers {
  readonly #found = new Map<string, WeightTensor>();
  readonly #used = new Map<string, WeightTensor>();

  /** @throws Error naming a tensor that is no float32 of its shape, or one of two of the same name */
  constructor(tensors: readonly OnnxTensor[]) {
    for (const tensor of tensors) {
      if (this.#found.has(tensor.name)) throw new Error(`two tensors are named ${tensor.name}`);
      this.#found.set(tensor.name, { shape: tensor.dims, values: floats(tensor) });
    }
  }

  /** Those that layers use, by their names, as layers have them. */
  get used(): ReadonlyMap<string, WeightTensor> {
    return this.#used;
  }

  has(name: string): boolean {
    return this.#found.has(name);
  }

  /** The only value of a tensor without axes. */
  scalar(name: string): number {
    const { shape, values } = this.#get(name);
    if (shape.length > 0) throw new Error(`the tensor ${name} has shape ${text(shape)}, expected []`);
    return values[0]!;
  }

  /** A vector or matrix, which lies alike in both. */
  plain(name: string): void {
    this.#used.set(name, this.#get(name));
  }

  /** [C, 1, 1] beside an image, [C] beside a vector, or []. */
  operand(name: string): void {
    const { shape, values } = this.#get(name);
    const axes = shape.length === 3 && shape[1] === 1 && shape[2] === 1 ? 1 : shape.length;
    if (axes > 1)
      throw new Error(`the tensor ${name} has shape ${text(shape)}, expected one for each channel`);
    this.#used.set(name, { shape: shape.slice(0, axes), values });
  }

  /** [out, in, height, width] to [height, width, in, out]; where each channel has its own, to [height, width, channels, 1]. */
  kernel(name: string, eachChannel: boolean): void {
    const { shape, values } = this.#get(name);
    const [outputs = 0, inputs = 0, height = 0, width = 0] = shape;
    if (shape.length !== 4 || (eachChannel && inputs !== 1))
      throw new Error(`the tensor ${name} has shape ${text(shape)}, which is no such kernel`);
    const channels = eachChannel ? [outputs, 1] : [inputs, outputs];
    this.#used.set(name, {
      shape: [height, width, ...channels],
      values: reversed(values, [outputs, inputs, height * width]),
    });
  }

  #get(name: string): WeightTensor {
    const tensor = this.#found.get(name);
    if (!tensor) throw new Error(`the tensor ${name} is missing`);
    return tensor;
  }
}

/** The values, copied: in the file they lie at any place, a Float32Array needs multiples of four. */
function floats({ name, dims, dataType, rawData }: OnnxTensor): Float32Array {
  if (dataType !== TYPE.float) throw new Error(`the tensor ${name} is of type ${dataType}, expected float32`);
  const count = dims.reduce((a, b) => a * b, 1);
  if (rawData.length !== 4 * count)
    throw new Error(`the tensor ${name} has shape ${text(dims)} but ${rawData.length} bytes`);
  return new Float32Array(new Uint8Array(rawData).buffer);
}
