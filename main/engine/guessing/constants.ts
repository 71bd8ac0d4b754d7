/**
 * @file What guessing needs to know of a backbone: the constants of its embeddings and of the scale, and, where it has one, its own
 * classifier. Runs in the engine.
 */
import { meanEmbedding, outputSizes, readDescription, readLabels } from '../backbone/description';
import { readGraph } from '../backbone/weights';
import type { BaseClassifier } from '../imprinting/joins/base';
import { squaredLength } from '../imprinting/vectors';
import type { Likeness } from '../imprinting/words';
import type { OwnDescription } from '../ownBackbones/description';

/** Of any backbone, also of one whose layers nobody knows. */
export interface EmbeddingConstants extends Pick<BaseClassifier, 'dimension' | 'mean' | 'radius'> {
  /** d_e of METHODS 1b. */
  readonly effectiveDimension: number;
  /** ρ₀, the usual mean cosine between two images of one class. */
  readonly withinClassCosine: number;
}

/** Of a backbone with a classifier of its own. */
export interface BackboneConstants extends EmbeddingConstants, BaseClassifier {
  /** [K] names of the base classes. */
  readonly labels: readonly string[];
}

/** The backbone's own classifier; null: it has none, and no base classes. */
export const classifierOf = (constants: EmbeddingConstants | BackboneConstants): BackboneConstants | null =>
  'weights' in constants ? constants : null;

/**
 * The constants of the backbone in `dir`.
 * @throws BackboneError where its files are damaged
 */
export async function readConstants(dir: string): Promise<BackboneConstants> {
  const description = await readDescription(dir);
  const { embeddingSize: dimension, classCount: classes } = outputSizes(description);
  const { layers, tensors } = await readGraph(dir, description);
  const classifier = layers.find(({ name }) => name === description.outputs.logits);
  if (classifier?.op !== 'dense') throw new Error(`${description.outputs.logits} is no dense layer`);
  const bias = classifier.bias === undefined ? undefined : tensors.get(classifier.bias)?.values;
  return {
    classes,
    dimension,
    weights: tensors.get(classifier.kernel)!.values,
    bias: bias ?? new Float32Array(classes),
    mean: meanEmbedding(description),
    radius: description.constants.meanDistance,
    labels: await readLabels(dir, description),
    effectiveDimension: description.constants.effectiveDimension,
    withinClassCosine: description.constants.withinClassCosine,
  };
}

/** The constants of a backbone of the person's own. */
export function ownConstants(description: OwnDescription): EmbeddingConstants {
  const { meanDistance: radius, effectiveDimension, withinClassCosine } = description.constants;
  const { dimension } = description.output;
  return { dimension, mean: meanEmbedding(description), radius, effectiveDimension, withinClassCosine };
}

/**
 * Mean cosines of unrelated and of related images. Raw embeddings of unrelated images have only μ in common, so theirs
 * is about |μ|²/(|μ|² + |a-μ|²), whatever the signs of their values.
 */
export function likenessOf({ mean, radius, withinClassCosine }: EmbeddingConstants): Likeness {
  const common = squaredLength(mean);
  return { unrelated: common / (common + radius ** 2), related: withinClassCosine };
}

/**
 * The backbone without some of its classes; μ and |a - μ| are its own and stay.
 * @param suppressed their indices, ascending; what the backbone does not have is passed over
 */
export function leavingOut(constants: BackboneConstants, suppressed: readonly number[]): BackboneConstants {
  const { classes, dimension, labels, weights, bias } = constants;
  if (suppressed.length === 0) return constants;
  const gone = new Set(suppressed);
  const indices = Array.from({ length: classes }, (_, k) => k).filter((k) => !gone.has(k));
  const left = new Float32Array(dimension * indices.length);
  for (let i = 0, at = 0; i < dimension; i++) for (const k of indices) left[at++] = weights[i * classes + k]!;
  return {
    ...constants,
    classes: indices.length,
    part: { whole: constants, indices },
    labels: indices.map((k) => labels[k] ?? `class ${k}`),
    weights: left,
    bias: Float32Array.from(indices, (k) => bias[k]!),
  };
}
