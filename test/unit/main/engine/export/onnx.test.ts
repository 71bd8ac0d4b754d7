/** @file What an ONNX file of ours looks like, piece by piece. What others compute from it is in test/interop. */
import { describe, expect, it } from 'vitest';
import type { Layer, LayerGraph } from '../../../../../main/engine/backbone/layers';
import { modelGraph } from '../../../../../main/engine/export/modelGraph';
import { encodeOnnx, onnxModel } from '../../../../../main/engine/export/onnx/onnxModel';
import type { OnnxNode } from '../../../../../main/engine/export/onnx/proto';
import { heads, network } from './tiny';

const options = {
  outputs: ['probabilities', 'logits', 'embedding'],
  generatedBy: 'Imprint Studio 1.2.3',
  labels: ['Größe', 'a "b"'],
  name: 'Garden',
};
const whole = modelGraph(network, 'embedding', heads['cosines after a shift']!);
const written = (graph: LayerGraph, outputs = options.outputs) => onnxModel(graph, { ...options, outputs });

/** Such as `both: Add wide/relu6 stem`, with the attributes behind it. */
function line({ name, opType, input, attribute }: OnnxNode): string {
  const attributes = attribute.map(({ name: key, i, ints }) => `${key}=${i ?? ints.join(',')}`);
  return [`${name}:`, opType, ...input, ...attributes].join(' ');
}

const nodeOf = (graph: LayerGraph, name: string): string =>
  line(written(graph, [graph.layers.at(-1)!.name]).graph.node.find((node) => node.name === name)!);

/** The network with further layers behind its embedding. */
const behind = (...layers: Layer[]): LayerGraph => ({ ...network, layers: [...network.layers, ...layers] });

describe('the ONNX emitter', () => {
  it('says what it is: opset 17, who wrote it, which classes, what an image is', () => {
    const { graph, ...rest } = written(whole);
    expect(rest).toEqual({
      irVersion: 8,
      producerName: 'Imprint Studio',
      producerVersion: '1.2.3',
      docString: 'Garden',
      opsetImport: [{ domain: '', version: 17 }],
      metadataProps: [
        { key: 'class_names', value: '["Größe","a \\"b\\""]' },
        { key: 'Image.BitmapPixelFormat', value: 'Rgb8' },
        { key: 'Image.ColorSpaceGamma', value: 'SRGB' },
        { key: 'Image.NominalPixelRange', value: 'NominalRange_0_255' },
      ],
    });
    const shapes = [...graph.input, ...graph.output].map(({ name, type: { tensorType } }) => {
      const dims = tensorType.shape.dim.map(({ dimValue, dimParam }) => dimValue ?? dimParam);
      return [name, tensorType.elemType, ...dims];
    });
    expect(shapes).toEqual([
      ['image', 2, 'N', 8, 8, 3],
      ['probabilities', 1, 'N', 3],
      ['logits', 1, 'N', 3],
      ['embedding', 1, 'N', 48],
    ]);
  });

  it('writes each layer as nodes of which the last has its name', () => {
    expect(written(whole).graph.node.map(line)).toEqual([
      'image/float: Cast image to=1',
      'image/shifted: Sub image/float image/offset',
      'image/scaled: Mul image/shifted image/factor',
      'image/planes: Transpose image/scaled perm=0,3,1,2',
      'stem: Conv image/planes k0 b0 group=1 kernel_shape=3,3 pads=0,0,1,1 strides=2,2',
      'wide: Conv stem k1 b1 group=4 kernel_shape=3,3 pads=1,1,1,1 strides=1,1',
      'wide/relu6: Clip wide relu6/min relu6/max',
      'both: Add wide/relu6 stem',
      'gated: Mul both stem',
      'halved: Mul gated half',
      'shut: Clip halved relu6/min relu6/max',
      'beside: Concat shut both axis=1',
      'mixed: Conv beside k2 b2 group=1 kernel_shape=1,1 pads=0,0,0,0 strides=1,1',
      'mixed/relu6: Clip mixed relu6/min relu6/max',
      'embedding/mean: GlobalAveragePool mixed/relu6',
      'embedding: Flatten embedding/mean axis=1',
      'imprint/shift: Sub embedding imprint/shift/operand',
      'imprint/unit/norm: ReduceL2 imprint/shift axes=-1 keepdims=1',
      'imprint/unit/bounded: Max imprint/unit/norm l2Normalise/least',
      'imprint/unit: Div imprint/shift imprint/unit/bounded',
      'imprint/cosine: MatMul imprint/unit imprint/cosine/kernel',
      'logits: Mul imprint/cosine logits/operand',
      'probabilities: Softmax logits axis=-1',
    ]);
  });

  it('writes the head of several rows and that of a linear classifier', () => {
    const best = modelGraph(network, 'embedding', heads['one class with several rows']!);
    expect(nodeOf(best, 'imprint/part0/best')).toBe(
      'imprint/part0/best: ReduceMax imprint/part0/logits axes=-1 keepdims=1',
    );
    const linear = modelGraph(network, 'embedding', heads['a linear classifier']!);
    expect(nodeOf(linear, 'logits')).toBe('logits: Gemm embedding logits/kernel logits/bias');
    const parts = modelGraph(
      network,
      'embedding',
      heads['cosines, two classes with several rows and no other']!,
    );
    expect(nodeOf(parts, 'logits')).toBe('logits: Concat imprint/part0/best imprint/part1/best axis=-1');
  });

  it('takes the channels of an image where they are: second, and not last', () => {
    const image = ['both'] as [string];
    const on = (op: 'softmax' | 'l2Normalise', name: string) => {
      const graph = { ...network, layers: [...network.layers.slice(0, 4), { name, op, inputs: image }] };
      const pooled: Layer = { name: 'pooled', op: 'globalAveragePool', inputs: [name] };
      return { ...graph, layers: [...graph.layers, pooled] };
    };
    expect(nodeOf(on('softmax', 'soft'), 'soft')).toBe('soft: Softmax both axis=1');
    expect(nodeOf(on('l2Normalise', 'unit'), 'unit/norm')).toBe('unit/norm: ReduceL2 both axes=1 keepdims=1');
    const tensors = new Map([
      ...network.tensors,
      ['each', { shape: [4], values: Float32Array.of(1, 2, 3, 4) }],
    ]);
    const layers: Layer[] = [
      ...network.layers.slice(0, 4),
      { name: 'less', op: 'sub', inputs: image, operand: 'each' },
      { name: 'pooled', op: 'globalAveragePool', inputs: ['less'] },
    ];
    const { initializer } = written({ ...network, layers, tensors }, ['pooled']).graph;
    expect(initializer.find(({ name }) => name === 'each')).toMatchObject({ dims: [4, 1, 1] });
  });

  it('turns kernels: [height, width, in, out] to [out, in, height, width]', () => {
    const { initializer } = written(whole).graph;
    const [kernel, depthwise] = ['k0', 'k1'].map((key) => initializer.find(({ name }) => name === key)!);
    expect([kernel!.dims, depthwise!.dims]).toEqual([
      [4, 3, 3, 3],
      [4, 1, 3, 3],
    ]);
    const values = new Float32Array(kernel!.rawData.slice().buffer);
    const source = network.tensors.get('k0')!.values;
    for (let out = 0; out < 4; out++)
      for (let inner = 0; inner < 3; inner++)
        for (let place = 0; place < 9; place++)
          expect(values[(out * 3 + inner) * 9 + place]).toBe(source[(place * 3 + inner) * 4 + out]);
  });

  it('writes what the outputs need and nothing else, the same bytes each time', () => {
    const { node, initializer } = written(whole, ['embedding']).graph;
    expect(node.at(-1)!.name).toBe('embedding');
    expect(initializer.map(({ name }) => name)).toEqual([
      ...['image/offset', 'image/factor', 'relu6/min', 'relu6/max'],
      ...['k0', 'b0', 'k1', 'b1', 'half', 'k2', 'b2'],
    ]);
    expect(encodeOnnx(whole, options)).toEqual(encodeOnnx(whole, options));
  });
});

describe('what the ONNX emitter refuses, by name', () => {
  const dense: Layer = { name: 'wrong', op: 'dense', inputs: ['stem'], kernel: 'k' };
  const odd = { shape: [4, 4, 4, 4], values: new Float32Array(256) };

  it.each<[string, LayerGraph, string[], string]>([
    [
      'a matrix for an image',
      { ...behind(dense), tensors: new Map([...network.tensors, ['k', odd]]) },
      ['wrong'],
      'wrong is a dense of an image',
    ],
    [
      'the largest channel of an image',
      behind({ name: 'most', op: 'channelMax', inputs: ['stem'] }),
      ['most'],
      'most is a channelMax of an image',
    ],
    ['an image as an output', network, ['stem'], 'stem is an image'],
    ['an output that is no layer', network, ['nowhere'], 'no layer named nowhere'],
    [
      'a tensor that would lie in two ways',
      behind(
        { name: 'again', op: 'sub', inputs: ['stem'], operand: 'b0' },
        { name: 'pooled', op: 'globalAveragePool', inputs: ['again'] },
      ),
      ['pooled'],
      "the tensor b0 is both vector or matrix and image's operand",
    ],
    [
      'two values of one name',
      behind({ name: 'image/float', op: 'relu6', inputs: ['embedding'] }),
      ['image/float'],
      'two values are named image/float',
    ],
  ])('%s', (_, graph, outputs, sentence) => {
    expect(() => written(graph, outputs)).toThrow(sentence);
  });
});
