/**
 * @file Emitter: a layer graph to an image model of Teachable Machine, which its own library loads in place of one that was
 * made there. Pure: runs in the engine and in tests.
 *
 * It is a LayersModel that takes what the library feeds, x / 127 - 1, and not x. The network's own rule is exact
 * on that as well: (x - offset) / scale = (y - (offset / 127 - 1)) / (scale / 127), whatever offset and scale are, since
 * it is computed before the first padding.
 */
import type { InputRule, LayerGraph } from '../../backbone/layers';
import { encodeLayersModel, type LayersModelFiles, type LayersModelOptions } from '../tfjs/layersModel';

/** The library divides values of 0 to 255 by this and takes 1 away. */
const HALF = 127;
/** Of the library: the newest, and the tfjs that it names as the one to load it with. */
const PACKAGE = '0.8.5';
const TFJS = '1.3.1';

/** The values of an image as the library feeds them. */
export function fedValues(pixels: Uint8Array): Float32Array {
  const values = new Float32Array(pixels.length);
  // Float32Array.from with a function takes thirty times as long.
  for (let i = 0; i < values.length; i++) values[i] = pixels[i]! / HALF - 1;
  return values;
}

/** See encodeLayersModel. */
export function encodeImageModel(graph: LayerGraph, options: LayersModelOptions): LayersModelFiles {
  return encodeLayersModel({ ...graph, input: ruleForFed(graph.input) }, options);
}

function ruleForFed({ offset, scale, ...rest }: InputRule): InputRule {
  return { ...rest, offset: offset / HALF - 1, scale: scale / HALF };
}

export interface ImageModelFacts {
  /** In the order of the outputs. */
  labels: readonly string[];
  /** Of the project. */
  name: string;
  /** ISO 8601, UTC. */
  createdAt: string;
  /** Program and version. */
  generatedBy: string;
}

/** What the library looks for in metadata.json. It crops to `imageSize`, whatever that is. */
export function imageModelFields({ input }: LayerGraph, facts: ImageModelFacts): Record<string, unknown> {
  return {
    tfjsVersion: TFJS,
    tmVersion: facts.generatedBy,
    packageVersion: PACKAGE,
    packageName: '@teachablemachine/image',
    modelName: facts.name,
    timeStamp: facts.createdAt,
    labels: facts.labels,
    userMetadata: {},
    grayscale: false,
    imageSize: input.size,
  };
}
