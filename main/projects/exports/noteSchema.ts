/** @file The lines of the log of exports. Runs in main. */
import { z } from 'zod';
import { METHOD_IDS } from '../../contract/training';
import { framingSchema } from '../schema';

const count = z.int().min(0);
const share = z.number().min(0).max(1);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const figureSchema = z.object({
  value: share.nullable(),
  interval: z.tuple([z.number(), z.number()]).nullable(),
  n: count,
  groups: count,
});

const formatSchema = z.object({
  /** One that this version does not know stays a name. */
  format: z.string().min(1).max(50),
  id: sha256,
  bytes: count,
  check: z.object({ images: count, maxAbsDiff: z.number(), top1Agreement: share, passed: z.boolean() }),
});

export const noteSchema = z.object({
  at: z.iso.datetime(),
  version: z.string(),
  folder: z.string(),
  base: z.enum(['none', 'imagenet']),
  formats: z.array(formatSchema).max(100),
  manifest: z.object({ sha256, items: count }),
  estimate: figureSchema,
  /** Null: no blind check. */
  accuracy: figureSchema.nullable(),
  /** `label` null: the class is no more, and its name was purged. */
  classes: z.array(z.object({ label: z.string().nullable(), images: count, groups: count })),
  /** Of 'none of these'; null: there was none. */
  threshold: z.object({ cosine: z.number().nullable(), logit: z.number() }).nullable(),
  settings: z.object({
    backbone: z.string(),
    framing: framingSchema,
    join: z.enum(['replace', 'append']).nullable(),
    method: z.enum(METHOD_IDS),
    offset: z.number().nullable(),
  }),
});
