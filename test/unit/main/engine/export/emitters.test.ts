/** @file Both emitters on every kind of head, against the head's own arithmetic. */
import { describe, expect, it } from 'vitest';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { encodeSavedModel } from '../../../../../main/engine/backbone/savedModel';
import { tf, type NamedTensorMap, type Tensor } from '../../../../../main/engine/backbone/tensorflow';
import { headLayers } from '../../../../../main/engine/export/headLayers';
import { modelGraph } from '../../../../../main/engine/export/modelGraph';
import { encodeLayersModel } from '../../../../../main/engine/export/tfjs/layersModel';
import { logits, softmax, type Head } from '../../../../../main/engine/imprinting/head';
import { scratchFolder } from '../backbone/support';
import { D } from '../guessing/project';
import { heads, images, network } from './tiny';

const SHAPE: [number, number, number, number] = [images.length, 8, 8, 3];
const pixels = images.flatMap((image) => [...image]);
const options = { output: 'probabilities', generatedBy: 'a test', userDefinedMetadata: { labels: ['a'] } };

interface Topology {
  model_config: {
    config: { layers: { name: string; config: { activation?: string } }[]; output_layers: [string][] };
  };
}

/** The SavedModel's outputs, by their names. */
async function runSavedModel(head: Head): Promise<Record<string, Float32Array>> {
  const folder = await scratchFolder();
  const outputs = ['probabilities', 'logits', 'embedding'];
  const bytes = encodeSavedModel(modelGraph(network, 'embedding', head), outputs);
  await writeFile(path.join(folder, 'saved_model.pb'), bytes);
  const model = await tf.node.loadSavedModel(folder);
  const input = tf.tensor4d(Int32Array.from(pixels), SHAPE, 'int32');
  const found = model.predict({ image: input }) as NamedTensorMap;
  const values = Object.entries(found).map(([name, tensor]) => [name, tensor.dataSync<'float32'>()] as const);
  tf.dispose([input, ...Object.values(found)]);
  model.dispose();
  return Object.fromEntries(values);
}

async function runLayersModel(head: Head): Promise<Float32Array> {
  const { model: json, weights } = encodeLayersModel(modelGraph(network, 'embedding', head), options);
  const { modelTopology, weightsManifest } = JSON.parse(json) as {
    modelTopology: object;
    weightsManifest: [{ weights: { name: string; shape: number[]; dtype: 'float32' }[] }];
  };
  const weightData = weights.slice().buffer;
  const artifacts = { modelTopology, weightSpecs: weightsManifest[0].weights, weightData };
  const model = await tf.loadLayersModel(tf.io.fromMemory(artifacts));
  const input = tf.tensor4d(Float32Array.from(pixels), SHAPE);
  const output = model.predict(input) as Tensor;
  const values = output.dataSync<'float32'>();
  tf.dispose([input, output]);
  model.dispose();
  return values;
}

const rows = (values: Float32Array, length: number): Float32Array[] =>
  images.map((_, i) => values.subarray(i * length, (i + 1) * length));

/** To float32 precision. */
function expectNear(found: ArrayLike<number>, expected: ArrayLike<number>): void {
  expect(found.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++)
    expect(Math.abs(found[i]! - expected[i]!)).toBeLessThan(2e-6 * (3 + Math.abs(expected[i]!)));
}

describe.each(Object.entries(heads))('%s', (_, head) => {
  it('come out of both formats as the head says, and leave no tensor', async () => {
    const before = tf.memory().numTensors;
    const saved = await runSavedModel(head);
    const layers = await runLayersModel(head);
    const embeddings = rows(saved['embedding']!, D);
    embeddings.forEach((a, i) => {
      const expected = logits(head, a);
      expectNear(rows(saved['logits']!, head.classes)[i]!, expected);
      expectNear(rows(saved['probabilities']!, head.classes)[i]!, softmax(expected));
      expectNear(rows(layers, head.classes)[i]!, softmax(expected));
    });
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('headLayers', () => {
  it("writes cosines as a product with the head's own rows, scaled afterwards", () => {
    const { layers, tensors } = headLayers(heads['cosines of one scale']!, 'embedding');
    expect(layers.map(({ name, op }) => `${name} ${op}`)).toEqual([
      'imprint/unit l2Normalise',
      'imprint/cosine dense',
      'logits mul',
      'probabilities softmax',
    ]);
    expect([...tensors.get('logits/operand')!.values]).toEqual([9, 9, 9, 9, 9]);
  });

  it('refuses a head whose parts do not fit', () => {
    const head = { ...heads['one class']!, scale: new Float64Array(2) };
    expect(() => headLayers(head, 'embedding')).toThrow('scale of the head has 2 values, expected 1');
  });
});

describe('encodeLayersModel', () => {
  const write = (head: Head) => encodeLayersModel(modelGraph(network, 'embedding', head), options);

  it('says what old readers need to see', () => {
    const { model } = write(heads['one class']!);
    expect(JSON.parse(model)).toMatchObject({
      format: 'layers-model',
      convertedBy: null,
      modelTopology: { model_config: { class_name: 'Model' } },
      userDefinedMetadata: { labels: ['a'] },
    });
    expect(model).toContain('"batch_input_shape":[null,8,8,3]');
  });

  it('has convolutions do the relu6 behind them, but not where something else reads what is before it', () => {
    const layersOf = (output: string): string[] => {
      const { model } = encodeLayersModel(network, { ...options, output });
      const { config } = (JSON.parse(model) as { modelTopology: Topology }).modelTopology.model_config;
      const outputs = config.output_layers.map(([name]) => `puts out ${name}`);
      return [
        ...config.layers.map(({ name, config: { activation } }) => `${name} ${activation ?? ''}`),
        ...outputs,
      ];
    };
    const whole = layersOf('logits');
    expect(whole).toEqual(expect.arrayContaining(['stem linear', 'wide relu6', 'shut ', 'mixed relu6']));
    expect(whole).not.toContain('wide/relu6 ');
    expect(layersOf('wide/relu6')).toEqual(expect.arrayContaining(['wide relu6', 'puts out wide']));
    const before = layersOf('wide');
    expect(before).toEqual(expect.arrayContaining(['wide linear', 'wide/relu6 ', 'puts out wide']));
  });

  it('writes the same bytes for the same model', () => {
    expect(write(heads['one class']!)).toEqual(write(heads['one class']!));
  });

  it('refuses rows that are no unit vectors, and what tfjs has no layer for', () => {
    const long = { ...heads['one class']!, weights: new Float64Array(D).fill(1) };
    expect(() => write(long)).toThrow('column 0 of imprint/cosine has length');
    const layers = [
      ...network.layers,
      { name: 'gone', op: 'sub' as const, inputs: ['stem', 'wide'] as [string, string] },
    ];
    expect(() => encodeLayersModel({ ...network, layers }, options)).toThrow('gone subtracts two layers');
    const unit = [
      ...network.layers,
      { name: 'unit', op: 'l2Normalise' as const, inputs: ['embedding'] as [string] },
    ];
    const square = [
      ...unit,
      { name: 'square', op: 'mul' as const, inputs: ['unit', 'unit'] as [string, string] },
    ];
    expect(() => encodeLayersModel({ ...network, layers: square }, options)).toThrow('square takes unit');
  });
});
