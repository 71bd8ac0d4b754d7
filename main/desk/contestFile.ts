/**
 * @file A contest as a file of the project's folder: the schema, which also guards against files that were damaged or come from
 * a newer version. Pure; runs in main.
 */
import { z } from 'zod';
import type { KeptContest } from '../contract/areas/evaluating';
import { METHOD_IDS } from '../contract/training';
import { idSchema } from '../projects/schema';

export const CONTEST_FORMAT = 1;

const count = z.int().min(0);
const maybe = z.number().nullable();
const interval = z.tuple([z.number(), z.number()]);
const figure = z.object({
  value: maybe,
  interval: interval.nullable(),
  n: count,
  groups: count,
  why: z.string().nullable(),
});
const rule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('leave-one-out') }),
  z.object({ kind: z.literal('k-fold'), folds: count }),
  z.object({ kind: z.literal('episodes'), ways: count.nullable(), shots: count, episodes: count }),
]);
const protocol = z.looseObject({
  version: count,
  prng: z.literal('xoroshiro128plus'),
  seed: count,
  rule,
  across: z.boolean(),
  replicates: count,
  images: count,
  groups: count,
  classes: count,
  base: z.enum(['none', 'imagenet']),
  join: z.enum(['replace', 'append']),
  offset: z.number(),
  projection: count,
  embeddingHash: z.string(),
});
const perClass = z.object({ class: count, precision: figure, recall: figure, f1: maybe });
const confusion = z.object({
  counts: z.array(z.array(count)),
  items: z.record(z.coerce.number(), z.array(count)),
});
const bin = z.object({
  from: z.number(),
  to: z.number(),
  n: count,
  confidence: z.number(),
  accuracy: z.number(),
  interval,
});
const reliability = z.object({ error: maybe, bins: z.array(bin), n: count, why: z.string().nullable() });
const difference = z.object({ value: z.number(), interval: interval.nullable(), p: maybe, pHolm: maybe });
const pair = z.object({ class: count, guessed: count.nullable(), n: count, of: count });
const result = z.looseObject({
  method: z.enum(METHOD_IDS),
  accuracy: figure,
  monteCarlo: maybe,
  perSplit: z.array(maybe),
  macro: maybe,
  macroPrecision: maybe,
  macroF1: maybe,
  micro: maybe,
  base: figure,
  harmonicMean: maybe,
  all: figure,
  difference: difference.nullable(),
  sentence: z.string().nullable(),
  seconds: z.object({ fit: z.number(), predict: z.number() }),
  perClass: z.array(perClass),
  confusion,
  confusedPairs: z.array(pair),
  reliability,
  failed: z.string().nullable(),
});

export const contestSchema = z.looseObject({
  format: z.literal(CONTEST_FORMAT),
  id: idSchema,
  at: z.iso.datetime(),
  revision: count,
  protocol,
  classes: z.array(z.string()),
  unasked: z.array(count),
  notes: z.array(z.string()),
  classIds: z.array(z.string()),
  items: z.array(z.string()),
  results: z.array(result),
  sentence: z.string(),
});

export const encodeContest = (contest: KeptContest): Buffer =>
  Buffer.from(`${JSON.stringify({ format: CONTEST_FORMAT, ...contest })}\n`);

/** Null where the text is no contest of this format. */
export function decodeContest(text: string): KeptContest | null {
  try {
    const { format, ...contest } = contestSchema.parse(JSON.parse(text));
    return format === CONTEST_FORMAT ? contest : null;
  } catch {
    return null;
  }
}
