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

/** What a small model is like besides the usual. */
export interface Small {
  /** What is fed. */
  type?: 'float32' | 'int32';
  /** Images that it takes at once; absent: any number. */
  batch?: number;
  /** Puts out the means of the channels as they are fed, and nothing else. */
  means?: true;
  /** Puts out that many sides. */
  rank?: 3;
}

/** A small image model of stock layers, as tfjs-node itself saves it: the same weights each time. */
export async function layersFolder(small: Small = {}): Promise<string> {
  const dir = await scratchFolder();
  const shape = [8, 8, 3];
  const dtype = small.type ?? 'float32';
  const input = tf.input({ batchShape: [small.batch ?? null, ...shape], dtype, name: 'photo' });
  const outputs = outputOf(input, small) as typeof input;
  const model = tf.model({ inputs: input, outputs });
  try {
    await model.save(`file://${dir}`);
  } finally {
    model.dispose();
  }
  return dir;
}

function outputOf(input: ReturnType<typeof tf.input>, { means, rank }: Small) {
  const kernelInitializer = tf.initializers.glorotNormal({ seed: 7 });
  const pool = tf.layers.globalAveragePooling2d(means ? { name: 'scores' } : {});
  if (means) return pool.apply(input);
  const convolution = { filters: 4, kernelSize: 3, activation: 'relu', kernelInitializer } as const;
  const features = tf.layers.conv2d(convolution).apply(input);
  if (rank) return tf.layers.reshape({ targetShape: [36, 4], name: 'scores' }).apply(features);
  return tf.layers.dense({ units: 5, name: 'scores', kernelInitializer }).apply(pool.apply(features));
}

const tensor = { type: 'DT_FLOAT' };
const sides = { dim: [-1, 8, 8, 3].map((size) => ({ size: String(size) })) };
const named = (name: string) => ({ name: `${name}:0`, dtype: 'DT_FLOAT', tensorShape: sides });

/** A graph of TensorFlow.js that puts out its pixels below zero, as a map. */
export const graphFolder = (): Promise<string> =>
  folderOf({
    'model.json': JSON.stringify({
      format: 'graph-model',
      modelTopology: {
        node: [
          { name: 'photo', op: 'Placeholder', attr: { dtype: tensor, shape: { shape: sides } } },
          { name: 'map', op: 'Neg', input: ['photo'], attr: { T: tensor } },
        ],
        library: {},
        versions: {},
      },
      signature: { inputs: { photo: named('photo') }, outputs: { map: named('map') } },
      weightsManifest: [],
    }),
  });

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
