/** @file Image models for Teachable Machine's library: fed as it feeds, they answer as the plain model fed with pixels. */
import { describe, expect, it } from 'vitest';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { LayerGraph } from '../../../../../main/engine/backbone/layers';
import { tf, type Tensor } from '../../../../../main/engine/backbone/tensorflow';
import { modelGraph } from '../../../../../main/engine/export/modelGraph';
import { encodeImageModel, fedValues } from '../../../../../main/engine/export/teachable/imageModel';
import { encodeLayersModel, type LayersModelFiles } from '../../../../../main/engine/export/tfjs/layersModel';
import { readModelFolder } from '../../../../../main/engine/modelFile/modelFolder';
import { scratchFolder } from '../backbone/support';
import { heads, images, network } from './tiny';
import { prepareTiny } from './tinyExport';

const SHAPE: [number, number, number, number] = [images.length, 8, 8, 3];
const pixels = Uint8Array.from(images.flatMap((image) => [...image]));
const options = { output: 'logits', generatedBy: 'a test', userDefinedMetadata: {} };

async function run({ model, weights }: LayersModelFiles, values: Float32Array): Promise<Float32Array> {
  const { modelTopology, weightsManifest } = JSON.parse(model) as {
    modelTopology: object;
    weightsManifest: [{ weights: { name: string; shape: number[]; dtype: 'float32' }[] }];
  };
  const artifacts = {
    modelTopology,
    weightSpecs: weightsManifest[0].weights,
    weightData: weights.slice().buffer,
  };
  const loaded = await tf.loadLayersModel(tf.io.fromMemory(artifacts));
  const input = tf.tensor4d(values, SHAPE);
  const output = loaded.predict(input) as Tensor;
  const found = output.dataSync<'float32'>();
  tf.dispose([input, output]);
  loaded.dispose();
  return found;
}

const withRule = (offset: number, scale: number): LayerGraph => ({
  ...modelGraph(network, 'embedding', heads['cosines of one scale']!),
  input: { ...network.input, offset, scale },
});

describe('encodeImageModel', () => {
  it.each([
    [127, 128],
    [0, 255],
    [120.5, 60],
  ])('is exact for the input rule (x - %d) / %d', async (offset, scale) => {
    const graph = withRule(offset, scale);
    const plain = await run(encodeLayersModel(graph, options), Float32Array.from(pixels));
    const fed = await run(encodeImageModel(graph, options), fedValues(pixels));
    const most = Math.max(...plain.map(Math.abs));
    plain.forEach((value, i) => expect(Math.abs(fed[i]! - value)).toBeLessThan(2e-6 * most));
  });

  it('feeds what the library feeds', () => {
    expect([...fedValues(Uint8Array.of(0, 127, 254))]).toEqual([-1, 0, 1]);
  });
});

describe('the folder of an image model', () => {
  it('has one metadata.json for the library and for ours', async () => {
    const folder = path.join(await scratchFolder(), 'teachable-machine');
    await (await prepareTiny([2, 3], {}, ['Perch', 'Pike'])).write('teachable-machine', folder);
    const written: unknown = JSON.parse(await readFile(path.join(folder, 'metadata.json'), 'utf8'));
    expect(written).toMatchObject({
      tfjsVersion: '1.3.1',
      tmVersion: 'Imprint Studio 1.2.3',
      packageVersion: '0.8.5',
      packageName: '@teachablemachine/image',
      modelName: 'Garden',
      timeStamp: '2026-01-02T03:04:05.000Z',
      labels: ['Perch', 'Pike'],
      userMetadata: {},
      grayscale: false,
      imageSize: 8,
    });
    const { metadata } = await readModelFolder(folder);
    expect(metadata.input).toMatchObject({ type: 'float32', range: [-1, 1], normalisation: 'x / 127 - 1' });
    expect(metadata.preprocessing).toMatchObject({
      framing: { kind: 'stretch' },
      ownFraming: { kind: 'centreCrop' },
    });
  });
});
