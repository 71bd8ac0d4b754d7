/**
 * @file `.imprint-class`: classes as exact sums of their images' embeddings, so that they can be added to others without the images.
 * Read from anybody: everything is checked before it is used. docs/class-files.md tells each field. Pure; runs in main and in the
 * engine.
 */
import { z } from 'zod';
import { PersonError } from '../contract/errors';
import { plainName } from '../contract/names';
import type { ClassStatistics, GivenSums } from '../engine/imprinting/sums';
import { framingSchema, MAX_CLASS_NAME, MAX_CLASSES } from '../projects/schema';
import { preprocessingHash, type SumSpace } from './space';
import { decodeSum, encodeSum, sumsFault } from './values';
import { told } from '../../strings/words';

export const CLASS_FILE_SUFFIX = '.imprint-class';

/** By its name. */
export const isClassFile = (place: string): boolean => place.endsWith(CLASS_FILE_SUFFIX);
/** Beside an exported model. */
export const CLASSES_FILE = `classes${CLASS_FILE_SUFFIX}`;
export const CLASS_FILE_FORMAT = 'imprint-class';
export const CLASS_FILE_SCHEMA = 1;
/** Bytes. A thousand classes of 1280 values in both spaces are 30 MB. */
export const MOST_CLASS_FILE = 64e6;
/** Bytes of a JPEG. */
export const MOST_PREVIEW = 64e3;
const MOST_DIMENSION = 8192;
/** Eight of each of some files that were put together. */
const MOST_PARTS = 64;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(1);
const text = (most: number): z.ZodString => z.string().min(1).max(most);
const base64 = (bytes: number): z.ZodString => text(Math.ceil(bytes / 3) * 4).regex(BASE64);

const partSchema = z.strictObject({
  shots: count,
  squares: z.number(),
  sum: base64(8 * MOST_DIMENSION),
});
const parts = z.array(partSchema).min(1).max(MOST_PARTS);

const classSchema = z.strictObject({
  name: z.string().trim().min(1).max(MAX_CLASS_NAME),
  kind: z.enum(['class', 'background']),
  severalLooks: z.literal(true).optional(),
  images: count,
  shots: count,
  sums: z.strictObject({ unit: parts, centred: parts.optional() }),
  preview: base64(MOST_PREVIEW).optional(),
});

const fileSchema = z.strictObject({
  format: z.literal(CLASS_FILE_FORMAT),
  schema: z.literal(CLASS_FILE_SCHEMA),
  tool: z.strictObject({ name: text(100), version: text(100) }),
  createdAt: z.iso.datetime(),
  backbone: z.strictObject({
    id: text(200),
    name: text(200),
    hash: sha256,
    dimension: z.int().min(1).max(MOST_DIMENSION),
  }),
  preprocessing: z.strictObject({
    framing: framingSchema,
    boxMargin: z.number().min(0).max(1),
    decoderVersion: z.int().positive(),
    hash: sha256,
  }),
  classes: z.array(classSchema).min(1).max(MAX_CLASSES),
});
type Written = z.infer<typeof fileSchema>;

/** Where classes are imprinted from u itself, and for the join `append` from norm(a - μ) (METHODS 2). */
export type SumsName = 'unit' | 'centred';

/** One class of a file. */
export interface SummedClass {
  name: string;
  kind: 'class' | 'background';
  severalLooks: boolean;
  images: number;
  shots: number;
  /** `centred` is null where the file does not say it. */
  sums: Record<'unit', readonly ClassStatistics[]> & Record<'centred', readonly ClassStatistics[] | null>;
  /** A small JPEG of one of its images, if somebody wished it. */
  preview: Buffer | null;
}

export interface ClassFile {
  tool: { name: string; version: string };
  /** ISO 8601, UTC. */
  createdAt: string;
  space: SumSpace;
  classes: readonly SummedClass[];
}

export function encodeClassFile({ tool, createdAt, space, classes }: ClassFile): Buffer {
  const written: Written = {
    format: CLASS_FILE_FORMAT,
    schema: CLASS_FILE_SCHEMA,
    ...{ tool, createdAt, ...space },
    classes: classes.map(encodeClass),
  };
  return Buffer.from(`${JSON.stringify(written, null, 2)}\n`);
}

function encodeClass({ sums, severalLooks, preview, ...one }: SummedClass): Written['classes'][number] {
  const { name, kind, images, shots } = one;
  return {
    ...{ name, kind, ...(severalLooks && { severalLooks }), images, shots },
    sums: { unit: encodeParts(sums.unit), ...(sums.centred && { centred: encodeParts(sums.centred) }) },
    ...(preview && { preview: preview.toString('base64') }),
  };
}

const encodeParts = (some: readonly ClassStatistics[]) =>
  some.map(({ shots, squares, sum }) => ({ shots, squares, sum: encodeSum(sum) }));

/** @throws {PersonError} where it is no class file, is damaged, or says what cannot be */
export function decodeClassFile(bytes: Buffer, name: string): ClassFile {
  const written = parse(bytes, name);
  const { preprocessing, backbone, tool, createdAt } = written;
  if (preprocessingHash(preprocessing) !== preprocessing.hash) throw refusal(name, told().sums.hashMisfits);
  const names = written.classes.map((one) => plainName(one.name));
  if (new Set(names).size < names.length) throw refusal(name, told().sums.twoOfOneName);
  const classes = written.classes.map((one) => decodeClass(one, backbone.dimension, name));
  return { tool, createdAt, space: { backbone, preprocessing }, classes };
}

function decodeClass(written: Written['classes'][number], dimension: number, file: string): SummedClass {
  const { severalLooks = false, preview, sums, ...one } = written;
  const read = (some: Written['classes'][number]['sums']['unit']): ClassStatistics[] => {
    const found = some.map(({ shots, squares, sum }) => ({ shots, squares, sum: decodeSum(sum, dimension) }));
    const whole = found.flatMap(({ sum, ...part }) => (sum ? [{ ...part, sum }] : []));
    if (whole.length < found.length) throw refusal(file, told().sums.wrongDimension(one.name, dimension));
    const fault = sumsFault({ images: one.images, parts: whole }, one.shots);
    if (fault !== null) throw refusal(file, told().sums.classFault(one.name, fault));
    return whole;
  };
  return {
    ...{ ...one, severalLooks },
    sums: { unit: read(sums.unit), centred: sums.centred ? read(sums.centred) : null },
    preview: preview === undefined ? null : jpegOf(preview, file),
  };
}

/** It is only shown by the window, which decodes pictures in a sandbox. */
function jpegOf(preview: string, file: string): Buffer {
  const bytes = Buffer.from(preview, 'base64');
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) throw refusal(file, told().sums.noJpeg);
  return bytes;
}

function parse(bytes: Buffer, name: string): Written {
  if (bytes.length > MOST_CLASS_FILE) throw tooLarge(name, bytes.length);
  const value = json(bytes);
  if (
    typeof value !== 'object' ||
    value === null ||
    !('format' in value) ||
    value.format !== CLASS_FILE_FORMAT
  )
    throw new PersonError(told().sums.noClassFile(name));
  if ('schema' in value && typeof value.schema === 'number' && value.schema > CLASS_FILE_SCHEMA)
    throw new PersonError(told().sums.newerFile(name));
  const parsed = fileSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw refusal(name, `${issue?.path.join(' › ') || told().sums.theWhole}: ${issue?.message}`);
}

function json(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}

const refusal = (name: string, why: string): PersonError =>
  new PersonError(told().sums.notWhatItHolds(name, why));

export const tooLarge = (name: string, bytes: number): PersonError =>
  refusal(name, told().sums.tooManyBytes(bytes, MOST_CLASS_FILE));

/** What of a class counts in one of the two spaces; null where the file does not say it. */
export function givenSums({ images, sums }: SummedClass, name: SumsName): GivenSums | null {
  const found = sums[name];
  return found && { images, parts: found };
}
