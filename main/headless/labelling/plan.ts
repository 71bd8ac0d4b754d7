/** @file What the bench of labelling asks of one start of the app, and what that answers. Pure; runs in main. */
import { z } from 'zod';

/** px/s at which the grid is scrolled. */
export const SPEEDS = [1500, 5000, 20_000] as const;
export const SCROLL_MS = 4000;
export const PRESSES = 30;
export const CLASSES = 50;
/** Images of each class that are labelled beforehand. */
export const SHOTS = 10;

export const className = (number: number): string => `bench ${String(number).padStart(2, '0')}`;

/**
 * prepare: every image embedded, 50 classes labelled, kept for later runs · fresh: a folder that was never opened,
 * measured while it is read · kept: the prepared one, measured while nothing else goes on
 */
export const planSchema = z.strictObject({
  part: z.enum(['prepare', 'fresh', 'kept']),
  /** Folder of images. */
  folder: z.string(),
  images: z.int(),
  /** The page's side of the bench, as text. */
  probe: z.string(),
});
export type Plan = z.infer<typeof planSchema>;

const ms = z.number();
const scrollSchema = z.object({
  frames: z.array(ms),
  longestTask: ms,
  settled: ms.nullable(),
});
export type Scroll = z.infer<typeof scrollSchema>;

const picturesSchema = z.object({ first: ms.nullable(), screen: ms.nullable() });
const keysSchema = z.object({
  /** Each: from the key to the frame after the one that shows the label. */
  painted: z.array(ms.nullable()),
  /** Each: from the key until guesses and counts that know of the label are painted. */
  followed: z.array(ms.nullable()),
});
const scrollsSchema = z.array(scrollSchema);
const memorySchema = z.object({ window: z.number(), engine: z.number(), main: z.number() });
const loopSchema = z.object({ p50: ms, p99: ms, most: ms });

export const preparedSchema = z.object({ prepared: z.literal(true), seconds: z.number() });

export const freshSchema = z.object({
  pictures: picturesSchema,
  /** One for each speed. */
  scroll: scrollsSchema,
  keys: keysSchema,
  /** How late main's event loop was, beyond the sampling interval. */
  loop: loopSchema,
  /** Images embedded when the measurements began and ended: images were embedded all the while if the last is not all. */
  embedded: z.tuple([z.number(), z.number()]),
  seconds: z.number(),
  memory: memorySchema,
});
export type Fresh = z.infer<typeof freshSchema>;

export const keptSchema = z.object({
  pictures: picturesSchema,
  scroll: scrollsSchema,
  keys: keysSchema,
  /** Each: similar items asked from the window until they are there; null where the app cannot be asked. */
  similar: z.array(ms).nullable(),
  memory: memorySchema,
});
export type Kept = z.infer<typeof keptSchema>;

export const bareSchema = z.object({
  scroll: scrollsSchema,
  keys: z.array(ms.nullable()),
  window: z.number(),
});
export type Bare = z.infer<typeof bareSchema>;
