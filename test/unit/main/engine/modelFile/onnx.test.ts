/** @file model.onnx read back: the very graph that was written, or a sentence that names what is otherwise. */
import { describe, expect, it } from 'vitest';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PersonError } from '../../../../../main/contract/errors';
import type { Layer, LayerGraph } from '../../../../../main/engine/backbone/layers';
import { tf } from '../../../../../main/engine/backbone/tensorflow';
import { modelGraph } from '../../../../../main/engine/export/modelGraph';
import { encodeOnnx, onnxModel } from '../../../../../main/engine/export/onnx/onnxModel';
import { encodeModel, type OnnxModel } from '../../../../../main/engine/export/onnx/proto';
import { LoadedModel } from '../../../../../main/engine/modelFile/loadedModel';
import type { Metadata } from '../../../../../main/engine/modelFile/metadata';
import { decodeOnnx } from '../../../../../main/engine/modelFile/onnx/decode';
import { graphOf, type Stated } from '../../../../../main/engine/modelFile/onnx/readOnnx';
import { heads, images, network } from '../export/tiny';
import { tinyModel } from '../export/tinyExport';

const names = { probabilities: 'probabilities', logits: 'logits', embedding: 'embedding' };
const options = {
  outputs: ['probabilities', 'logits', 'embedding'],
  generatedBy: 'Imprint Studio 1.2.3',
  labels: ['a', 'b', 'c'],
  name: 'Garden',
};
const stated: Stated = { labels: options.labels, outputs: names, size: 8 };
const graph = modelGraph(
  network,
  'embedding',
  heads['cosines after shift and projection, and a temperature']!,
);

/** The graph's file with something done to it on the way. */
function changed(change: (model: OnnxModel) => void, of: LayerGraph = graph): Uint8Array {
  const model = onnxModel(of, options);
  change(model);
  return encodeModel(model);
}

const nodeNamed = ({ graph: { node } }: OnnxModel, name: string) => node.find((one) => one.name === name)!;
const tensorNamed = ({ graph: { initializer } }: OnnxModel, name: string) =>
  initializer.find((one) => one.name === name)!;

describe('readOnnx', () => {
  it.each(Object.entries(heads))('gives back %s as they were written', (_, head) => {
    const whole = modelGraph(network, 'embedding', head);
    expect(graphOf(encodeOnnx(whole, options), stated)).toEqual(whole);
  });

  it('gives back what stands on images, of every operation', () => {
    const each = { shape: [4], values: Float32Array.of(1, 2, -3, 0) };
    const on = (name: string, op: 'softmax' | 'l2Normalise', input: string): Layer => ({
      name,
      op,
      inputs: [input],
    });
    const layers: Layer[] = [
      ...network.layers.slice(0, 4),
      on('soft', 'softmax', 'both'),
      on('unit', 'l2Normalise', 'soft'),
      { name: 'less', op: 'sub', inputs: ['unit'], operand: 'each' },
      { name: 'product', op: 'mul', inputs: ['less', 'both'] },
      { name: 'rest', op: 'sub', inputs: ['product', 'less'] },
      { name: 'embedding', op: 'globalAveragePool', inputs: ['rest'] },
    ];
    const used = ['k0', 'b0', 'k1', 'b1'].map((key) => [key, network.tensors.get(key)!] as const);
    const backbone = { ...network, layers, tensors: new Map([...used, ['each', each]]) };
    const head = { ...heads['one class']!, dimension: 4, weights: Float64Array.of(1, 0, 0, 0) };
    const whole = modelGraph(backbone, 'embedding', head);
    expect(graphOf(encodeOnnx(whole, options), stated)).toEqual(whole);
  });

  it('reads a scale that float32 rounds as the number that was written', () => {
    const bytes = encodeOnnx({ ...graph, input: { ...graph.input, offset: 0.1, scale: 127.3 } }, options);
    expect(encodeOnnx(graphOf(bytes, stated), options)).toEqual(bytes);
  });

  it('overlooks no byte of what a model computes and what its classes are called', () => {
    const bytes = encodeOnnx(graph, options);
    const header = (of: Uint8Array) => {
      const { metadataProps, graph: found, irVersion, opsetImport } = decodeOnnx(of);
      const classes = metadataProps.find(({ key }) => key === 'class_names');
      return JSON.stringify({ found, classes, irVersion, opsetImport });
    };
    const before = header(bytes);
    for (let at = 0; at < bytes.length; at += 7) {
      const other = Buffer.from(bytes);
      other[at]! ^= 1 + (at % 255);
      let read: LayerGraph;
      try {
        read = graphOf(other, stated);
      } catch {
        continue;
      }
      // Read all the same: then other weights came out of it, or only what it says of its maker is other.
      if (header(other) !== before) expect(read).not.toEqual(graph);
    }
  });

  it('says so wherever a file breaks off', () => {
    const bytes = encodeOnnx(graph, options);
    for (let length = 0; length < bytes.length; length += 41)
      expect(() => graphOf(bytes.subarray(0, length), stated)).toThrow();
  });
});

const sides = (size: number) => [size, size, 3].map((dimValue) => ({ dimValue }));

/** Gives a value another name wherever it stands. */
function renamed({ graph: { node } }: OnnxModel, from: string, to: string): void {
  const other = (name: string) => (name === from ? to : name);
  for (const one of node)
    Object.assign(one, { name: other(one.name), input: one.input.map(other), output: one.output.map(other) });
}

describe('what readOnnx refuses, by name', () => {
  it.each<[string, (model: OnnxModel) => void, string]>([
    [
      'another opset',
      (model) => (model.opsetImport[0]!.version = 18),
      'written for opset 18 instead of opset 17',
    ],
    [
      'operators of others',
      (model) => model.opsetImport.push({ domain: 'com.example', version: 1 }),
      'written for opset 17, com.example 1',
    ],
    ['another version of the format', (model) => (model.irVersion = 10), 'its IR version is 10, expected 8'],
    ['no opset', (model) => (model.opsetImport = []), 'written for no opset'],
    ['an operation of others', (model) => (nodeNamed(model, 'both').opType = 'Loop'), 'its graph holds Loop'],
    [
      'a missing weight',
      ({ graph: { initializer } }) =>
        initializer.splice(
          initializer.findIndex(({ name }) => name === 'k0'),
          1,
        ),
      'the tensor k0 is missing',
    ],
    [
      'a weight that nothing uses',
      (model) => model.graph.initializer.push({ ...tensorNamed(model, 'b0'), name: 'spare' }),
      'the tensor spare is not as',
    ],
    [
      'two weights of a name',
      (model) => model.graph.initializer.push(tensorNamed(model, 'b0')),
      'two tensors are named b0',
    ],
    [
      'huge dimensions',
      (model) => (tensorNamed(model, 'k1').dims = [2 ** 40, 2 ** 40, 3, 3]),
      'the tensor k1 has shape [1099511627776, 1099511627776, 3, 3] but 144 bytes',
    ],
    [
      'negative dimensions',
      (model) => (tensorNamed(model, 'k1').dims = [-4, -1, 3, 3]),
      'graph.initializer.',
    ],
    [
      'weights of another type',
      (model) => (tensorNamed(model, 'k1').dataType = 10),
      'the tensor k1 is of type 10, expected float32',
    ],
    [
      'other padding',
      (model) => (nodeNamed(model, 'stem').attribute[2]!.ints = [1, 1, 0, 0]),
      'the node stem is not',
    ],
    [
      'other strides',
      (model) => (nodeNamed(model, 'stem').attribute[3]!.ints = [3, 3]),
      'stem has strides other',
    ],
    [
      'unequal strides',
      (model) => (nodeNamed(model, 'stem').attribute[3]!.ints = [2, 1]),
      'the node stem is not',
    ],
    ['other groups', (model) => (nodeNamed(model, 'wide').attribute[0]!.i = 2), 'the node wide is not'],
    [
      'another least value',
      (model) => (nodeNamed(model, 'shut').input[1] = 'relu6/max'),
      'the node shut is not',
    ],
    [
      'another greatest value',
      (model) => (tensorNamed(model, 'relu6/max').rawData = new Uint8Array(4)),
      'the tensor relu6/max is not',
    ],
    [
      'a node that comes before its input',
      ({ graph: { node } }) => node.splice(5, 0, ...node.splice(6, 1)),
      'layer wide/relu6 takes wide, which does not come before it',
    ],
    [
      'a value from nowhere',
      (model) => (nodeNamed(model, 'both').input[1] = 'nowhere'),
      'both takes nowhere',
    ],
    [
      'a node of too few inputs',
      (model) => (nodeNamed(model, 'stem').input = ['image/planes']),
      'stem (Conv) has 1',
    ],
    [
      'half a normalisation',
      ({ graph: { node } }) =>
        node.splice(
          node.findIndex(({ opType }) => opType === 'Max'),
          1,
        ),
      'imprint/unit (Div) stands where Max should',
    ],
    [
      'another name of a result',
      (model) => (nodeNamed(model, 'both').output = ['other']),
      'the node both is not',
    ],
    [
      'a name that TensorFlow reads otherwise',
      (model) => renamed(model, 'both', '^both'),
      'name: Invalid string',
    ],
    [
      'other normalisation',
      (model) => (nodeNamed(model, 'image/scaled').opType = 'Div'),
      'image/scaled is not',
    ],
    ['two inputs', ({ graph: { input } }) => input.push(input[0]!), 'the graph has 2 inputs, expected 1'],
    [
      'outputs in another order',
      ({ graph: { output } }) => output.reverse(),
      'the output embedding is not as',
    ],
    [
      'images of another size',
      ({ graph: { input } }) => (input[0]!.type.tensorType.shape.dim = [{ dimParam: 'N' }, ...sides(16)]),
      'takes images of 16 pixels, metadata.json says 8',
    ],
    [
      'images of a size that is no number',
      ({ graph: { input } }) => (input[0]!.type.tensorType.shape.dim[1] = { dimValue: 2 ** 60 }),
      'graph.input.0',
    ],
    [
      'classes in another order',
      ({ metadataProps }) => (metadataProps[0]!.value = '["b","a","c"]'),
      'class_names are not the classes',
    ],
    ['no classes', ({ metadataProps }) => metadataProps.shift(), 'class_names are not the classes'],
  ])('%s', (_, change, sentence) => {
    expect(() => graphOf(changed(change), stated)).toThrow(sentence);
  });
});

const varint = (value: number): number[] =>
  value < 128 ? [value] : [(value & 127) | 128, ...varint(Math.floor(value / 128))];
/** One field of bytes, or of a message. */
const field = (id: number, ...content: number[]): number[] => [
  ...varint((id << 3) | 2),
  ...varint(content.length),
  ...content,
];
const whole = [...encodeOnnx(graph, options)];
const inGraph = (...content: number[]): number[] => field(7, ...content);

describe('what readOnnx refuses before it decodes it', () => {
  it.each<[string, number[], string]>([
    ['functions', [...whole, ...field(25)], 'ModelProto holds functions'],
    ['training', [...whole, ...field(20)], 'ModelProto holds training_info'],
    ['a field of later versions', [...whole, ...field(99)], 'ModelProto holds a field of number 99'],
    ['a second graph', [...whole, ...inGraph()], 'ModelProto holds graph twice'],
    ['a number for a message', [...whole, 8 << 3, 1], 'opsetImport of ModelProto is no message'],
    ['weights in another file', inGraph(...field(5, ...field(13))), 'TensorProto holds external_data'],
    ['a graph within a node', inGraph(...field(1, ...field(5, ...field(6)))), 'AttributeProto holds g'],
    ['sparse weights', inGraph(...field(15)), 'GraphProto holds sparse_initializer'],
    ['operators of others', inGraph(...field(1, ...field(7))), 'NodeProto holds domain'],
    [
      'a part longer than the whole',
      [...whole, (14 << 3) | 2, ...varint(2 ** 31)],
      'StringStringEntryProto is cut off',
    ],
    ['a number longer than any', [...whole, ...new Array<number>(12).fill(255)], 'invalid varint'],
    [
      'countless parts',
      Array.from({ length: 500_000 }, (_, i) => [(14 << 3) | 2, 0][i % 2]!),
      'more than 200000',
    ],
    ['a page of the web', [...Buffer.from('<!doctype html><title>Not found</title>')], 'ModelProto'],
    ['nothing', [], 'irVersion: '],
  ])('%s', (_, bytes, sentence) => {
    expect(() => graphOf(Uint8Array.from(bytes), stated)).toThrow(sentence);
  });
});

describe('an ONNX model in a folder', () => {
  /** A file in the place of the folder's model, which metadata.json takes for its own. */
  async function replace(folder: string, bytes: Uint8Array): Promise<void> {
    await writeFile(path.join(folder, 'model.onnx'), bytes);
    const file = path.join(folder, 'metadata.json');
    const metadata = JSON.parse(await readFile(file, 'utf8')) as Metadata;
    metadata.model.files[0]!.sha256 = createHash('sha256').update(bytes).digest('hex');
    await writeFile(file, JSON.stringify(metadata));
  }

  it('answers as the SavedModel of the same export, bit for bit, and leaves no tensor', async () => {
    const before = tf.memory().numTensors;
    const [onnx, saved] = [await tinyModel('onnx'), await tinyModel('savedmodel')];
    const models = [await LoadedModel.load(onnx), await LoadedModel.load(saved)];
    const [mine, theirs] = models.map((model) => model.run(images));
    expect(mine).toEqual(theirs);
    models.forEach((model) => model.dispose());
    expect(tf.memory().numTensors).toBe(before);
  });

  it('is refused in a sentence that says what is wrong with it', async () => {
    const folder = await tinyModel('onnx');
    await replace(
      folder,
      changed((model) => (nodeNamed(model, 'both').opType = 'Loop')),
    );
    const error: unknown = await LoadedModel.load(folder).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(PersonError);
    expect((error as PersonError).message).toBe(
      `The model in ${folder} was not exported by this program and was not loaded: its graph holds Loop. Export it again.`,
    );
  });
});
