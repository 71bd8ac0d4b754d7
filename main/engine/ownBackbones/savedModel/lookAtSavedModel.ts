/** @file What a TensorFlow SavedModel is, told from the bytes of saved_model.pb. Engine. */
import { told } from '../../../../strings/words';
import { advice, adviceOn } from '../advice';
import { MOST_BYTES, Unfit, type Looked, type Port } from '../answer';
import { dtypeNumbered, tensorBytes } from '../dtypes';
import { readWithin, type Files } from '../folder';
import { listed } from '../listed';
import { PURE, RESTORE, SAVING } from '../operations';
import { requirePlainCalls } from './callOptions';
import { decodeSavedModel } from './decode';
import { graphOf, nodesIn, type Graph } from './graph';
import type { Attr, Entry, Info, MetaGraph, Signature, Tensor } from './messages';
import { requireOwnFilesOnly } from './running';
import { requireValues } from './valued';

const TAG = 'serve';
const SIGNATURE = 'serving_default';
/** resource and variant: what they hold is no business of a file. */
const HANDLES = new Set([20, 21]);
/** Forms of the same file that TensorFlow would read instead of, or beside, the one that was looked at. */
const OTHER_FORMS = ['saved_model.pbtxt', 'saved_model.cpb'];

/** @throws Unfit naming the first thing that is not for inference on tensors alone */
export async function lookAtSavedModel(dir: string, files: Files): Promise<Omit<Looked, 'dir'>> {
  const other = OTHER_FORMS.find((name) => files.has(name));
  if (other !== undefined) throw new Unfit(`${other} lies beside saved_model.pb`);
  return lookAtBytes(await readWithin(dir, files, 'saved_model.pb', MOST_BYTES));
}

/** As {@link lookAtSavedModel}. @param bytes - of saved_model.pb */
export function lookAtBytes(bytes: Uint8Array): Omit<Looked, 'dir'> {
  const meta = servedGraph(decodeSavedModel(bytes));
  if (meta.assets.length > 0) throw new Unfit(told().refusedModel.assets, advice('names'));
  const graph = graphOf(meta);
  requirePure(graph);
  requireBounded(graph);
  requirePlainCalls(graph);
  requireOwnFilesOnly(meta, graph);
  const signature = servingSignature(meta);
  requireValues(meta, graph, signature);
  const { inputs, outputs } = signature;
  return { kind: 'savedmodel', inputs: inputs.map(portOf), outputs: outputs.map(portOf) };
}

function servedGraph(metaGraphs: readonly MetaGraph[]): MetaGraph {
  const served = metaGraphs.filter(({ info }) => info?.tags.length === 1 && info.tags[0] === TAG);
  if (served.length === 1) return served[0]!;
  throw new Unfit(told().refusedModel.graphs(served.length, TAG), advice('serving'));
}

const isAllowed = (op: string): boolean => PURE.has(op) || op === RESTORE || SAVING.has(op);

/** A function of an operation's name would run in its place, and not be what it is taken for. */
function requirePure(graph: Graph): void {
  const taken = [...graph.functions.keys()].find(isAllowed);
  if (taken !== undefined) throw new Unfit(`a function in its graph is named as the operation ${taken}`);
  const foreign = new Set<string>();
  for (const { op } of nodesIn(graph)) if (!isAllowed(op) && !graph.functions.has(op)) foreign.add(op);
  if (foreign.size > 0) throw new Unfit(told().refusedModel.operations(listed(foreign)), adviceOn(foreign));
}

/** A constant may be written as one value and a shape: its size is what it claims, not what the file holds. */
function requireBounded(graph: Graph): void {
  let bytes = 0;
  for (const { name, attr } of nodesIn(graph))
    for (const tensor of attr.flatMap(tensorsOf)) {
      if (HANDLES.has(tensor.dtype)) throw new Unfit(`${name} in its graph is no tensor of values`);
      bytes += tensorBytes(dtypeNumbered(tensor.dtype), tensor.shape?.dim.map(({ size }) => size) ?? []);
    }
  if (!(bytes <= MOST_BYTES)) throw new Unfit(`its constants claim ${bytes} bytes, more than ${MOST_BYTES}`);
}

const tensorsOf = ({ value }: Entry<Attr>): Tensor[] =>
  [value?.tensor ?? [], value?.list?.tensor ?? []].flat();

function servingSignature({ signatures }: MetaGraph): Signature {
  const found = signatures.filter(({ key }) => key === SIGNATURE);
  const signature = found.length === 1 ? found[0]!.value : null;
  if (signature && signature.outputs.length > 0) return signature;
  const names = signatures.map(({ key }) => key).filter((key) => key !== SIGNATURE && !key.startsWith('__'));
  const others = names.length > 0 ? listed(new Set(names)) : null;
  throw new Unfit(told().refusedModel.noSignature(SIGNATURE, others), advice('serving'));
}

function portOf({ key, value }: Entry<Info>): Port {
  if (!value?.name || value.composite.length > 0) throw new Unfit(`${key} of its signature is no tensor`);
  const { shape, dtype } = value;
  const known = shape && !shape.unknown;
  return { name: key, dtype: dtypeNumbered(dtype), shape: known ? shape.dim.map(({ size }) => size) : null };
}
