/**
 * @file ONNX's messages, as far as a feed-forward graph needs them: our own schema of the public field numbers of the
 * format (onnx/onnx.proto; docs/IR.md of the ONNX project says what they mean). Pure: runs in the engine and in tests.
 */
import protobuf from 'protobufjs/light.js';

/** TensorProto.DataType. */
export const TYPE = { float: 1, uint8: 2 } as const;
/** AttributeProto.AttributeType. */
export const ATTRIBUTE = { int: 2, ints: 7 } as const;
export const IR_VERSION = 8;
/** Of the standard operators, whose domain has no name. */
export const OPSET = 17;

export interface OnnxAttribute {
  name: string;
  type: number;
  /** Of the type `int`; otherwise `ints`, which may be empty. */
  i?: number;
  ints: number[];
}

export interface OnnxNode {
  input: string[];
  output: string[];
  name: string;
  opType: string;
  attribute: OnnxAttribute[];
}

/** Values are little-endian, in row-major order. */
export interface OnnxTensor {
  dims: number[];
  dataType: number;
  name: string;
  rawData: Uint8Array;
}

/** A dimension has one of both: a length, or a name where any length will do. */
export interface OnnxValue {
  name: string;
  type: { tensorType: { elemType: number; shape: { dim: { dimValue?: number; dimParam?: string }[] } } };
}

export interface OnnxGraph {
  node: OnnxNode[];
  name: string;
  initializer: OnnxTensor[];
  input: OnnxValue[];
  output: OnnxValue[];
}

export interface OnnxModel {
  irVersion: number;
  producerName: string;
  producerVersion: string;
  docString: string;
  graph: OnnxGraph;
  opsetImport: { domain: string; version: number }[];
  metadataProps: { key: string; value: string }[];
}

const one = (type: string, id: number) => ({ type, id });
/** Unpacked, as ONNX's own library writes them; readers take both. */
const many = (type: string, id: number) => ({ rule: 'repeated', type, id, options: { packed: false } });

export const root = protobuf.Root.fromJSON({
  nested: {
    ModelProto: {
      fields: {
        irVersion: one('int64', 1),
        producerName: one('string', 2),
        producerVersion: one('string', 3),
        docString: one('string', 6),
        graph: one('GraphProto', 7),
        opsetImport: many('OperatorSetIdProto', 8),
        metadataProps: many('StringStringEntryProto', 14),
      },
    },
    OperatorSetIdProto: { fields: { domain: one('string', 1), version: one('int64', 2) } },
    StringStringEntryProto: { fields: { key: one('string', 1), value: one('string', 2) } },
    GraphProto: {
      fields: {
        node: many('NodeProto', 1),
        name: one('string', 2),
        initializer: many('TensorProto', 5),
        input: many('ValueInfoProto', 11),
        output: many('ValueInfoProto', 12),
      },
    },
    NodeProto: {
      fields: {
        input: many('string', 1),
        output: many('string', 2),
        name: one('string', 3),
        opType: one('string', 4),
        attribute: many('AttributeProto', 5),
      },
    },
    AttributeProto: {
      fields: { name: one('string', 1), i: one('int64', 3), ints: many('int64', 8), type: one('int32', 20) },
    },
    TensorProto: {
      fields: {
        dims: many('int64', 1),
        dataType: one('int32', 2),
        name: one('string', 8),
        rawData: one('bytes', 9),
      },
    },
    ValueInfoProto: { fields: { name: one('string', 1), type: one('TypeProto', 2) } },
    TypeProto: { fields: { tensorType: one('TensorTypeProto', 1) } },
    TensorTypeProto: { fields: { elemType: one('int32', 1), shape: one('TensorShapeProto', 2) } },
    TensorShapeProto: { fields: { dim: many('Dimension', 1) } },
    Dimension: {
      oneofs: { value: { oneof: ['dimValue', 'dimParam'] } },
      fields: { dimValue: one('int64', 1), dimParam: one('string', 2) },
    },
  },
});

export const modelType = root.lookupType('ModelProto');

export function encodeModel(model: OnnxModel): Uint8Array {
  return modelType.encode(model).finish();
}
