/** @file Features of real photos by a real backbone, for tests of tuning. */
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DescribedBackbone } from '../../../../../main/engine/backbone/described';
import { float32ToFloat16 } from '../../../../../main/engine/backbone/float16';
import { readGraph } from '../../../../../main/engine/backbone/weights';
import { AT_ONCE, embeddingsOf } from '../../../../../main/engine/tuning/forward';
import { FeatureModel } from '../../../../../main/engine/tuning/featureModel';
import { lastConvolution, type LastConvolution } from '../../../../../main/engine/tuning/lastConvolution';
import type { TuningSet } from '../../../../../main/engine/tuning/tune';
import { viewsOf } from '../../../../../main/engine/tuning/views';
import { CLASSES, PER_CLASS } from '../export/photos';
import { allPixels } from '../export/samplePhotos';
import { BACKBONE, type FolderOf } from '../backbone/support';

export interface Photos {
  /** The backbone's folder. */
  readonly dir: string;
  readonly cache: string;
  readonly pixels: readonly Uint8Array[];
  readonly model: FeatureModel;
  readonly backbone: DescribedBackbone;
  readonly last: LastConvolution;
  /** Six classes of five photos, each a group of its own. */
  readonly set: TuningSet;
  dispose(): Promise<void>;
}

export const keyOf = (n: number): string => createHash('sha256').update(`photo ${n}`).digest('hex');

/** The halves of all views of an image. */
export function halvesOf(model: FeatureModel, pixels: Uint8Array, key: string): Uint16Array[] {
  const views = viewsOf(pixels, Math.sqrt(pixels.length / 3), key);
  const features = model.features(views);
  const size = features.length / views.length;
  return views.map((_, view) => float32ToFloat16(features.slice(view * size, (view + 1) * size)));
}

export async function readPhotos(folderOf: FolderOf = () => BACKBONE): Promise<Photos> {
  const cache = await mkdtemp(path.join(tmpdir(), 'imprint-tuning-'));
  const dir = await folderOf(cache);
  const [model, backbone] = [await FeatureModel.load(dir, cache), await DescribedBackbone.load(dir, cache)];
  const { description } = backbone;
  const last = lastConvolution(await readGraph(dir, description), description);
  const pixels = await allPixels(backbone.inputSize);
  const views = pixels.map((image, n) => halvesOf(model, image, keyOf(n)));
  const set = {
    classes: CLASSES.length,
    views,
    labels: pixels.map((_, n) => Math.floor(n / PER_CLASS)),
    groups: pixels.map((_, n) => n % PER_CLASS),
    bulk: new Uint8Array(pixels.length),
  };
  const dispose = async (): Promise<void> => {
    model.dispose();
    backbone.dispose();
    await rm(cache, { recursive: true });
  };
  return { dir, cache, pixels, model, backbone, last, set, dispose };
}

/** Raw embeddings of each item's first view. */
export function firstEmbeddings({ views }: TuningSet, last: LastConvolution): Float32Array[] {
  const all: Float32Array[] = [];
  for (let at = 0; at < views.length; at += AT_ONCE) {
    const some = views.slice(at, at + AT_ONCE).map(([first]) => first!);
    const values = embeddingsOf(some, last, last);
    some.forEach((_, i) => all.push(values.slice(i * last.dimension, (i + 1) * last.dimension)));
  }
  return all;
}
