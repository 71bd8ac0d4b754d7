/** @file The constants of a network as weights of layers. Pure. */
import { float16ToFloat32 } from '../../backbone/float16';
import type { WeightTensor } from '../../backbone/layers';
import type { Network, NetworkTensor } from '../../export/tflite/network';
import { HALF_SUFFIX } from '../../export/tflite/networkBuilder';
import { expect, must } from './expect';

const MOST_DIMENSIONS = 4;

type Layout = (tensor: WeightTensor) => WeightTensor;
const asStored: Layout = (tensor) => tensor;

export class Constants {
  /** By key, as layers have them. */
  readonly weights = new Map<string, WeightTensor>();
  readonly #layouts = new Map<string, Layout>();
  /** Places of halves by those of the float32 values that a DEQUANTIZE makes of them. */
  readonly #halves = new Map<number, number>();

  constructor(private readonly tensors: Network['tensors']) {}

  /** Notes that a tensor is another one's halves as float32. */
  dequantise(from: number, to: number): void {
    const [half, name] = [this.#constant(from, 'float16'), this.tensors[to]!.name];
    expect(`the name of tensor ${from}`, half.name, name + HALF_SUFFIX);
    this.#halves.set(to, from);
  }

  /** @param layout from TFLite's to that of layers @returns the key */
  kernel(place: number, layout: Layout): string {
    const half = this.#halves.get(place);
    const { name } = this.#tensor(place);
    const values = (): WeightTensor => {
      if (half === undefined) return this.#float32(place);
      const { shape, data } = this.#constant(half, 'float16');
      return weights(name, shape, float16ToFloat32(whole(data, 2, name)));
    };
    return this.#keep(name, layout, values);
  }

  /** A vector or a scalar. @returns the key */
  vector(place: number): string {
    return this.#keep(this.#tensor(place).name, asStored, () => this.#float32(place));
  }

  scalar(place: number): number {
    const { shape, values } = this.#float32(place);
    expect(`the shape of tensor ${place}`, shape.join(), '');
    return values[0]!;
  }

  int32s(place: number): number[] {
    const { data } = this.#constant(place, 'int32');
    return [...new Int32Array(whole(data, 4, `tensor ${place}`).slice().buffer)];
  }

  isConstant(place: number): boolean {
    return this.tensors[place]?.data !== null;
  }

  #keep(key: string, layout: Layout, values: () => WeightTensor): string {
    // What two layers share they read alike.
    if (this.weights.has(key)) expect(`the layout of ${key}`, this.#layouts.get(key), layout);
    else this.weights.set(key, layout(values()));
    this.#layouts.set(key, layout);
    return key;
  }

  #float32(place: number): WeightTensor {
    const { name, shape, data } = this.#constant(place, 'float32');
    return weights(name, shape, new Float32Array(whole(data, 4, name).slice().buffer));
  }

  #constant(place: number, type: NetworkTensor['type']): NetworkTensor & { data: Uint8Array } {
    const tensor = this.#tensor(place);
    expect(`the type of tensor ${place}`, tensor.type, type);
    return { ...tensor, data: must(tensor.data, `tensor ${place} is computed where it should be given`) };
  }

  #tensor(place: number): NetworkTensor {
    return must(this.tensors[place], `an operator takes tensor ${place} of ${this.tensors.length}`);
  }
}

function whole(data: Uint8Array, size: number, what: string): Uint8Array {
  if (data.length % size !== 0) throw new Error(`${what} has ${data.length} bytes for values of ${size}`);
  return data;
}

function weights(name: string, shape: readonly number[], values: Float32Array): WeightTensor {
  const count = shape.reduce((all, side) => all * side, 1);
  if (shape.length > MOST_DIMENSIONS || shape.some((side) => side < 1) || count !== values.length)
    throw new Error(`${name} has the shape [${shape.join(', ')}] but ${values.length} values`);
  return { shape, values };
}
