/**
 * @file A head as a few more layers of the backbone's own form, so that every emitter writes it without knowing what a
 * head is. Pure: runs in the engine and in tests.
 */
import { linearForm, requireHead, type Head } from '../imprinting/head';
import type { Layer, WeightTensor } from '../backbone/layers';

/** Layers that every exported model has, whatever its head. */
export const OUTPUTS = { logits: 'logits', probabilities: 'probabilities' } as const;

export interface HeadLayers {
  readonly layers: readonly Layer[];
  readonly tensors: ReadonlyMap<string, WeightTensor>;
}

/**
 * logit_c = (scale_c·(z'·w_c) + bias_c)/temperature as layers after `input`, the embedding [N, D]; the last two are
 * {@link OUTPUTS}, [N, C] each. Cosines stay a product with unit rows, scaled afterwards, which is what the app computes.
 * @throws RangeError where the parts of the head do not fit together
 */
export function headLayers(head: Head, input: string): HeadLayers {
  requireHead(head);
  const chain = new Chain(input);
  if (head.shift) chain.operand('imprint/shift', 'sub', head.shift);
  if (head.projection) chain.dense('imprint/projection', transposed(head.projection, head.dimension));
  if (head.input === 'unit') addCosine(chain, head);
  else addLinear(chain, head);
  chain.plain(OUTPUTS.probabilities, 'softmax');
  return chain;
}

function addCosine(chain: Chain, { weights, classes, scale, bias, temperature }: Head): void {
  chain.plain('imprint/unit', 'l2Normalise');
  chain.dense('imprint/cosine', transposed(weights, classes));
  const biased = bias.some((value) => value !== 0);
  const factor = Float32Array.from(scale, (value) => value / temperature);
  chain.operand(biased ? 'imprint/scaled' : OUTPUTS.logits, 'mul', factor);
  if (biased)
    chain.operand(
      OUTPUTS.logits,
      'add',
      Float32Array.from(bias, (value) => value / temperature),
    );
}

function addLinear(chain: Chain, head: Head): void {
  const { weights, bias } = linearForm({ ...head, shift: null, projection: null });
  const kernel = { shape: [head.dimension, head.classes], values: weights };
  chain.dense(OUTPUTS.logits, kernel, bias);
}

/** A kernel [in, rows] of a matrix [rows, in], in float32. */
function transposed(matrix: Float32Array | Float64Array, rows: number): WeightTensor {
  const columns = matrix.length / rows;
  const values = new Float32Array(matrix.length);
  for (let row = 0; row < rows; row++)
    for (let i = 0; i < columns; i++) values[i * rows + row] = matrix[row * columns + i]!;
  return { shape: [columns, rows], values };
}

/** Layers one after another, each taking the one before it. */
class Chain implements HeadLayers {
  readonly layers: Layer[] = [];
  readonly tensors = new Map<string, WeightTensor>();

  constructor(private last: string) {}

  plain(name: string, op: 'l2Normalise' | 'softmax'): void {
    this.#push({ name, op, inputs: [this.last] });
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
