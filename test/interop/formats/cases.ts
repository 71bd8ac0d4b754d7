/** @file Which models each runtime is asked about, with which images, how many at once. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import type { LayerGraph } from '../../../main/engine/backbone/layers';
import { modelGraph } from '../../../main/engine/export/modelGraph';
import { photos, PhotoProject } from '../../unit/main/engine/export/photos';
import { heads, images, network } from '../../unit/main/engine/export/tiny';
import type { Runtime } from '../runtimes';
import { madeGraph, taught } from './models';
import { writeGraph, writeTaught, type Format } from './written';

export interface Case {
  title: string;
  /** The side of its images, by which their file is named. */
  size: number;
  batch: number;
}

export interface Group {
  cases: readonly Case[];
  runtimes: Record<Format, readonly Runtime[]>;
  /** Writes the models, as folders named by their titles, and the images. */
  write(home: string): Promise<void>;
}

const LITE = ['tensorflow', 'ai-edge-litert'] as const;
const ONNX = ['onnxruntime', 'openvino', 'opencv', 'tract'] as const;
const asked = (onnx: readonly Runtime[]): Group['runtimes'] => ({
  onnx,
  tflite: LITE,
  'tflite-float16': LITE,
});

export const pixelsIn = (home: string, size: number): string => path.join(home, `${size}.pixels`);

/** Of the photos, two of each class and one more: no multiple of a batch. */
const seen = photos.filter((_, i) => i % 5 < 2).concat(photos.slice(2, 3));

async function writePhotos(home: string, size: number): Promise<void> {
  const pixels = seen.map((file) =>
    sharp(file).removeAlpha().resize(size, size, { fit: 'fill' }).raw().toBuffer(),
  );
  mkdirSync(home, { recursive: true });
  writeFileSync(pixelsIn(home, size), Buffer.concat(await Promise.all(pixels)));
}

const ofPhotos: Group = {
  cases: Object.keys(taught).flatMap((title) => [1, 7].map((batch) => ({ title, size: 224, batch }))),
  runtimes: asked(ONNX),
  async write(home) {
    await writePhotos(home, 224);
    const project = await PhotoProject.make();
    for (const [title, teaching] of Object.entries(taught))
      await writeTaught(project, teaching, path.join(home, title));
    await project.dispose();
  },
};

const made = [
  { title: 'shift and projection, Lite0', id: 'efficientnet-lite0', isTuned: false, size: 224 },
  { title: 'a tuned backbone, Lite0', id: 'efficientnet-lite0', isTuned: true, size: 224 },
  { title: 'shift and projection, Lite2', id: 'efficientnet-lite2', isTuned: false, size: 260 },
] as const;

const notTaught: Group = {
  cases: made.map(({ title, size }) => ({ title, size, batch: 7 })),
  runtimes: asked(ONNX),
  async write(home) {
    for (const size of [224, 260]) await writePhotos(home, size);
    for (const { title, id, isTuned } of made)
      writeGraph(await madeGraph(id, isTuned), 4, path.join(home, title));
  },
};

/** A vector of nothing, and one that is nearly nothing: all runtimes take the same as the least length. */
function shortVectors(factor: number): LayerGraph {
  const layers: LayerGraph['layers'] = [
    { name: 'short', op: 'mul', inputs: ['embedding'], operand: 'factor' },
    { name: 'logits', op: 'l2Normalise', inputs: ['short'] },
    { name: 'probabilities', op: 'softmax', inputs: ['logits'] },
  ];
  const factors = { shape: [], values: Float32Array.of(factor) };
  return {
    ...network,
    layers: [...network.layers.slice(0, -1), ...layers],
    tensors: new Map([...network.tensors, ['factor', factors]]),
  };
}

const tiny: Record<string, [LayerGraph, classes: number]> = {
  ...Object.fromEntries(
    Object.entries(heads).map(([title, head]) => [
      title,
      [modelGraph(network, 'embedding', head), head.classes],
    ]),
  ),
  'a vector of nothing': [shortVectors(0), 5],
  'a vector of nearly nothing': [shortVectors(1e-7), 5],
};

const everyHead: Group = {
  cases: Object.keys(tiny).map((title) => ({ title, size: 8, batch: 2 })),
  runtimes: asked(['onnx', 'onnxruntime']),
  write(home) {
    mkdirSync(home, { recursive: true });
    writeFileSync(pixelsIn(home, 8), Buffer.concat(images));
    for (const [title, [graph, classes]] of Object.entries(tiny))
      writeGraph(graph, classes, path.join(home, title));
    return Promise.resolve();
  },
};

export const GROUPS: Readonly<Record<string, Group>> = {
  'exports of photos': ofPhotos,
  'what no photo taught': notTaught,
  'every kind of head behind a network of a few weights': everyHead,
};
