/**
 * @file The network in a TFLite file, where the file holds no more than what our emitter writes. Pure; runs in the
 * engine and in the process of the export check.
 */
import type { Network, NetworkOperator, NetworkTensor } from '../../export/tflite/network';
import {
  BUFFER,
  IDENTIFIER,
  METADATA,
  METADATA_NAME,
  MODEL,
  OPERATOR,
  OPERATOR_CODE,
  operatorKind,
  OPERATORS,
  SCHEMA_VERSION,
  SIGNATURE,
  SIGNATURE_KEY,
  SUBGRAPH,
  TENSOR,
  TENSOR_MAP,
  TYPES,
  type OperatorName,
  type TensorType,
} from '../../export/tflite/schema';
import { expect, must } from './expect';
import { TableView } from './flatView';

/** @throws Error naming what no model of ours has */
export function readNetwork(file: Uint8Array): Network {
  const model = TableView.root(file, IDENTIFIER, 'the model').only(MODEL);
  expect('the version of the schema', model.int32(MODEL.version), SCHEMA_VERSION);
  const kinds = model.tables(MODEL.operatorCodes, 'operator code').map(operatorName);
  const subgraph = model.onlyTable(MODEL.subgraphs, 'subgraph').only(SUBGRAPH);
  const tensors = tensorsOf(subgraph, buffersOf(model));
  const operators = subgraph
    .tables(SUBGRAPH.operators, 'operator')
    .map((operator, i) => operatorOf(operator, `operator ${i}`, kinds));
  const network = { tensors, operators, ...signatureOf(model, tensors) };
  const outputs = [...network.outputs.values()];
  expect('the inputs', subgraph.int32s(SUBGRAPH.inputs).join(), String(network.input));
  expect('the outputs', subgraph.int32s(SUBGRAPH.outputs).join(), outputs.join());
  return network;
}

function operatorName(code: TableView): OperatorName {
  code.only(OPERATOR_CODE);
  const number = code.int32(OPERATOR_CODE.code);
  const names = Object.keys(OPERATORS) as OperatorName[];
  const name = names.find((one) => operatorKind(one).code === number);
  if (!name) throw new Error(`it has the operator of code ${number}, which none of our models has`);
  expect(`the byte of the code of ${name}`, code.int8(OPERATOR_CODE.deprecatedCode), number);
  expect(`the version of ${name}`, code.int32(OPERATOR_CODE.version, 1), operatorKind(name).version);
  return name;
}

/** Data by number of the buffer; the first is empty, and the last is the model's metadata, which nothing here needs. */
function buffersOf(model: TableView): (Uint8Array | null)[] {
  const buffers = model.tables(MODEL.buffers, 'buffer').map((one) => one.only(BUFFER).bytes(BUFFER.data));
  expect('the data of buffer 0', buffers[0], null);
  const metadata = model.onlyTable(MODEL.metadata, 'entry of metadata').only(METADATA);
  expect('the name of the metadata', metadata.text(METADATA.name), METADATA_NAME);
  expect('the buffer of the metadata', metadata.int32(METADATA.buffer), buffers.length - 1);
  return buffers.slice(0, -1);
}

const typeNames = Object.keys(TYPES) as TensorType[];

function tensorsOf(subgraph: TableView, buffers: readonly (Uint8Array | null)[]): NetworkTensor[] {
  let used = 0;
  const names = new Set<string>();
  return subgraph.tables(SUBGRAPH.tensors, 'tensor').map((tensor, i) => {
    tensor.only(TENSOR);
    const what = `tensor ${i}`;
    const number = tensor.int8(TENSOR.type);
    const type = must(
      typeNames.find((one) => TYPES[one] === number),
      `${what} is of the type ${number}`,
    );
    const [shape, buffer] = [tensor.int32s(TENSOR.shape), tensor.int32(TENSOR.buffer)];
    // Each has data of its own, in order: what a file makes us hold is never more than the file.
    if (buffer !== 0) expect(`the buffer of ${what}`, buffer, ++used);
    const data = buffer === 0 ? null : must(buffers[buffer] ?? null, `${what} has no data`);
    const signature = data ? '' : [-1, ...shape.slice(1)].join();
    expect(`the signature of ${what}`, tensor.int32s(TENSOR.signature).join(), signature);
    const name = tensor.text(TENSOR.name);
    if (names.size === names.add(name).size) throw new Error(`two tensors are named ${name}`);
    return { name, type, shape, data };
  });
}

function operatorOf(operator: TableView, what: string, kinds: readonly OperatorName[]): NetworkOperator {
  operator.only(OPERATOR);
  const code = operator.int32(OPERATOR.code);
  const name = must(kinds[code], `${what} has the code ${code} of ${kinds.length}`);
  const [output, ...more] = operator.int32s(OPERATOR.outputs);
  if (output === undefined || more.length > 0)
    throw new Error(`${what}, ${name}, has not exactly one output`);
  return {
    name,
    inputs: operator.int32s(OPERATOR.inputs),
    output,
    options: optionsOf(operator, name, what),
  };
}

function optionsOf(operator: TableView, name: OperatorName, what: string): Record<string, number> {
  const { options } = operatorKind(name);
  expect(`the kind of options of ${what}`, operator.int8(OPERATOR.optionsType), options?.type ?? 0);
  const table = operator.table(OPERATOR.options, `the options of ${what}`);
  if (!options || !table) {
    expect(`whether ${what} has options`, table !== null, options !== undefined);
    return {};
  }
  const fields = Object.entries(options.fields);
  table.only(Object.fromEntries(fields.map(([key, [slot]]) => [key, slot])));
  return Object.fromEntries(fields.map(([key, [slot, type]]) => [key, table[type](slot)]));
}

function signatureOf(
  model: TableView,
  tensors: readonly NetworkTensor[],
): Pick<Network, 'input' | 'outputs'> {
  const signature = model.onlyTable(MODEL.signatureDefs, 'signature').only(SIGNATURE);
  expect('the name of the signature', signature.text(SIGNATURE.key), SIGNATURE_KEY);
  expect('the subgraph of the signature', signature.int32(SIGNATURE.subgraph), 0);
  const entry = (map: TableView): [string, number] => [
    map.only(TENSOR_MAP).text(TENSOR_MAP.name),
    map.int32(TENSOR_MAP.tensor),
  ];
  const [name, input] = entry(signature.onlyTable(SIGNATURE.inputs, 'input'));
  const outputs = new Map(signature.tables(SIGNATURE.outputs, 'output').map(entry));
  for (const [output, place] of [[name, input] as const, ...outputs])
    expect(`the name of tensor ${place}`, tensors[place]?.name, output);
  return { input, outputs };
}
