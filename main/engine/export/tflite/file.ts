/** @file A network as the tables of a TFLite file. Pure; runs in the engine and in tests. */
import type { Network, NetworkOperator, NetworkTensor } from './network';
import {
  BUFFER,
  IDENTIFIER,
  METADATA,
  METADATA_NAME,
  MODEL,
  OPERATOR,
  OPERATOR_CODE,
  operatorKind,
  SCHEMA_VERSION,
  SIGNATURE,
  SIGNATURE_KEY,
  SUBGRAPH,
  TENSOR,
  TENSOR_MAP,
  TYPES,
  type OperatorName,
} from './schema';
import { bytes, flatbuffer, float32, int32, int32s, int8, table, tables, text, type Field } from './tables';

/** What the data of a buffer begins at a multiple of: whoever maps the file into memory computes from there. */
const ALIGNMENT = 16;
/** For tables and padding, beside the data. */
const ROOM = 1 << 18;

type Fields = Record<number, Field>;

export interface FileParts {
  network: Network;
  /** Such as 'Imprint Studio 1.0.0'. */
  description: string;
  /** Of the buffer that is named TFLITE_METADATA. */
  metadata: Uint8Array;
}

export function encodeFile({ network, description, metadata }: FileParts): Uint8Array {
  const { tensors, operators } = network;
  const kinds = [...new Set(operators.map(({ name }) => name))];
  // Buffer 0 is empty: what is computed points to it. The last one holds the metadata.
  const buffers = [null, ...tensors.map(({ data }) => data).filter((data) => data !== null), metadata];
  const size = buffers.reduce((sum, data) => sum + (data?.length ?? 0) + 2 * ALIGNMENT, ROOM);
  const root: Fields = {
    [MODEL.version]: int32(SCHEMA_VERSION),
    [MODEL.operatorCodes]: tables(kinds.map(operatorCode)),
    [MODEL.subgraphs]: tables([subgraph(network, kinds)]),
    [MODEL.description]: text(description),
    [MODEL.buffers]: tables(buffers.map((data) => (data ? { [BUFFER.data]: bytes(data, ALIGNMENT) } : {}))),
    [MODEL.metadata]: tables([
      { [METADATA.name]: text(METADATA_NAME), [METADATA.buffer]: int32(buffers.length - 1) },
    ]),
    [MODEL.signatureDefs]: tables([signature(network)]),
  };
  return flatbuffer(root, IDENTIFIER, size);
}

function operatorCode(name: OperatorName): Fields {
  const { code, version } = operatorKind(name);
  return {
    [OPERATOR_CODE.deprecatedCode]: int8(code),
    [OPERATOR_CODE.version]: int32(version),
    [OPERATOR_CODE.code]: int32(code),
  };
}

function subgraph({ tensors, operators, input, outputs }: Network, kinds: OperatorName[]): Fields {
  let buffers = 0;
  return {
    [SUBGRAPH.tensors]: tables(tensors.map((tensor) => tensorFields(tensor, tensor.data ? ++buffers : 0))),
    [SUBGRAPH.inputs]: int32s([input]),
    [SUBGRAPH.outputs]: int32s([...outputs.values()]),
    [SUBGRAPH.operators]: tables(operators.map((operator) => operatorFields(operator, kinds))),
    [SUBGRAPH.name]: text('main'),
  };
}

function tensorFields({ name, type, shape, data }: NetworkTensor, buffer: number): Fields {
  return {
    [TENSOR.shape]: int32s(shape),
    [TENSOR.type]: int8(TYPES[type]),
    [TENSOR.buffer]: int32(buffer),
    [TENSOR.name]: text(name),
    // Of any number of images.
    ...(data === null && { [TENSOR.signature]: int32s([-1, ...shape.slice(1)]) }),
    [TENSOR.hasRank]: int8(1),
  };
}

function operatorFields({ name, inputs, output, options }: NetworkOperator, kinds: OperatorName[]): Fields {
  const kind = operatorKind(name);
  return {
    [OPERATOR.code]: int32(kinds.indexOf(name)),
    [OPERATOR.inputs]: int32s(inputs),
    [OPERATOR.outputs]: int32s([output]),
    ...(kind.options && {
      [OPERATOR.optionsType]: int8(kind.options.type),
      [OPERATOR.options]: table(optionFields(kind.options.fields, options)),
    }),
  };
}

const WRITERS = { int8, int32, float32 };

function optionFields(
  fields: NonNullable<ReturnType<typeof operatorKind>['options']>['fields'],
  values: Readonly<Record<string, number>>,
): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, [slot, type]]) => {
      const value = values[name];
      if (value === undefined) throw new Error(`an operator lacks its option ${name}`);
      return [slot, WRITERS[type](value)];
    }),
  );
}

function signature({ tensors, input, outputs }: Network): Fields {
  const entry = (name: string, tensor: number): Fields => ({
    [TENSOR_MAP.name]: text(name),
    [TENSOR_MAP.tensor]: int32(tensor),
  });
  return {
    [SIGNATURE.inputs]: tables([entry(tensors[input]!.name, input)]),
    [SIGNATURE.outputs]: tables([...outputs].map(([name, tensor]) => entry(name, tensor))),
    [SIGNATURE.key]: text(SIGNATURE_KEY),
    [SIGNATURE.subgraph]: int32(0),
  };
}
