/**
 * @file Reads and checks backbone.json: what a backbone is, where its weights lie, what it was measured to be. Engine
 * (and main, which shows its name and licence). The script that writes it is scripts/backbone/convert.py.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { BackboneIdentity } from './backbone';
import { inputRuleSchema, layerSchema } from './layers';
import { told } from '../../../strings/words';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Measured once on varied images, never on a project's own (docs/backbone.md says how and why). */
const constantsSchema = z.strictObject({
  /** μ, the mean embedding: base64 of little-endian float32, one value per embedding dimension. */
  mean: z.string(),
  /** |a-μ|, its mean over the images. */
  meanDistance: z.number().positive(),
  /** ρ₀, the usual mean cosine between two images of one class. */
  withinClassCosine: z.number().min(0).max(1),
  /** d_e, in s₀ = d_e·√ρ/(1-ρ)·mean(n_c/(n_c+1)). */
  effectiveDimension: z.number().positive(),
  /** How many images μ and |a-μ| were measured on. */
  images: z.number().int().min(300),
});

const descriptionSchema = z.strictObject({
  schema: z.literal(1),
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string(),
  licence: z.string(),
  source: z.strictObject({
    package: z.string(),
    packageSha256: sha256,
    checkpointSha256: sha256,
    trainedOn: z.string(),
  }),
  /** Only where its last convolution was trained further (docs/tuning.md): the `backboneHash` of what it was before. */
  tunedFrom: sha256.optional(),
  input: inputRuleSchema,
  /** Names of the layers that others ask for. */
  outputs: z.strictObject({
    embedding: z.string(),
    logits: z.string(),
    features: z.string(),
    headFeatures: z.string(),
  }),
  labels: z.strictObject({ file: z.string(), count: z.number().int().positive(), sha256 }),
  weights: z.strictObject({
    file: z.string(),
    type: z.literal('float16le'),
    bytes: z.number().int(),
    sha256,
  }),
  constants: constantsSchema,
  layers: z.array(layerSchema),
  /** Place of each tensor in the weights file: offset in bytes, values in row-major order. */
  tensors: z.record(
    z.string(),
    z.strictObject({ offset: z.number().int().min(0), shape: z.array(z.number().int().positive()) }),
  ),
});

export type BackboneDescription = z.infer<typeof descriptionSchema>;

/** A backbone's folder is not what it should be: nothing can be embedded until it is put right. */
export class BackboneError extends Error {
  override name = 'BackboneError';
}

const readError = (file: string, cause: unknown): BackboneError =>
  new BackboneError(`${file} cannot be read: ${(cause as Error).message}`, { cause });

/**
 * The checked content of `dir`/backbone.json.
 * @throws BackboneError naming the file and its first fault
 */
export async function readDescription(dir: string): Promise<BackboneDescription> {
  const file = path.join(dir, 'backbone.json');
  const content = await readFile(file, 'utf8')
    .then((text): unknown => JSON.parse(text))
    .catch((cause: unknown) => {
      throw readError(file, cause);
    });
  const parsed = descriptionSchema.safeParse(content);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new BackboneError(
    `${file} is not a backbone of schema 1: ${issue?.path.join('.')}: ${issue?.message}`,
  );
}

/**
 * Bytes of a file of the backbone whose hash backbone.json states.
 * @throws BackboneError where they differ: a damaged weight would give wrong guesses without a word
 */
export async function readChecked(dir: string, expected: { file: string; sha256: string }): Promise<Buffer> {
  const file = path.join(dir, expected.file);
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw readError(file, cause);
  });
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found === expected.sha256) return bytes;
  throw new BackboneError(told().engine.weightsDamaged(file, found, expected.sha256));
}

/** The base classes' names, in the order of the logits. */
export async function readLabels(dir: string, description: BackboneDescription): Promise<string[]> {
  const labels = (await readChecked(dir, description.labels)).toString('utf8').trimEnd().split('\n');
  if (labels.length === description.labels.count) return labels;
  throw new BackboneError(
    `${description.labels.file} has ${labels.length} labels, backbone.json says ${description.labels.count}`,
  );
}

/** Length of an embedding, and number of base classes: the two sides of the classifier's kernel. */
export function outputSizes({ layers, outputs, tensors }: BackboneDescription): {
  embeddingSize: number;
  classCount: number;
} {
  const classifier = layers.find(({ name }) => name === outputs.logits);
  const shape = classifier?.op === 'dense' ? tensors[classifier.kernel]?.shape : undefined;
  const [embeddingSize, classCount] = shape ?? [];
  if (embeddingSize !== undefined && classCount !== undefined) return { embeddingSize, classCount };
  throw new BackboneError(
    `backbone.json names ${outputs.logits} as its classifier, which is no dense layer with a kernel`,
  );
}

/** μ, the mean embedding [D]. */
export function meanEmbedding({ constants }: { constants: { mean: string } }): Float32Array {
  const bytes = Buffer.from(constants.mean, 'base64');
  return Float32Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(4 * i));
}

/**
 * Names what the network computes (layers, input rule, weights) and nothing else: embeddings stay valid when a
 * constant or a label is put right, and only then. Lower-case hex SHA-256.
 */
export function backboneHash({ input, layers, tensors, weights }: BackboneDescription): string {
  return createHash('sha256')
    .update(JSON.stringify([input, layers, tensors, weights.sha256]))
    .digest('hex');
}

export function identityOf(description: BackboneDescription): BackboneIdentity {
  const { id, name } = description;
  const { embeddingSize } = outputSizes(description);
  return { id, name, hash: backboneHash(description), embeddingSize };
}

/**
 * As `backboneHash`, of the layers up to `outputs.features`: the same for a backbone and for one whose last convolution was
 * trained further.
 */
export const featureHash = (description: BackboneDescription): string =>
  description.tunedFrom ?? backboneHash(description);
