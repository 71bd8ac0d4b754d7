/**
 * @file Reads and checks backbone.json of a backbone of the person's own: which of the copied files make it up, what is fed
 * and what is taken. Engine, main (which shows its name and licence), and the process that tries a model.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { OWN_ID } from '../../contract/backboneIds';
import { BackboneError, meanEmbedding } from '../backbone/description';
import { MOST_BYTES } from './answer';

export const DESCRIPTION_FILE = 'backbone.json';
export const MODEL_FOLDER = 'model';
/** Characters of the hash in an id. */
const ID_LENGTH = 12;
export { OWN_ID };
export const MOST_NAME = 80;
export const MOST_SIDE = 1024;
export const MOST_DIMENSION = 16_384;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const positive = z.number().positive();
const port = z.string().min(1).max(1000);

/** Within the model's folder, parts with '/' between them, none of which leads out of it. */
const inside = z
  .string()
  .max(1000)
  .refine(
    (file) => file.split('/').every((part) => part !== '' && part !== '.' && part !== '..'),
    'is no path within the folder',
  )
  .refine((file) => !file.includes('\\') && !file.includes('\0'), 'is no path within the folder');

const modelSchema = z.strictObject({
  kind: z.enum(['savedmodel', 'tfjs-layers', 'tfjs-graph']),
  folder: z.literal(MODEL_FOLDER),
  /** Of a SavedModel. */
  signature: z.string().min(1).max(1000).optional(),
  /** Names of the ports that are fed and asked, as `lookAtModel` tells them. */
  input: port,
  output: port,
});

const fileSchema = z.strictObject({ file: inside, bytes: z.int().min(0).max(MOST_BYTES), sha256 });

/** [N,size,size,3]; what is fed is (pixel - mean) / std, channel by channel in the order in which they are fed. */
const ownInputSchema = z
  .strictObject({
    size: z.int().min(1).max(MOST_SIDE),
    channels: z.literal(3),
    colour: z.enum(['RGB', 'BGR']),
    layout: z.literal('NHWC'),
    type: z.enum(['uint8', 'int32', 'float32']),
    mean: z.tuple([z.number(), z.number(), z.number()]),
    std: z.tuple([positive, positive, positive]),
  })
  .refine(
    ({ type, mean, std }) =>
      type === 'float32' || (mean.every((value) => value === 0) && std.every((value) => value === 1)),
    'whole numbers are fed as they are',
  );

/** [N,dimension], or [N,height,width,dimension], which is averaged over height and width. */
const ownOutputSchema = z.strictObject({
  rank: z.union([z.literal(2), z.literal(4)]),
  dimension: z.int().min(2).max(MOST_DIMENSION),
});

/** As those of a shipped backbone (docs/backbone.md), from the photos that come with the app. */
const ownConstantsSchema = z.strictObject({
  /** μ, the mean embedding: base64 of little-endian float32, one value per dimension. */
  mean: z.string(),
  /** |a-μ|, its mean over the images. */
  meanDistance: positive,
  /** ρ₀, the usual mean cosine between two images of one class. */
  withinClassCosine: z.number().min(0).max(1),
  /** d_e, in s₀ = d_e·√ρ/(1-ρ)·mean(n_c/(n_c+1)). */
  effectiveDimension: positive,
  images: z.int().min(2),
  estimatedFrom: z.literal('sample photos'),
});

const measuredSchema = z.strictObject({
  imagesPerSecond: positive,
  /** Images that the model is given at once: 1 where it takes no more, or where others change an image's values. */
  batch: z.int().min(1).max(1024),
  at: z.iso.datetime(),
});

const ownDescriptionSchema = z.strictObject({
  schema: z.literal(1),
  kind: z.literal('opaque'),
  id: z.string().regex(OWN_ID),
  name: z.string().trim().min(1).max(MOST_NAME),
  /** As the person wrote it; null: not told. */
  licence: z.string().max(20_000).nullable(),
  model: modelSchema,
  /** Of the model's folder, all there are, by name. */
  files: z.array(fileSchema).min(1).max(2000),
  input: ownInputSchema,
  output: ownOutputSchema,
  constants: ownConstantsSchema,
  measured: measuredSchema,
  added: z.iso.datetime(),
});

export type OwnDescription = z.infer<typeof ownDescriptionSchema>;
export type OwnModel = OwnDescription['model'];
export type OwnInput = OwnDescription['input'];
export type OwnOutput = OwnDescription['output'];
export type OwnFile = OwnDescription['files'][number];

/**
 * Names what the model computes and nothing else, as `backboneHash` does: a copy of the same files that is fed and asked
 * likewise is the same backbone, whatever it is called. Lower-case hex SHA-256.
 */
export function ownHash({
  model,
  files,
  input,
  output,
}: Pick<OwnDescription, 'model' | 'files' | 'input' | 'output'>): string {
  const content = [
    'opaque',
    [model.kind, model.signature ?? null, model.input, model.output],
    files.map((each) => [each.file, each.sha256]),
    [input.size, input.channels, input.colour, input.layout, input.type, input.mean, input.std],
    [output.rank, output.dimension],
  ];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

/** `constants.mean` of a mean embedding. */
export function writtenMean(mean: Float32Array): string {
  const bytes = Buffer.alloc(4 * mean.length);
  mean.forEach((value, i) => bytes.writeFloatLE(value, 4 * i));
  return bytes.toString('base64');
}

/** 'own-…' of a hash. */
export const ownId = (hash: string): string => `own-${hash.slice(0, ID_LENGTH)}`;

/**
 * The checked content of `dir`/backbone.json; the model's files are not read.
 * @throws BackboneError naming the file and its first fault
 */
export async function readOwnDescription(dir: string): Promise<OwnDescription> {
  const file = path.join(dir, DESCRIPTION_FILE);
  const content = await readFile(file, 'utf8')
    .then((text): unknown => JSON.parse(text))
    .catch((cause: unknown) => {
      throw new BackboneError(`${file} cannot be read: ${(cause as Error).message}`, { cause });
    });
  const wrong = (why: string): BackboneError =>
    new BackboneError(`${file} is not a backbone of schema 1: ${why}`);
  const parsed = ownDescriptionSchema.safeParse(content);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw wrong(`${issue?.path.join('.')}: ${issue?.message}`);
  }
  const fault = faultOf(parsed.data);
  if (fault) throw wrong(fault);
  return parsed.data;
}

/** Whether the backbone in this folder is one of the person's own, of which `readOwnDescription` tells what is wrong with it. */
export async function isOwnFolder(dir: string): Promise<boolean> {
  try {
    const content: unknown = JSON.parse(await readFile(path.join(dir, DESCRIPTION_FILE), 'utf8'));
    return typeof content === 'object' && content !== null && 'kind' in content && content.kind === 'opaque';
  } catch {
    return OWN_ID.test(path.basename(dir));
  }
}

/** What no single field shows. */
function faultOf(description: OwnDescription): string | null {
  const { id, files, output } = description;
  const names = files.map((each) => each.file);
  if (names.some((name, i) => i > 0 && name <= names[i - 1]!)) return 'files: are not in order';
  const mean = meanEmbedding(description);
  if (mean.length !== output.dimension || !mean.every(Number.isFinite))
    return `constants.mean: is not ${output.dimension} numbers`;
  const expected = ownId(ownHash(description));
  return id === expected ? null : `id: is ${id}, its content says ${expected}`;
}
