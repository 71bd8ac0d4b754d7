/** @file Collects the tensors and operators of a network. Pure; runs in the engine and in tests. */
import type { WeightTensor } from '../../backbone/layers';
import { float32ToFloat16 } from '../../backbone/float16';
import type { NetworkOperator, NetworkTensor } from './network';
import { ACTIVATIONS, type OperatorName } from './schema';

/**
 * How kernels are stored. 'half' stores those of layers as float16, each turned into float32 by a DEQUANTIZE before its
 * use, as TensorFlow's converter does it; vectors and scalars stay float32 (docs/exports.md).
 */
export type Precision = 'single' | 'half';

/** Behind the name of a kernel that is stored as halves. */
export const HALF_SUFFIX = '/half';

const memory = (values: Float32Array | Uint16Array | Int32Array): Uint8Array =>
  new Uint8Array(values.buffer, values.byteOffset, values.byteLength);

export class NetworkBuilder {
  readonly tensors: NetworkTensor[] = [];
  readonly operators: NetworkOperator[] = [];
  readonly #places = new Map<string, number>();

  constructor(private readonly precision: Precision) {}

  /** @throws Error where there is no tensor of that name */
  place(name: string): number {
    const place = this.#places.get(name);
    if (place === undefined) throw new Error(`there is no tensor named ${name}`);
    return place;
  }

  /** A constant, as it is; once for all that take it. @returns its place */
  constant(name: string, { shape, values }: WeightTensor): number {
    return this.#places.get(name) ?? this.add({ name, type: 'float32', shape, data: memory(values) });
  }

  /** A kernel, as the precision says. @returns the place of its float32 values */
  kernel(name: string, tensor: WeightTensor): number {
    if (this.precision === 'single' || this.#places.has(name)) return this.constant(name, tensor);
    const { shape, values } = tensor;
    const data = memory(float32ToFloat16(values));
    const half = this.add({ name: `${name}${HALF_SUFFIX}`, type: 'float16', shape, data });
    return this.operator('DEQUANTIZE', [half], { name, shape });
  }

  axes(name: string, axes: readonly number[]): number {
    return this.add({ name, type: 'int32', shape: [axes.length], data: memory(Int32Array.from(axes)) });
  }

  /** @param output name and shape, float32 @returns its place */
  operator(
    name: OperatorName,
    inputs: readonly number[],
    output: { name: string; shape: readonly number[] },
    options: Record<string, number> = {},
  ): number {
    const place = this.add({ ...output, type: 'float32', data: null });
    this.operators.push({ name, inputs, output: place, options });
    return place;
  }

  add(tensor: NetworkTensor): number {
    if (this.#places.has(tensor.name)) throw new Error(`two tensors are named ${tensor.name}`);
    this.#places.set(tensor.name, this.tensors.length);
    return this.tensors.push(tensor) - 1;
  }
}

export const activationOf = (fused: boolean): { activation: number } => ({
  activation: fused ? ACTIVATIONS.relu6 : ACTIVATIONS.none,
});
