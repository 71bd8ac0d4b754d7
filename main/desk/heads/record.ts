/**
 * @file What is known of a kept head besides its weights: how it was trained, what it came to, and what it learnt from, by content
 * and not by name. Pure; runs in main.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { METHOD_IDS } from '../../contract/training';
import { seedSchema } from '../../projects/schema';

export const RECORD_FORMAT = 1;

const count = z.int().min(0);
const share = z.number().min(0).max(1);
const interval = z.tuple([z.number(), z.number()]);
const sentence = z.string().max(2000);
const figure = z.object({
  value: share.nullable(),
  interval: interval.nullable(),
  n: count,
  groups: count,
  why: sentence.nullable(),
});

/** Labelled images: content key, place of the class, number of the group within the head. */
const sampleSchema = z.tuple([z.string().min(1).max(200), count, count]);

export const recordSchema = z.object({
  format: z.literal(RECORD_FORMAT),
  request: z.object({ method: z.enum(METHOD_IDS), steps: z.int().min(1).nullable(), seed: seedSchema }),
  at: z.iso.datetime(),
  backbone: z.string().max(200),
  /** Of whole images, as JSON. */
  framing: z.string().max(1000),
  /** Ids, in the order of the head's outputs. */
  classes: z.array(z.string().min(1).max(64)).min(1).max(1000),
  samples: z.array(sampleSchema).min(1),
  comparison: z.object({
    before: figure,
    after: figure,
    difference: z.object({ value: z.number(), interval }).nullable(),
    folds: count,
    sentence,
  }),
  calibration: z.object({ temperature: z.number().positive().nullable(), why: sentence.nullable() }),
  perClass: z.array(share.nullable()),
  /** When the head says 'none of these'; records from before it was measured say nothing of it. */
  rejection: z
    .object({
      threshold: z.number().nullable(),
      falseRejectRate: share.nullable(),
      foreignAccepted: share.nullable(),
      why: sentence.nullable(),
      groups: count,
      needed: count,
      background: z.array(count).max(1000),
    })
    .optional(),
});

export type HeadRecord = z.infer<typeof recordSchema>;
export type LearntFrom = Pick<HeadRecord, 'backbone' | 'framing' | 'classes' | 'samples'>;

/** SHA-256 of all that a head learnt from and how: the same again, in the same order, gives the same bytes. */
export function fingerprint({
  request,
  backbone,
  framing,
  classes,
  samples,
}: LearntFrom & Pick<HeadRecord, 'request'>): string {
  const { method, steps, seed } = request;
  const text = JSON.stringify([method, steps, seed, backbone, framing, classes, samples]);
  return createHash('sha256').update(text).digest('hex');
}

/** Null where it is damaged, or of a newer version. */
export function decodeRecord(text: string): HeadRecord | null {
  try {
    const parsed = recordSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Independent groups among what it learnt from. */
export function groupsOf({ samples }: Pick<LearntFrom, 'samples'>): number {
  return new Set(samples.map(([, own, group]) => `${own} ${group}`)).size;
}

/** By which an image is told that a head learnt from. @param content `Items.hash` @param own id of its class */
export const learntKey = (content: string, own: string): string => `${own} ${content}`;
