/**
 * @file TensorFlow's SavedModel messages, as far as a frozen graph needs them: our own schema of its public field
 * numbers (tensorflow/core/protobuf/{saved_model,meta_graph}.proto, tensorflow/core/framework/*.proto). Engine.
 */
import protobuf from 'protobufjs/light.js';

export const DT = { float: 1, int32: 3, uint8: 4, string: 7 } as const;

/** The parts of an AttrValue that our nodes use; exactly one is set. */
export type AttrValue =
  | { s: Uint8Array }
  | { i: number }
  | { b: boolean }
  | { type: number }
  | { shape: TensorShape }
  | { tensor: { dtype: number; tensorShape: TensorShape; tensorContent: Uint8Array } }
  | { list: { i: number[] } };

/** An empty `dim` is a scalar; size -1 is a dimension of any length. */
export interface TensorShape {
  dim: { size: number }[];
}

export interface NodeDef {
  name: string;
  op: string;
  input: string[];
  attr: Record<string, AttrValue>;
}

export interface TensorInfo {
  name: string;
  dtype: number;
  tensorShape: TensorShape;
}

export interface Signature {
  inputs: Record<string, TensorInfo>;
  outputs: Record<string, TensorInfo>;
}

const one = (type: string, id: number) => ({ type, id });
const many = (type: string, id: number) => ({ rule: 'repeated', type, id });
const map = (type: string, id: number) => ({ keyType: 'string', type, id });

const root = protobuf.Root.fromJSON({
  nested: {
    SavedModel: { fields: { schemaVersion: one('int64', 1), metaGraphs: many('MetaGraphDef', 2) } },
    MetaGraphDef: {
      fields: {
        metaInfoDef: one('MetaInfoDef', 1),
        graphDef: one('GraphDef', 2),
        signatureDef: map('SignatureDef', 5),
      },
    },
    MetaInfoDef: { fields: { tags: many('string', 4), tensorflowVersion: one('string', 5) } },
    GraphDef: { fields: { node: many('NodeDef', 1), versions: one('VersionDef', 4) } },
    VersionDef: { fields: { producer: one('int32', 1) } },
    NodeDef: {
      fields: {
        name: one('string', 1),
        op: one('string', 2),
        input: many('string', 3),
        attr: map('AttrValue', 5),
      },
    },
    AttrValue: {
      // In a oneof a value is written even where it is the default, such as `false`.
      oneofs: { value: { oneof: ['list', 's', 'i', 'b', 'type', 'shape', 'tensor'] } },
      fields: {
        list: one('ListValue', 1),
        s: one('bytes', 2),
        i: one('int64', 3),
        b: one('bool', 5),
        type: one('int32', 6),
        shape: one('TensorShape', 7),
        tensor: one('TensorProto', 8),
      },
    },
    ListValue: { fields: { i: { ...many('int64', 3), options: { packed: true } } } },
    TensorProto: {
      fields: { dtype: one('int32', 1), tensorShape: one('TensorShape', 2), tensorContent: one('bytes', 4) },
    },
    TensorShape: { fields: { dim: many('Dim', 2) } },
    Dim: { fields: { size: one('int64', 1) } },
    SignatureDef: {
      fields: { inputs: map('TensorInfo', 1), outputs: map('TensorInfo', 2), methodName: one('string', 3) },
    },
    TensorInfo: {
      fields: { name: one('string', 1), dtype: one('int32', 2), tensorShape: one('TensorShape', 3) },
    },
  },
});

/** The GraphDef version our nodes are written against (TensorFlow 2.9 and later read it). */
const PRODUCER = 987;

/** A saved_model.pb with one graph, tagged 'serve', and one signature, 'serving_default'. */
export function encodeModel(nodes: readonly NodeDef[], signature: Signature): Uint8Array {
  const model = {
    schemaVersion: 1,
    metaGraphs: [
      {
        metaInfoDef: { tags: ['serve'], tensorflowVersion: '2.9.1' },
        graphDef: { node: nodes, versions: { producer: PRODUCER } },
        signatureDef: { serving_default: { ...signature, methodName: 'tensorflow/serving/predict' } },
      },
    ],
  };
  return root.lookupType('SavedModel').encode(model).finish();
}

/** Names of all operations in the graphs of a saved_model.pb. @throws Error where the bytes are none */
export function operationsOf(bytes: Uint8Array): Set<string> {
  const message = root.lookupType('SavedModel').decode(bytes);
  const { metaGraphs } = message as unknown as { metaGraphs: { graphDef: { node: NodeDef[] } | null }[] };
  return new Set(metaGraphs.flatMap(({ graphDef }) => graphDef?.node.map(({ op }) => op) ?? []));
}
