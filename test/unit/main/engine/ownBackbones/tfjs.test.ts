/** @file Looking at models of TensorFlow.js: what tfjs-node saves, a graph by hand, and hostile ones. */
import { describe, expect, it } from 'vitest';
import { readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { lookAtModel } from '../../../../../main/engine/ownBackbones/lookAt';
import { scratchFolder } from '../backbone/support';
import { folderOf, layersFolder } from './models';

interface LayerMessage {
  class_name: string;
  name?: string;
  config: Record<string, unknown>;
}
interface ModelMessage {
  modelTopology: { class_name: string; config: { layers: LayerMessage[]; output_layers: unknown } };
  weightsManifest: {
    paths: string[];
    weights: { name: string; shape: number[]; dtype: string; quantization?: object }[];
  }[];
}

async function broken(change: (model: ModelMessage) => unknown): Promise<string> {
  const dir = await layersFolder();
  const file = path.join(dir, 'model.json');
  const model = JSON.parse(await readFile(file, 'utf8')) as ModelMessage;
  change(model);
  await writeFile(file, JSON.stringify(model));
  return dir;
}
const layers = ({ modelTopology }: ModelMessage) => modelTopology.config.layers;
const lambda = { class_name: 'Lambda', config: { name: 'lambda' } };

describe('a LayersModel', () => {
  it('that tfjs-node saved is told by its layers', async () => {
    const { kind, inputs, outputs } = await lookAtModel(await layersFolder());
    expect(kind).toBe('tfjs-layers');
    expect(inputs).toEqual([{ name: 'photo', dtype: 'float32', shape: [-1, 8, 8, 3] }]);
    expect(outputs).toEqual([{ name: 'scores', dtype: 'float32', shape: [-1, 5] }]);
  });

  it('says nothing of a shape that no rule tells', async () => {
    const dir = await broken((model) => void (layers(model)[2]!.class_name = 'Permute'));
    expect((await lookAtModel(dir)).outputs).toEqual([{ name: 'scores', dtype: 'float32', shape: null }]);
  });

  it.each<[string, (model: ModelMessage) => unknown, string]>([
    ['a Lambda', (model) => layers(model).push(lambda), 'no stock layer of TensorFlow.js: Lambda'],
    [
      'a Lambda in a model in a layer',
      (model) =>
        layers(model).push({
          class_name: 'TimeDistributed',
          config: { layer: { class_name: 'Sequential', config: { layers: [lambda] } } },
        }),
      'Lambda',
    ],
    [
      'the other spelling',
      (model) => layers(model).push({ class_name: 'Dense', config: { layer: { className: 'Mine' } } }),
      'Mine',
    ],
    ['an unknown activation', (model) => void (layers(model)[1]!.config['activation'] = 'mine'), 'mine'],
    [
      'an output that is nowhere',
      (model) => void (model.modelTopology.config.output_layers = [['no', 0, 0]]),
      'the layer no',
    ],
    ['a way out', (model) => void (model.weightsManifest[0]!.paths = ['../x']), 'is no plain name'],
    ['a folder within', (model) => void (model.weightsManifest[0]!.paths = ['a/x']), 'is no plain name'],
    [
      'an absolute path',
      (model) => void (model.weightsManifest[0]!.paths = ['/etc/passwd']),
      'is no plain name',
    ],
    [
      'a file that is missing',
      (model) => void (model.weightsManifest[0]!.paths = ['x.bin']),
      'x.bin is missing',
    ],
    ['a file named twice', ({ weightsManifest: [group] }) => group!.paths.push(group!.paths[0]!), 'twice'],
    [
      'a tensor of another size',
      (model) => void (model.weightsManifest[0]!.weights[0]!.shape = [3, 3, 3, 5]),
      'were found',
    ],
    [
      'other bytes by quantization',
      (model) => void (model.weightsManifest[0]!.weights[0]!.quantization = { dtype: 'uint8' }),
      'were found',
    ],
    [
      '2 GB that it claims',
      (model) => void (model.weightsManifest[0]!.weights[0]!.shape = [1024, 1024, 512]),
      'its weights claim 2147',
    ],
    [
      'text as weights',
      (model) => void (model.weightsManifest[0]!.weights[0]!.dtype = 'string'),
      'not as TensorFlow.js writes it',
    ],
    [
      'deep nesting',
      (model) => {
        let inner = layers(model)[1]!.config;
        for (let i = 0; i < 80; i++) inner = inner['config'] = {};
      },
      'nested more than 64 deep',
    ],
  ])('is refused with %s', async (_, change, why) => {
    await expect(lookAtModel(await broken(change))).rejects.toThrow(why);
  });

  it('is refused where its weights are cut, or lie outside of the folder', async () => {
    const dir = await layersFolder();
    const weights = path.join(dir, 'weights.bin');
    const outside = path.join(await scratchFolder(), 'weights.bin');
    await rename(weights, outside);
    await symlink(outside, weights);
    await expect(lookAtModel(dir)).rejects.toThrow('weights.bin is a link that leads out of its folder');
    await rm(weights);
    await rename(outside, weights);
    await truncate(weights, 10);
    await expect(lookAtModel(dir)).rejects.toThrow('but 10 were found');
  });
});

const node = (name: string, op: string, attr: object = {}) => ({ name, op, attr });
const photo = node('photo', 'Placeholder', {
  dtype: { type: 'DT_FLOAT' },
  shape: { shape: { dim: [{ size: '-1' }, { size: '8' }] } },
});
const graph = {
  format: 'graph-model',
  modelTopology: {
    node: [photo, node('w', 'Const'), node('out', '_FusedMatMul')],
    library: {},
    versions: {},
  },
  signature: {
    inputs: {
      x: { name: 'photo:0', dtype: 'DT_FLOAT', tensorShape: { dim: [{ size: '-1' }, { size: '8' }] } },
    },
    outputs: {
      y: { name: 'out:0', dtype: 'DT_FLOAT', tensorShape: { dim: [{ size: '-1' }, { size: '2' }] } },
    },
  },
  weightsManifest: [{ paths: ['w.bin'], weights: [{ name: 'w', shape: [8, 2], dtype: 'float32' }] }],
};
const graphFolder = (change: object = {}) =>
  folderOf({ 'model.json': JSON.stringify({ ...graph, ...change }), 'w.bin': new Uint8Array(64) });
const hidden = [{ signature: { name: 'f' }, nodeDef: [node('p', 'PyFunc')] }];

describe('a GraphModel', () => {
  it('is told by its signature, or by its placeholders where there is none', async () => {
    const { kind, inputs, outputs } = await lookAtModel(await graphFolder());
    expect(kind).toBe('tfjs-graph');
    expect(inputs).toEqual([{ name: 'x', dtype: 'float32', shape: [-1, 8] }]);
    expect(outputs).toEqual([{ name: 'y', dtype: 'float32', shape: [-1, 2] }]);
    const old = await lookAtModel(await graphFolder({ signature: undefined, format: undefined }));
    expect(old).toMatchObject({ inputs: [{ name: 'photo', dtype: 'float32', shape: [-1, 8] }], outputs: [] });
  });

  it.each<[string, object, string]>([
    ['reading a file', { modelTopology: { node: [node('r', 'ReadFile')] } }, 'its graph holds ReadFile'],
    [
      'a program in a function',
      { modelTopology: { node: [photo], library: { function: hidden } } },
      'PyFunc',
    ],
    ['a table made at load', { modelInitializer: { node: [node('t', 'HashTableV2')] } }, 'HashTableV2'],
    ['an output that is nowhere', { signature: { outputs: { y: { name: 'no:0' } } } }, 'lacks no:0'],
    ['no nodes', { modelTopology: { node: [] } }, 'not as TensorFlow.js writes it'],
    [
      'weights of another size',
      { weightsManifest: [{ paths: ['w.bin'], weights: [] }] },
      'but 64 were found',
    ],
  ])('is refused with %s', async (_, change, why) => {
    await expect(lookAtModel(await graphFolder(change))).rejects.toThrow(why);
  });

  it('is refused where model.json is cut off', async () => {
    await expect(lookAtModel(await folderOf({ 'model.json': '{"modelTopology":' }))).rejects.toThrow(
      'cut off',
    );
  });
});
