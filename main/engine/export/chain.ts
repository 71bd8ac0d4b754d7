/**
 * @file Layers as they are written one after another. Pure: runs in the engine and in tests.
 */
import type { Layer, WeightTensor } from '../backbone/layers';

export interface HeadLayers {
  readonly layers: readonly Layer[];
  readonly tensors: ReadonlyMap<string, WeightTensor>;
}

/** Layers one after another, each taking the one before it. */
export class Chain implements HeadLayers {
  readonly layers: Layer[] = [];
  readonly tensors = new Map<string, WeightTensor>();

  /** @param last layer that the next one takes */
  constructor(public last: string) {}

  plain(name: string, op: 'l2Normalise' | 'softmax' | 'channelMax'): void {
    this.#push({ name, op, inputs: [this.last] });
  }

  concat(name: string, inputs: string[]): void {
    this.#push({ name, op: 'concat', inputs });
  }

  operand(name: string, op: 'add' | 'sub' | 'mul', values: Float32Array): void {
    const operand = this.#tensor(`${name}/operand`, { shape: [values.length], values });
    this.#push({ name, op, inputs: [this.last], operand });
  }

  dense(name: string, kernel: WeightTensor, bias?: Float32Array): void {
    const key = this.#tensor(`${name}/kernel`, kernel);
    const added = bias && this.#tensor(`${name}/bias`, { shape: [bias.length], values: bias });
    this.#push({
      name,
      op: 'dense',
      inputs: [this.last],
      kernel: key,
      ...(added !== undefined && { bias: added }),
    });
  }

  #tensor(key: string, tensor: WeightTensor): string {
    this.tensors.set(key, tensor);
    return key;
  }

  #push(layer: Layer): void {
    this.layers.push(layer);
    this.last = layer.name;
  }
}
