/**
 * @file What of TensorFlow's public TFLite schema our models use: field numbers, codes and versions of operators
 * (tensorflow/lite/schema/schema.fbs, version 3; tensorflow/lite/tools/versioning/op_version.cc). The emitter writes by
 * it and the reader reads by it. Pure; runs in the engine and in tests.
 */

export const IDENTIFIER = 'TFL3';
export const SCHEMA_VERSION = 3;

/** Field numbers of the tables. */
export const MODEL = {
  ...{ version: 0, operatorCodes: 1, subgraphs: 2, description: 3, buffers: 4, metadata: 6 },
  signatureDefs: 7,
} as const;
/** `deprecatedCode` is a byte and was the only one once; codes below 127 are written into both. */
export const OPERATOR_CODE = { deprecatedCode: 0, version: 2, code: 3 } as const;
export const SUBGRAPH = { tensors: 0, inputs: 1, outputs: 2, operators: 3, name: 4 } as const;
export const TENSOR = { shape: 0, type: 1, buffer: 2, name: 3, signature: 7, hasRank: 8 } as const;
export const OPERATOR = { code: 0, inputs: 1, outputs: 2, optionsType: 3, options: 4 } as const;
export const BUFFER = { data: 0 } as const;
export const METADATA = { name: 0, buffer: 1 } as const;
export const SIGNATURE = { inputs: 0, outputs: 1, key: 2, subgraph: 4 } as const;
export const TENSOR_MAP = { name: 0, tensor: 1 } as const;

export const SIGNATURE_KEY = 'serving_default';
/** Of the buffer that holds the model's metadata, see metadata.ts. */
export const METADATA_NAME = 'TFLITE_METADATA';

export const TYPES = { float32: 0, float16: 1, int32: 2, uint8: 3 } as const;
export type TensorType = keyof typeof TYPES;

export const ACTIVATIONS = { none: 0, relu6: 3 } as const;
export const PADDING_SAME = 0;

/** Number and type of an operator's option. */
type Option = readonly [slot: number, type: 'int8' | 'int32' | 'float32'];

interface OperatorKind {
  code: number;
  version: number;
  /** Member of the union of options, and the options that we write; none where there is nothing to say. */
  options?: { type: number; fields: Record<string, Option> };
}

const activation: Record<string, Option> = { activation: [0, 'int8'] };
const reducer: OperatorKind['options'] = { type: 27, fields: { keepDims: [0, 'int8'] } };

export const OPERATORS = {
  ADD: { code: 0, version: 1, options: { type: 11, fields: activation } },
  CONCATENATION: {
    ...{ code: 2, version: 1 },
    options: { type: 10, fields: { axis: [0, 'int32'], activation: [1, 'int8'] } },
  },
  CONV_2D: {
    ...{ code: 3, version: 1 },
    options: {
      type: 1,
      fields: {
        ...{ padding: [0, 'int8'], strideWidth: [1, 'int32'], strideHeight: [2, 'int32'] },
        ...{ activation: [3, 'int8'], dilationWidth: [4, 'int32'], dilationHeight: [5, 'int32'] },
      },
    },
  },
  DEPTHWISE_CONV_2D: {
    ...{ code: 4, version: 1 },
    options: {
      type: 2,
      fields: {
        ...{ padding: [0, 'int8'], strideWidth: [1, 'int32'], strideHeight: [2, 'int32'] },
        ...{ multiplier: [3, 'int32'], activation: [4, 'int8'] },
        ...{ dilationWidth: [5, 'int32'], dilationHeight: [6, 'int32'] },
      },
    },
  },
  // Version 3 is the one that takes halves.
  DEQUANTIZE: { code: 6, version: 3 },
  FULLY_CONNECTED: {
    ...{ code: 9, version: 1 },
    options: { type: 8, fields: { activation: [0, 'int8'], format: [1, 'int8'], keepDims: [2, 'int8'] } },
  },
  L2_NORMALIZATION: { code: 11, version: 1, options: { type: 12, fields: activation } },
  MUL: { code: 18, version: 1, options: { type: 21, fields: activation } },
  RELU6: { code: 21, version: 1 },
  SOFTMAX: { code: 25, version: 1, options: { type: 9, fields: { beta: [0, 'float32'] } } },
  MEAN: { code: 40, version: 1, options: reducer },
  SUB: { code: 41, version: 1, options: { type: 28, fields: activation } },
  CAST: { code: 53, version: 1, options: { type: 37, fields: { from: [0, 'int8'], to: [1, 'int8'] } } },
  REDUCE_MAX: { code: 82, version: 1, options: reducer },
} as const satisfies Record<string, OperatorKind>;

export type OperatorName = keyof typeof OPERATORS;
export const operatorKind = (name: OperatorName): OperatorKind => OPERATORS[name];
