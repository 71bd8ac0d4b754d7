/** @file Folders with models as people have them, and messages of SavedModels to break. For tests. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { tf } from '../../../../../main/engine/backbone/tensorflow';
import { root } from '../../../../../main/engine/ownBackbones/savedModel/messages';
import { scratchFolder } from '../backbone/support';

/** A folder of its own with these files. */
export async function folderOf(files: Record<string, Uint8Array | string>): Promise<string> {
  const dir = await scratchFolder();
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(dir, name)), { recursive: true });
    await writeFile(path.join(dir, name), content);
  }
  return dir;
}

/** A small image model of stock layers, as tfjs-node itself saves it. */
export async function layersFolder(): Promise<string> {
  const dir = await scratchFolder();
  const input = tf.input({ shape: [8, 8, 3], name: 'photo' });
  const features = tf.layers.conv2d({ filters: 4, kernelSize: 3, activation: 'relu' }).apply(input);
  const pooled = tf.layers.globalAveragePooling2d({}).apply(features);
  const scores = tf.layers.dense({ units: 5, name: 'scores', activation: 'softmax' }).apply(pooled);
  const model = tf.model({ inputs: input, outputs: scores as ReturnType<typeof tf.input> });
  try {
    await model.save(`file://${dir}`);
  } finally {
    model.dispose();
  }
  return dir;
}

export interface NodeMessage {
  name: string;
  op: string;
  input?: string[];
  attr?: { key: string; value: object }[];
}
export interface FunctionMessage {
  signature: { name: string; args?: { name: string }[] };
  node: NodeMessage[];
  attr?: { key: string; value: object }[];
}

export const node = (name: string, op: string, input: string[] = [], attr: NodeMessage['attr'] = []) => ({
  name,
  op,
  input,
  attr,
});
export const call = (name: string, called: string, input: string[] = []): NodeMessage =>
  node(name, 'StatefulPartitionedCall', input, [{ key: 'f', value: { func: { name: called } } }]);

export interface KerasParts {
  nodes: NodeMessage[];
  functions: FunctionMessage[];
  meta: Record<string, unknown>;
}

/** The frame that Keras gives a SavedModel: all in functions, beside them saving and restoring. */
export const keras = (): KerasParts => ({
  nodes: [
    node('kernel', 'VarHandleOp'),
    node('photo', 'Placeholder'),
    node('saver_filename', 'Placeholder'),
    node('NoOp', 'NoOp'),
    call('answer', 'predict', ['photo', 'kernel']),
    call('saved', 'save', ['saver_filename', 'kernel']),
    call('restored', 'restore', ['saver_filename', 'kernel']),
  ],
  functions: [
    {
      signature: { name: 'predict', args: [{ name: 'x' }, { name: 'w' }] },
      node: [node('read', 'ReadVariableOp', ['w']), node('conv', 'Conv2D', ['x', 'read:value:0'])],
    },
    {
      signature: { name: 'save', args: [{ name: 'file_prefix' }, { name: 'w' }] },
      node: [
        node('part', 'Const'),
        node('join', 'StringJoin', ['file_prefix', 'part:output:0']),
        node('shard', 'ShardedFilename', ['join:output:0']),
        node('write', 'SaveV2', ['shard:filename:0']),
        node('merge', 'MergeV2Checkpoints', ['shard:filename:0', 'file_prefix', '^write']),
      ],
    },
    {
      signature: { name: 'restore', args: [{ name: 'file_prefix' }, { name: 'w' }] },
      node: [
        node('prefix', 'Identity', ['file_prefix']),
        node('values', 'RestoreV2', ['prefix:output:0']),
        node('assign', 'AssignVariableOp', ['w', 'values:tensors:0']),
      ],
    },
  ],
  meta: {
    info: { tags: ['serve'] },
    saver: { filename: 'saver_filename:0', save: 'saved:0', restore: 'restored' },
    signatures: [
      {
        key: 'serving_default',
        value: {
          inputs: [{ key: 'photo', value: info('photo:0', [-1, 8, 8, 3]) }],
          outputs: [{ key: 'features', value: info('answer:0', [-1, 4]) }],
        },
      },
      { key: '__saved_model_init_op', value: { outputs: [{ key: 'init', value: { name: 'NoOp' } }] } },
    ],
  },
});

const info = (name: string, sides: number[]) => ({
  name,
  dtype: 1,
  shape: { dim: sides.map((size) => ({ size })) },
});

/** saved_model.pb of these parts, once for each of `graphs`. */
export function encode({ nodes, functions, meta }: KerasParts, graphs = 1): Uint8Array {
  const one = { ...meta, graph: { node: nodes, library: { function: functions } } };
  return root
    .lookupType('SavedModel')
    .encode({ metaGraphs: Array.from({ length: graphs }, () => one) })
    .finish();
}
