/**
 * @file One layer to its TensorFlow nodes. The last node of a layer carries the layer's name, so that an output is
 * found by it. Engine.
 */
import { DT, type AttrValue, type NodeDef, type TensorShape } from './graphDef';
import type { InputRule, Layer, WeightTensor } from './layers';

const FLOAT: AttrValue = { type: DT.float };
const string = (text: string): AttrValue => ({ s: Buffer.from(text) });
/** Below this a vector is taken as zero and stays zero, as TensorFlow's own l2_normalize does. */
const LEAST_SQUARED_NORM = 1e-12;

export const tensorShape = (shape: readonly number[]): TensorShape => ({
  dim: shape.map((size) => ({ size })),
});

function node(
  name: string,
  op: string,
  input: string[],
  attr: Record<string, AttrValue> = { T: FLOAT },
): NodeDef {
  return { name, op, input, attr };
}

function constant(
  name: string,
  type: number,
  shape: readonly number[],
  values: Float32Array | Int32Array,
): NodeDef {
  const tensorContent = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  const tensor = { dtype: type, tensorShape: tensorShape(shape), tensorContent };
  return node(name, 'Const', [], { dtype: { type }, value: { tensor } });
}

export function weightNode(name: string, { shape, values }: WeightTensor): NodeDef {
  return constant(name, DT.float, shape, values);
}

const scalarNode = (name: string, value: number): NodeDef =>
  weightNode(name, { shape: [], values: Float32Array.of(value) });
const axesNode = (name: string, axes: number[]): NodeDef =>
  constant(name, DT.int32, [axes.length], Int32Array.from(axes));

/** The input as fed and as the first layer sees it: (x - offset) / scale. Only `rule.name` itself is float. */
export function inputNodes(rule: InputRule): NodeDef[] {
  const { name, size, channels, offset, scale } = rule;
  return [
    node(`${name}/uint8`, 'Placeholder', [], {
      dtype: { type: DT.uint8 },
      shape: { shape: tensorShape([-1, size, size, channels]) },
    }),
    node(`${name}/float`, 'Cast', [`${name}/uint8`], { SrcT: { type: DT.uint8 }, DstT: FLOAT }),
    scalarNode(`${name}/offset`, offset),
    scalarNode(`${name}/factor`, 1 / scale),
    node(`${name}/shifted`, 'Sub', [`${name}/float`, `${name}/offset`]),
    node(name, 'Mul', [`${name}/shifted`, `${name}/factor`]),
  ];
}

function convolution(layer: Layer & { op: 'conv' | 'depthwiseConv' }): NodeDef[] {
  const { name, stride, kernel, bias } = layer;
  const op = layer.op === 'conv' ? 'Conv2D' : 'DepthwiseConv2dNative';
  const format = string('NHWC');
  const attr = {
    T: FLOAT,
    strides: { list: { i: [1, stride, stride, 1] } },
    padding: string('SAME'),
    data_format: format,
  };
  return [
    node(`${name}/product`, op, [layer.inputs[0], kernel], attr),
    node(name, 'BiasAdd', [`${name}/product`, bias], { T: FLOAT, data_format: format }),
  ];
}

function dense({ name, inputs, kernel, bias }: Layer & { op: 'dense' }): NodeDef[] {
  if (bias === undefined) return [node(name, 'MatMul', [inputs[0], kernel])];
  return [
    node(`${name}/product`, 'MatMul', [inputs[0], kernel]),
    node(name, 'BiasAdd', [`${name}/product`, bias]),
  ];
}

function averagePool(name: string, input: string): NodeDef[] {
  const attr = { T: FLOAT, Tidx: { type: DT.int32 }, keep_dims: { b: false } };
  return [axesNode(`${name}/axes`, [1, 2]), node(name, 'Mean', [input, `${name}/axes`], attr)];
}

function channelMax(name: string, input: string): NodeDef[] {
  const attr = { T: FLOAT, Tidx: { type: DT.int32 }, keep_dims: { b: true } };
  return [axesNode(`${name}/axes`, [-1]), node(name, 'Max', [input, `${name}/axes`], attr)];
}

function l2Normalise(name: string, input: string): NodeDef[] {
  const attr = { T: FLOAT, Tidx: { type: DT.int32 }, keep_dims: { b: true } };
  return [
    axesNode(`${name}/axes`, [-1]),
    scalarNode(`${name}/least`, LEAST_SQUARED_NORM),
    node(`${name}/square`, 'Square', [input]),
    node(`${name}/sum`, 'Sum', [`${name}/square`, `${name}/axes`], attr),
    node(`${name}/bounded`, 'Maximum', [`${name}/sum`, `${name}/least`]),
    node(`${name}/norm`, 'Sqrt', [`${name}/bounded`]),
    node(name, 'RealDiv', [input, `${name}/norm`]),
  ];
}

function concat(name: string, inputs: string[]): NodeDef[] {
  const attr = { T: FLOAT, Tidx: { type: DT.int32 }, N: { i: inputs.length } };
  const axis = constant(`${name}/axis`, DT.int32, [], Int32Array.of(-1));
  return [axis, node(name, 'ConcatV2', [...inputs, axis.name], attr)];
}

const ELEMENTWISE = { add: 'AddV2', sub: 'Sub', mul: 'Mul' } as const;

/** The nodes of one layer, without those of its tensors. */
export function layerNodes(layer: Layer): NodeDef[] {
  const { name } = layer;
  switch (layer.op) {
    case 'conv':
    case 'depthwiseConv':
      return convolution(layer);
    case 'dense':
      return dense(layer);
    case 'add':
    case 'sub':
    case 'mul':
      return [
        node(
          name,
          ELEMENTWISE[layer.op],
          'operand' in layer ? [...layer.inputs, layer.operand] : layer.inputs,
        ),
      ];
    case 'relu6':
      return [node(name, 'Relu6', layer.inputs)];
    case 'softmax':
      return [node(name, 'Softmax', layer.inputs)];
    case 'globalAveragePool':
      return averagePool(name, layer.inputs[0]);
    case 'l2Normalise':
      return l2Normalise(name, layer.inputs[0]);
    case 'channelMax':
      return channelMax(name, layer.inputs[0]);
    case 'concat':
      return concat(name, layer.inputs);
  }
}
