/** @file The emitter over small graphs, run in TensorFlow: every operation that a head may use, and what is refused. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  appendLayers,
  type InputRule,
  type Layer,
  type LayerGraph,
  type WeightTensor,
} from '../../../../../main/engine/backbone/layers';
import { encodeSavedModel } from '../../../../../main/engine/backbone/savedModel';
import { tf, type NamedTensorMap } from '../../../../../main/engine/backbone/tensorflow';
import { scratchFolder } from './support';

const input: InputRule = {
  name: 'image',
  size: 1,
  channels: 3,
  colour: 'RGB',
  type: 'uint8',
  layout: 'NHWC',
  offset: 127,
  scale: 128,
};
const tensor = (shape: number[], ...values: number[]): WeightTensor => ({
  shape,
  values: Float32Array.from(values),
});

/** One pixel, pooled to its three channels `x`, and the layers under test after it. */
function graphOf(layers: Layer[], tensors: Record<string, WeightTensor> = {}): LayerGraph {
  const pooled: LayerGraph = {
    input,
    layers: [{ name: 'x', op: 'globalAveragePool', inputs: ['image'] }],
    tensors: new Map(),
  };
  return appendLayers(pooled, layers, new Map(Object.entries(tensors)));
}

/** Outputs for the one pixel (129, 123, 255): x is (2, -4, 128) / 128. */
async function run(graph: LayerGraph, output: string): Promise<number[]> {
  const folder = path.join(await scratchFolder(), 'model');
  await mkdir(folder);
  await writeFile(path.join(folder, 'saved_model.pb'), encodeSavedModel(graph, [output]));
  const model = await tf.node.loadSavedModel(folder);
  const outputs = model.predict({
    image: tf.tensor4d([129, 123, 255], [1, 1, 1, 3], 'int32'),
  }) as NamedTensorMap;
  const values = Array.from(outputs[output]!.dataSync());
  model.dispose();
  return values;
}

const x = [2 / 128, -4 / 128, 1];

describe('encodeSavedModel', () => {
  it('applies the input rule exactly', async () => {
    expect(await run(graphOf([]), 'x')).toEqual(x);
  });

  it('multiplies by a kernel and adds the bias, or none', async () => {
    const tensors = { kernel: tensor([3, 2], 64, 0, 32, 0, 1, 8), bias: tensor([2], 0.5, -1) };
    const biased = graphOf(
      [{ name: 'y', op: 'dense', inputs: ['x'], kernel: 'kernel', bias: 'bias' }],
      tensors,
    );
    expect(await run(biased, 'y')).toEqual([1.5, 7]);
    expect(
      await run(graphOf([{ name: 'y', op: 'dense', inputs: ['x'], kernel: 'kernel' }], tensors), 'y'),
    ).toEqual([1, 8]);
  });

  it('adds, subtracts and multiplies by a vector, a number or another layer', async () => {
    const shifted: Layer = { name: 'shifted', op: 'sub', inputs: ['x'], operand: 'vector' };
    const scaled: Layer = { name: 'scaled', op: 'mul', inputs: ['shifted'], operand: 'number' };
    const sum: Layer = { name: 'sum', op: 'add', inputs: ['scaled', 'shifted'] };
    const tensors = { vector: tensor([3], 1, 2, 3), number: tensor([], 4) };
    const expected = [1, 2, 3].map((shift, i) => 5 * (x[i]! - shift));
    expect(await run(graphOf([shifted, scaled, sum], tensors), 'sum')).toEqual(expected);
  });

  it('normalises to length one, and leaves a zero vector zero', async () => {
    const unit = await run(graphOf([{ name: 'u', op: 'l2Normalise', inputs: ['x'] }]), 'u');
    unit.forEach((value, i) => expect(value).toBeCloseTo(x[i]! / Math.hypot(...x), 6));
    const zero: Layer = { name: 'zero', op: 'mul', inputs: ['x'], operand: 'nought' };
    const graph = graphOf([zero, { name: 'u', op: 'l2Normalise', inputs: ['zero'] }], {
      nought: tensor([], 0),
    });
    expect((await run(graph, 'u')).map(Math.abs)).toEqual([0, 0, 0]);
  });

  it('clips, joins and makes probabilities', async () => {
    const layers: Layer[] = [
      { name: 'big', op: 'mul', inputs: ['x'], operand: 'ten' },
      { name: 'clipped', op: 'relu6', inputs: ['big'] },
      { name: 'both', op: 'concat', inputs: ['clipped', 'x'] },
      { name: 'p', op: 'softmax', inputs: ['both'] },
    ];
    const graph = graphOf(layers, { ten: tensor([], 10) });
    const clipped = [0.15625, 0, 6];
    expect(await run(graph, 'both')).toEqual([...clipped, ...x]);
    const exponentials = [...clipped, ...x].map(Math.exp);
    const total = exponentials.reduce((a, b) => a + b);
    (await run(graph, 'p')).forEach((p, i) => expect(p).toBeCloseTo(exponentials[i]! / total, 6));
  });

  it('leaves out what no output depends on', () => {
    const spare: Layer = { name: 'spare', op: 'dense', inputs: ['x'], kernel: 'large' };
    const graph = graphOf([spare], { large: tensor([3, 10_000], ...new Float32Array(30_000)) });
    expect(encodeSavedModel(graph, ['x']).length).toBeLessThan(2000);
    expect(encodeSavedModel(graph, ['spare']).length).toBeGreaterThan(120_000);
  });

  it('writes the same bytes for the same graph', () => {
    const graph = graphOf([{ name: 'u', op: 'l2Normalise', inputs: ['x'] }]);
    expect(encodeSavedModel(graph, ['u'])).toEqual(encodeSavedModel(graph, ['u']));
  });

  it.each<[string, Layer[], Record<string, WeightTensor>, string]>([
    [
      'a kernel of another length',
      [{ name: 'y', op: 'dense', inputs: ['x'], kernel: 'k' }],
      { k: tensor([2, 1], 1, 2) },
      'layer y: the kernel has shape [2, 1], expected [3, 1]',
    ],
    [
      'a vector of another length',
      [{ name: 'y', op: 'add', inputs: ['x'], operand: 'v' }],
      { v: tensor([2], 1, 2) },
      'layer y: the operand has shape [2], expected [3]',
    ],
    [
      'a missing tensor',
      [{ name: 'y', op: 'mul', inputs: ['x'], operand: 'v' }],
      {},
      'layer y needs the tensor v, which is missing',
    ],
    [
      'values that do not fill the shape',
      [{ name: 'y', op: 'mul', inputs: ['x'], operand: 'v' }],
      { v: tensor([3], 1) },
      'tensor v has shape [3] but 1 values',
    ],
    [
      'an input that comes later',
      [{ name: 'y', op: 'relu6', inputs: ['z'] }],
      {},
      'layer y takes z, which does not come before it',
    ],
    ['a name used twice', [{ name: 'x', op: 'relu6', inputs: ['x'] }], {}, 'two layers are named x'],
  ])('refuses %s', (_, layers, tensors, message) => {
    expect(() => encodeSavedModel(graphOf(layers, tensors), ['x'])).toThrow(message);
  });

  it('refuses an output that is no layer', () => {
    expect(() => encodeSavedModel(graphOf([]), ['logits'])).toThrow('the graph has no layer named logits');
  });
});
