/**
 * @file TensorFlow's SavedModel messages as far as a look needs them: an own schema of their public field numbers
 * (tensorflow/core/protobuf/{saved_model,meta_graph,saver}.proto, tensorflow/core/framework/*.proto). Fields that are not
 * here (the object graph, documentation) are passed over. Pure.
 */
import protobuf from 'protobufjs/light.js';

const one = (type: string, id: number) => ({ type, id });
const many = (type: string, id: number) => ({ rule: 'repeated', type, id });

/** Maps are lists of entries here, so that one walk bounds and sees all of them, keys that come twice included. */
const entry = (type: string) => ({ fields: { key: one('string', 1), value: one(type, 2) } });

export const root = protobuf.Root.fromJSON({
  nested: {
    SavedModel: { fields: { metaGraphs: many('MetaGraph', 2) } },
    MetaGraph: {
      fields: {
        info: one('MetaInfo', 1),
        graph: one('Graph', 2),
        saver: one('Saver', 3),
        collections: many('CollectionEntry', 4),
        signatures: many('SignatureEntry', 5),
        assets: many('bytes', 6),
      },
    },
    MetaInfo: { fields: { tags: many('string', 4) } },
    Saver: { fields: { filename: one('string', 1), save: one('string', 2), restore: one('string', 3) } },
    CollectionEntry: entry('Collection'),
    Collection: { fields: { nodes: one('NodeList', 1) } },
    NodeList: { fields: { value: many('string', 1) } },
    SignatureEntry: entry('Signature'),
    Signature: { fields: { inputs: many('InfoEntry', 1), outputs: many('InfoEntry', 2) } },
    InfoEntry: entry('Info'),
    Info: {
      fields: {
        name: one('string', 1),
        dtype: one('int32', 2),
        shape: one('Shape', 3),
        composite: one('bytes', 5),
      },
    },
    Graph: { fields: { node: many('Node', 1), library: one('Library', 2) } },
    Library: { fields: { function: many('Function', 1) } },
    Function: {
      fields: { signature: one('OpDef', 1), node: many('Node', 3), attr: many('AttrEntry', 5) },
    },
    OpDef: { fields: { name: one('string', 1), args: many('Arg', 2) } },
    Arg: { fields: { name: one('string', 1) } },
    Node: {
      fields: {
        name: one('string', 1),
        op: one('string', 2),
        input: many('string', 3),
        attr: many('AttrEntry', 5),
      },
    },
    AttrEntry: entry('Attr'),
    Attr: {
      fields: {
        list: one('List', 1),
        s: one('bytes', 2),
        tensor: one('Tensor', 8),
        func: one('Func', 10),
      },
    },
    List: { fields: { tensor: many('Tensor', 8), func: many('Func', 9) } },
    Func: { fields: { name: one('string', 1), attr: many('AttrEntry', 2) } },
    Tensor: { fields: { dtype: one('int32', 1), shape: one('Shape', 2) } },
    Shape: { fields: { dim: many('Dim', 2), unknown: one('bool', 3) } },
    Dim: { fields: { size: one('int64', 1) } },
  },
});
root.resolveAll();

/** What is not there is null, '' or an empty list. */
export interface Shape {
  dim: { size: number }[];
  unknown: boolean;
}
export interface Entry<T> {
  key: string;
  value: T | null;
}
export interface Tensor {
  dtype: number;
  shape: Shape | null;
}
export interface Func {
  name: string;
  attr: Entry<Attr>[];
}
export interface Attr {
  list: { tensor: Tensor[]; func: Func[] } | null;
  s: Uint8Array;
  tensor: Tensor | null;
  func: Func | null;
}
export interface Node {
  name: string;
  op: string;
  input: string[];
  attr: Entry<Attr>[];
}
export interface LibraryFunction {
  signature: { name: string; args: { name: string }[] } | null;
  node: Node[];
  attr: Entry<Attr>[];
}
export interface Info {
  name: string;
  dtype: number;
  shape: Shape | null;
  composite: ArrayLike<number>;
}
export interface Signature {
  inputs: Entry<Info>[];
  outputs: Entry<Info>[];
}
export interface MetaGraph {
  info: { tags: string[] } | null;
  graph: { node: Node[]; library: { function: LibraryFunction[] } | null } | null;
  saver: { filename: string; save: string; restore: string } | null;
  collections: Entry<{ nodes: { value: string[] } | null }>[];
  signatures: Entry<Signature>[];
  assets: unknown[];
}
