/**
 * @file metadata.json of an exported model: what a program needs to know to feed it and to read its answers. Written by
 * the export, read by `classify` and the export check. Engine and main. docs/exports.md tells each field.
 */
import { z } from 'zod';
import { EXPORT_FORMATS } from '../../contract/exportFormats';
import { METHOD_IDS } from '../../contract/training';
import { framingSchema } from '../../projects/schema';

export const METADATA_FILE = 'metadata.json';
export const LABELS_FILE = 'labels.txt';
export const CHECK_FILE = 'check.json';
/** Beside the folders of all formats. */
export const MANIFEST_FILE = 'manifest.csv';
export const METADATA_FORMAT = 'imprint-model';
export const METADATA_SCHEMA = 1;

const count = z.int().min(0);
const fraction = z.number().min(0).max(1).nullable();
const fileName = z.string().regex(/^[A-Za-z0-9_-][A-Za-z0-9_.-]*$/);

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const fileSchema = z.object({ name: fileName, bytes: count, sha256 });

/** Of a base class nothing was labelled: null. */
const classSchema = z.object({
  label: z.string(),
  base: z.boolean(),
  images: count.nullable(),
  groups: count.nullable(),
  /** 'background': none of the other classes. Older exports say nothing of it and have ordinary classes only. */
  kind: z.enum(['class', 'background']).optional(),
  /** Of which the best one's score is the class's; one where nothing is said. */
  prototypes: count.optional(),
});

const inputSchema = z.object({
  /** The input's name in the model; its shape is [N, size, size, channels]. */
  name: z.string(),
  size: z.int().positive(),
  channels: z.literal(3),
  colour: z.literal('RGB'),
  layout: z.literal('NHWC'),
  type: z.enum(['uint8', 'float32']),
  /** Of the values that are fed. */
  range: z.union([z.tuple([z.literal(0), z.literal(255)]), z.tuple([z.literal(-1), z.literal(1)])]),
  /** What is done with values of 0 to 255 before they are fed. */
  normalisation: z.enum(['inside the model', 'x / 127 - 1']),
});

/** From an image file to the input: see FRAMING and REDUCTION in docs/exports.md. */
const preprocessingSchema = z.object({
  /** Of whole images. */
  framing: framingSchema,
  /** What the format's own loader takes of every picture instead; absent where it takes the framing, or what it is given. */
  ownFraming: framingSchema.optional(),
  /** Where boxes were labelled: what the model sees of one. Exports without boxes, and older ones, say nothing of it. */
  boxes: z
    .object({
      /** Taken in around the box on each side, as a part of the box's own side, as far as the image reaches. */
      margin: z.number().min(0),
      framing: z.object({ kind: z.literal('stretch') }),
    })
    .optional(),
  orientation: z.literal('upright'),
  transparency: z.literal('on white'),
  colours: z.literal('sRGB'),
  reduction: z.literal('antialiased bilinear'),
  decoderVersion: z.int().positive(),
});

const calibrationSchema = z.object({
  /** Whether a probability may be shown as a percentage. */
  calibrated: z.boolean(),
  /** Why not. */
  reason: z.string().nullable(),
});

/** When to say 'none of these'. */
const rejectionSchema = z.object({
  /**
   * Cosine to the best own class below which an image is none of them; what the background takes is none anyway. Null for heads
   * whose scores are no cosines.
   */
  threshold: z.number().nullable(),
  /** The same as a logit, which is what the model puts out: threshold · scale, or that of a fine-tuned head. */
  logit: z.number().nullable(),
  /** Why there is none, or why what it lets through was not measured. */
  reason: z.string().nullable(),
  /** Share of known images that it rejects, and of foreign ones that it accepts all the same. */
  falseRejectRate: fraction,
  foreignAccepted: fraction,
  heldOutGroups: count,
  groupsNeeded: count,
});

export const metadataSchema = z.object({
  format: z.literal(METADATA_FORMAT),
  schema: z.literal(METADATA_SCHEMA),
  name: z.string(),
  createdAt: z.iso.datetime(),
  tool: z.object({ name: z.string(), version: z.string() }),
  model: z.object({ format: z.enum(EXPORT_FORMATS), files: z.array(fileSchema).min(1).max(16) }),
  /** modelId.ts; older exports have none. */
  id: sha256.optional(),
  /** Of manifest.csv: the hash that is part of the id, and its rows. */
  manifest: z.object({ sha256, items: count }).optional(),
  /** The class sums beside the model, which are no part of the id; absent where there are none, and in older exports. */
  sums: fileSchema.optional(),
  /** In the order of the outputs. */
  classes: z.array(classSchema).min(1),
  base: z.enum(['none', 'imagenet']),
  join: z.enum(['replace', 'append']).nullable(),
  imprinting: z.enum(['plain', 'balanced']),
  /** What made the head. Older exports say nothing of it: `imprinting` did. */
  method: z.enum(METHOD_IDS).optional(),
  /** Indices of the backbone's classes that are left out; none where nothing is said. */
  leftOut: z.array(count).optional(),
  /** γ, added to the logits of own classes beside the backbone's; null without them. */
  offset: z.number().nullable().optional(),
  input: inputSchema,
  /** Names of outputs (SavedModel) or layers (tfjs). */
  outputs: z.object({ probabilities: z.string(), logits: z.string(), embedding: z.string() }),
  preprocessing: preprocessingSchema,
  backbone: z.object({ id: z.string(), name: z.string(), hash: z.string(), licence: z.string() }),
  /** s: an own class's logit is s times the cosine to it. Null where the head is linear. */
  scale: z.number().positive().nullable(),
  calibration: calibrationSchema,
  rejection: rejectionSchema,
});

export type Metadata = z.infer<typeof metadataSchema>;
export type ModelFileInfo = z.infer<typeof fileSchema>;

/** Everything that ends a line for some reader of text files. */
const LINE_BREAKS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** labels.txt by its lines, in the order of the outputs. What would break a line is a space there. */
export function labelLines(classes: readonly { label: string }[]): string[] {
  return classes.map(({ label }) => label.replace(LINE_BREAKS, ' '));
}

export const labelsFile = (classes: readonly { label: string }[]): string =>
  labelLines(classes)
    .map((line) => `${line}\n`)
    .join('');
