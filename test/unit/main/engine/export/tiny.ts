/**
 * @file A network of a few weights in the backbone's form, and heads of every kind behind it. For tests.
 */
import type { LayerGraph, WeightTensor } from '../../../../../main/engine/backbone/layers';
import type { Head } from '../../../../../main/engine/imprinting/head';
import { D } from '../guessing/project';
import { Synthetic } from '../imprinting/synthetic';

const SIZE = 8;
const random = new Synthetic(5);

function tensor(...shape: number[]): WeightTensor {
  const count = shape.reduce((a, b) => a * b, 1);
  return { shape, values: Float32Array.from({ length: count }, () => 0.5 * random.gaussian()) };
}

/** Every operation that backbones use; `embedding` [N, D] is never negative, as theirs. */
export const network: LayerGraph = {
  input: {
    name: 'image',
    size: SIZE,
    channels: 3,
    colour: 'RGB',
    type: 'uint8',
    layout: 'NHWC',
    offset: 127,
    scale: 128,
  },
  layers: [
    { name: 'stem', op: 'conv', inputs: ['image'], stride: 2, padding: 'same', kernel: 'k0', bias: 'b0' },
    {
      name: 'wide',
      op: 'depthwiseConv',
      inputs: ['stem'],
      stride: 1,
      padding: 'same',
      kernel: 'k1',
      bias: 'b1',
    },
    { name: 'wide/relu6', op: 'relu6', inputs: ['wide'] },
    { name: 'both', op: 'add', inputs: ['wide/relu6', 'stem'] },
    { name: 'gated', op: 'mul', inputs: ['both', 'stem'] },
    { name: 'halved', op: 'mul', inputs: ['gated'], operand: 'half' },
    { name: 'shut', op: 'relu6', inputs: ['halved'] },
    { name: 'beside', op: 'concat', inputs: ['shut', 'both'] },
    { name: 'mixed', op: 'conv', inputs: ['beside'], stride: 1, padding: 'same', kernel: 'k2', bias: 'b2' },
    { name: 'mixed/relu6', op: 'relu6', inputs: ['mixed'] },
    { name: 'embedding', op: 'globalAveragePool', inputs: ['mixed/relu6'] },
    { name: 'logits', op: 'dense', inputs: ['embedding'], kernel: 'logits/kernel' },
  ],
  tensors: new Map([
    ['k0', tensor(3, 3, 3, 4)],
    ['b0', tensor(4)],
    ['k1', tensor(3, 3, 4, 1)],
    ['b1', tensor(4)],
    ['half', { shape: [], values: Float32Array.of(0.5) }],
    ['k2', tensor(1, 1, 8, D)],
    ['b2', { shape: [D], values: new Float32Array(D).fill(1) }],
    ['logits/kernel', tensor(D, 2)],
  ]),
};

export const images = Array.from({ length: 3 }, () =>
  Uint8Array.from({ length: SIZE * SIZE * 3 }, () => Math.floor(127 + 60 * random.gaussian()) & 0xff),
);

/** Random rows of unit length. */
function rows(classes: number, dimension: number): Float64Array {
  const all = new Float64Array(classes * dimension);
  for (let c = 0; c < classes; c++) {
    const row = all.subarray(c * dimension, (c + 1) * dimension);
    row.forEach((_, i) => (row[i] = random.gaussian()));
    const length = Math.hypot(...row);
    row.forEach((value, i) => (row[i] = value / length));
  }
  return all;
}

/** @param count rows; of as many classes unless `counts` says otherwise */
function head(count: number, dimension: number, parts: Partial<Head>): Head {
  return {
    input: 'unit',
    shift: null,
    projection: null,
    classes: parts.counts?.length ?? count,
    counts: null,
    dimension,
    weights: rows(count, dimension),
    scale: new Float64Array(count).fill(9),
    bias: new Float64Array(count),
    temperature: 1,
    ...parts,
  };
}

const shift = Float32Array.from({ length: D }, () => 0.3 * random.gaussian());
const projection = Float32Array.from({ length: 4 * D }, () => random.gaussian());
const uneven = { scale: Float64Array.of(3, 8, 20), bias: Float64Array.of(0.5, -1, 0) };

/** By what is special about them. */
export const heads: Record<string, Head> = {
  'cosines of one scale': head(5, D, {}),
  'one class': head(1, D, {}),
  'cosines with scales and biases of their own': head(3, D, uneven),
  'cosines after a shift': head(3, D, { shift }),
  'cosines after shift and projection, and a temperature': head(3, 4, {
    shift,
    projection,
    temperature: 1.7,
  }),
  'cosines, the first class with several rows': head(6, D, { counts: [3, 1, 1, 1] }),
  'cosines, a class between others with several rows': head(5, D, { counts: [1, 3, 1] }),
  'cosines, two classes with several rows and no other': head(5, D, { counts: [3, 2] }),
  'one class with several rows': head(3, D, { counts: [3] }),
  'a linear classifier, the last class with several rows': head(6, D, { input: 'raw', counts: [1, 1, 4] }),
  'a linear classifier': head(3, D, { input: 'raw', ...uneven }),
  'a linear classifier after shift and projection, and a temperature': head(3, 4, {
    input: 'raw',
    shift,
    projection,
    temperature: 0.6,
    ...uneven,
  }),
};
