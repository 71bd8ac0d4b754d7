/** @file Models as people have them, in folders, without TensorFlow: the tests of the window do not load it. */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { root as repository } from '../../scripts/setup/paths.mjs';
import { readDescription } from '../../main/engine/backbone/description';
import { encodeSavedModel } from '../../main/engine/backbone/savedModel';
import { readGraph } from '../../main/engine/backbone/weights';
import { root } from '../../main/engine/ownBackbones/savedModel/messages';

/** Folders below `home`. */
export interface OwnModels {
  /** Lite0 as the engine runs it, with its scores of classes. */
  savedModel: string;
  /** Small, of made-up values; takes squares of 32. */
  layers: string;
  /** A SavedModel that reads a file. */
  curious: string;
}

export async function ownModels(home: string): Promise<OwnModels> {
  const [savedModel, layers, curious] = ['My network', 'Small network', 'Curious network'].map((name) =>
    path.join(home, name),
  ) as [string, string, string];
  for (const folder of [savedModel, layers, curious]) await fs.mkdir(folder);
  await fs.writeFile(path.join(savedModel, 'saved_model.pb'), await lite0());
  await fs.writeFile(path.join(curious, 'saved_model.pb'), readingFiles());
  await writeLayers(layers);
  return { savedModel, layers, curious };
}

async function lite0(): Promise<Uint8Array> {
  const folder = path.join(repository, 'resources/backbones/efficientnet-lite0');
  const description = await readDescription(folder);
  const { embedding, logits } = description.outputs;
  return encodeSavedModel(await readGraph(folder, description), [logits, embedding]);
}

function readingFiles(): Uint8Array {
  const nodes = [
    { name: 'photo', op: 'Placeholder' },
    { name: 'secret', op: 'ReadFile', input: ['photo'] },
  ];
  const meta = { info: { tags: ['serve'] }, graph: { node: nodes } };
  return root
    .lookupType('SavedModel')
    .encode({ metaGraphs: [meta] })
    .finish();
}

const FILTERS = 64;

/** One convolution and the mean over its places, as TensorFlow.js writes a model of Keras. */
async function writeLayers(folder: string): Promise<void> {
  const layer = (name: string, type: string, from: string | null, config: object) => ({
    ...{ class_name: type, name, config: { name, trainable: true, ...config } },
    inbound_nodes: from === null ? [] : [[[from, 0, 0, {}]]],
  });
  const layers = [
    layer('photo', 'InputLayer', null, {
      batch_input_shape: [null, 32, 32, 3],
      dtype: 'float32',
      sparse: false,
    }),
    layer('map', 'Conv2D', 'photo', {
      ...{ filters: FILTERS, kernel_size: [3, 3], strides: [2, 2], padding: 'valid' },
      ...{ data_format: 'channels_last', dilation_rate: [1, 1], activation: 'relu', use_bias: false },
    }),
    layer('pooled', 'GlobalAveragePooling2D', 'map', { data_format: 'channels_last' }),
  ];
  const ports = { input_layers: [['photo', 0, 0]], output_layers: [['pooled', 0, 0]] };
  const config = { name: 'small', layers, ...ports };
  const weights = [{ name: 'map/kernel', shape: [3, 3, 3, FILTERS], dtype: 'float32' }];
  const model = {
    ...{ format: 'layers-model', generatedBy: 'keras v2', convertedBy: null },
    modelTopology: {
      class_name: 'Model',
      config,
      keras_version: 'tfjs-layers 4.22.0',
      backend: 'tensor_flow.js',
    },
    weightsManifest: [{ paths: ['weights.bin'], weights }],
  };
  await fs.writeFile(path.join(folder, 'model.json'), JSON.stringify(model));
  const kernel = Float32Array.from({ length: 27 * FILTERS }, (_, i) => Math.sin(i * i));
  await fs.writeFile(path.join(folder, 'weights.bin'), new Uint8Array(kernel.buffer));
}
