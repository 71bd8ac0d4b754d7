/**
 * @file The shape of `project.json`: only what a person decided. Everything that can be rebuilt (scan index,
 * embeddings, thumbnails) lives in sidecars and never here. Runs in main; other processes import its types.
 */
import { z } from 'zod';
import { METHOD_IDS } from '../contract/training';

export const SCHEMA_VERSION = 2;

const fraction = z.number().min(0).max(1);
const timestamp = z.iso.datetime();

/** A rectangle in fractions of the upright image, [0, 1], origin at the top left. */
export const boxSchema = z
  .strictObject({ x: fraction, y: fraction, width: fraction, height: fraction })
  .refine((b) => b.width > 0 && b.height > 0, 'a box needs a width and a height')
  .refine((b) => b.x + b.width <= 1 + 1e-9 && b.y + b.height <= 1 + 1e-9, 'a box must lie within its image');

/** What of each image the backbone sees. `stretch` is the default: the whole frame stretched to the square. */
export const framingSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('stretch') }),
  z.strictObject({ kind: z.literal('centreCrop') }),
  z.strictObject({ kind: z.literal('region'), box: boxSchema }),
]);

/** Ids are keys of plain objects, so the names that every object has from birth are none ('__proto__', …). */
export const idSchema = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9_-]+$/)
  .refine((id) => !(id in {}), 'this name is reserved');

const IMAGE_KEY = /^[A-Za-z0-9_-]{1,64}\/[^\0]+$/s;
const DOT_SEGMENT = /\/(?:\.{0,2}(?:\/|$))/;
const BOX_ITEM = /^box:[A-Za-z0-9_-]{1,64}$/;
/** A key must name something below its folder: no empty, '.' or '..' step. */
const isImageKey = (key: string): boolean => IMAGE_KEY.test(key) && !DOT_SEGMENT.test(key);

/** `<folder id>/<path below the folder, '/' separated>`. */
export const imageKeySchema = z
  .string()
  .min(3)
  .max(4096)
  .refine(isImageKey, 'not the name of an image below a folder');
/** An image's key, or `box:<id>` for a box in it. */
export const itemIdSchema = z
  .string()
  .min(3)
  .max(4096)
  .refine((id) => BOX_ITEM.test(id) || isImageKey(id), 'names neither an image below a folder nor a box');

/** Letters. */
export const MAX_CLASS_NAME = 200;

/** Images of one class that may come as sums: far from what sums can hold (2^21), whatever is labelled beside them. */
export const MOST_GIVEN_IMAGES = 1_000_000;
const MOST_GIVEN = 100;

/** Sums of images that are not here; the sums themselves are a file of the project, named for its content (docs/class-files.md). */
export const givenSchema = z.strictObject({
  /** SHA-256 of the file. */
  of: z.string().regex(/^[0-9a-f]{64}$/),
  images: z.int().min(1).max(MOST_GIVEN_IMAGES),
  /** Independent groups among them. */
  shots: z.int().min(1),
  /** What the file or model that they came from is called, without its path. */
  from: z.string().min(1).max(255),
  at: timestamp,
});

export const classSchema = z.strictObject({
  id: idSchema,
  name: z.string().trim().min(1).max(MAX_CLASS_NAME),
  /** Index into the window's palette of class colours. */
  colour: z.int().min(0).max(63),
  /** The key that labels with this class: one digit or lower-case letter. */
  key: z
    .string()
    .regex(/^[0-9a-z]$/)
    .nullable(),
  /** background: 'none of the others'. Its images have no one look, so it is imprinted with several prototypes. */
  kind: z.enum(['class', 'background']),
  /** Its images look several ways: it is imprinted with several prototypes (docs/methods.md, 1c). Absent: one look. */
  severalLooks: z.literal(true).optional(),
  /** What it has besides its own images; absent: nothing. */
  given: z
    .array(givenSchema)
    .min(1)
    .max(MOST_GIVEN)
    .refine((all) => new Set(all.map(({ of }) => of)).size === all.length, 'the same sums are in it twice')
    .refine((all) => givenImages(all) <= MOST_GIVEN_IMAGES, 'more images came as sums than a class holds')
    .optional(),
});

const givenImages = (all: readonly { images: number }[]): number =>
  all.reduce((sum, { images }) => sum + images, 0);

/** A class that a command makes: sums come by commands of their own. */
export const newClassSchema = classSchema.omit({ given: true });

/** What of a class a person may change; here 'several looks' can be taken back. */
export const classChangesSchema = classSchema
  .omit({ id: true, severalLooks: true, given: true })
  .partial()
  .extend({ severalLooks: z.boolean().optional() });

/** hand: one by one · accepted: a single guess · bulk: many guesses at once · imported: a file · folder: its name. */
export const labelHowSchema = z.enum(['hand', 'accepted', 'bulk', 'imported', 'folder']);

export const labelSchema = z.strictObject({
  class: idSchema,
  how: labelHowSchema,
  by: z.string().max(200),
  at: timestamp,
});

/** What the folders below one are: nothing in particular, classes, or places. Asked once where there are any. */
export const subfoldersSchema = z.enum(['plain', 'classes', 'places', 'unasked']);

export const folderSchema = z.strictObject({
  id: idSchema,
  /** Absolute, as the machine writes it on which it was chosen. */
  path: z.string().min(1).max(4096),
  subfolders: subfoldersSchema,
  /** classify: its images are for results only; they never teach and are not counted. */
  purpose: z.enum(['label', 'classify']),
});

export const groupNameSchema = z.string().min(1).max(200);
export const placeSchema = z.string().min(1).max(200);
const LOCAL_TIME = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d:\d\d$/;
/** 'YYYY-MM-DDTHH:MM:SS' by the clock of the place where it was: cameras know no zone. */
export const localTimeSchema = z
  .string()
  .regex(LOCAL_TIME)
  .refine((time) => isRealTime(time), 'no such day or time');

/** A day that no calendar has would be moved to the next month by `Date`. */
function isRealTime(time: string): boolean {
  const at = new Date(`${time}Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(time);
}

export const roleSchema = z.enum(['learn', 'check']);
export const placedBoxSchema = z.strictObject({ image: imageKeySchema, box: boxSchema });

/** A seed of a draw: what the generator takes. */
export const seedSchema = z.int().min(0).max(0xffff_ffff);

/** Which head guesses come from in place of imprinting; its weights are a sidecar. */
export const headChoiceSchema = z.strictObject({
  method: z.enum(METHOD_IDS),
  /** null: as many as the method takes by itself. */
  steps: z.int().min(1).max(100_000).nullable(),
  seed: seedSchema,
  /** SHA-256 of all that it learnt from and how: what the file of its weights is called. */
  of: z.string().regex(/^[0-9a-f]{64}$/),
});

/** Of a backbone of the person's own: by it a project can say which one it was where that is not installed. */
export const ownBackboneSchema = z.strictObject({
  name: z.string().min(1).max(200),
  /** As `ModelKind` has them. */
  kind: z.enum(['savedmodel', 'tfjs-layers', 'tfjs-graph']),
  /** Of its square input, pixels. */
  side: z.int().min(1),
});

/** Further than this, one side has lost everything. */
export const MOST_OFFSET = 20;
const MOST_BASE_CLASSES = 10_000;

const settings = {
  backbone: idSchema,
  /** What `backbone` is called; null: it came with the program, or nobody noted it. */
  ownBackbone: ownBackboneSchema.nullable(),
  framing: framingSchema,
  /** Whether guesses are among the project's own classes, or beside the backbone's. */
  base: z.enum(['none', 'imagenet']),
  join: z.enum(['replace', 'append']),
  balanced: z.boolean(),
  /** null: imprinting. */
  head: headChoiceSchema.nullable(),
  /** γ, added to the logits of own classes where they stand beside the backbone's. */
  offset: z.number().min(-MOST_OFFSET).max(MOST_OFFSET),
  /** Indices of base classes that are left out, ascending. */
  suppressed: z.array(z.int().min(0)).max(MOST_BASE_CLASSES),
};

/** Projects of before there was anything to say of them have an imprinted head, no offset, all base classes, and a bare id. */
export const settingsSchema = z.strictObject({
  ...settings,
  ownBackbone: settings.ownBackbone.default(null),
  head: settings.head.default(null),
  offset: settings.offset.default(0),
  suppressed: settings.suppressed.default([]),
});

/** What is not named stays as it is, so there are no defaults here. */
export const settingChangesSchema = z.strictObject(settings).partial();

/** When items were drawn for the blind check, and by which seed; which they were, `roles` says. */
export const drawSchema = z.strictObject({
  at: timestamp,
  seed: seedSchema,
  /** Items that were drawn. */
  items: z.int().min(1),
});

export const MAX_FOLDERS = 100;
export const MAX_CLASSES = 1000;

export const projectSchema = z.strictObject({
  schema: z.literal(SCHEMA_VERSION),
  id: idSchema,
  name: z.string().min(1).max(200),
  createdAt: timestamp,
  /** Folders of images, in the order they were added. Item ids begin with a folder's id. */
  folders: z.array(folderSchema).max(MAX_FOLDERS),
  classes: z.array(classSchema).max(MAX_CLASSES),
  boxes: z.record(idSchema, placedBoxSchema),
  labels: z.record(itemIdSchema, labelSchema),
  /** Items that must not be counted as independent: item → group name. Absent: a group of its own. */
  groups: z.record(itemIdSchema, groupNameSchema),
  /** Check items are labelled blind and never teach. Absent: learn. */
  roles: z.record(itemIdSchema, z.literal('check')),
  /** Images, with the boxes in them, and single boxes that the person took out: they neither teach nor are counted. */
  excluded: z.record(itemIdSchema, z.literal(true)),
  /** Where each was taken, from a file; wins over what the folder's name says. */
  places: z.record(itemIdSchema, placeSchema),
  /** When each was taken, from a file; wins over what the image itself says. */
  times: z.record(itemIdSchema, localTimeSchema),
  /** Draws of the blind check, the first one first. Projects of before this was noted have none. */
  draws: z.array(drawSchema).default([]),
  settings: settingsSchema,
});

export type Box = z.infer<typeof boxSchema>;
export type Framing = z.infer<typeof framingSchema>;
export type ClassInfo = z.infer<typeof classSchema>;
export type Given = z.infer<typeof givenSchema>;
export type LabelHow = z.infer<typeof labelHowSchema>;
export type Label = z.infer<typeof labelSchema>;
export type ImageFolder = z.infer<typeof folderSchema>;
export type Subfolders = z.infer<typeof subfoldersSchema>;
export type CheckDrawn = z.infer<typeof drawSchema>;
export type PlacedBox = z.infer<typeof placedBoxSchema>;
export type ProjectDocument = z.infer<typeof projectSchema>;
export type ProjectSettings = ProjectDocument['settings'];
export type OwnBackboneNoted = z.infer<typeof ownBackboneSchema>;
/** Which backbone a project is seen by. */
export type SeenBy = Pick<ProjectSettings, 'backbone' | 'ownBackbone'>;
export type HeadChoice = z.infer<typeof headChoiceSchema>;
