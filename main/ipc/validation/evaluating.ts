/** @file Arguments of the calls about how good the classifier is. Runs in main. */
import { z } from 'zod';
import type { EvaluatingCalls } from '../../contract/areas/evaluating';
import { METHOD_IDS } from '../../contract/training';
import { idSchema, seedSchema } from '../../projects/schema';
import { none, type Schemas } from './shapes';

/** More would take longer than anybody waits, and tell no more. */
const MOST_FOLDS = 100;
const MOST_WAYS = 1000;
const MOST_SHOTS = 1000;
const MOST_EPISODES = 10_000;

const rule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('leave-one-out') }),
  z.strictObject({ kind: z.literal('k-fold'), folds: z.int().min(2).max(MOST_FOLDS) }),
  z.strictObject({
    kind: z.literal('episodes'),
    ways: z.int().min(2).max(MOST_WAYS).nullable(),
    shots: z.int().min(1).max(MOST_SHOTS),
    episodes: z.int().min(1).max(MOST_EPISODES),
  }),
]);

const contest = z.strictObject({
  methods: z.array(z.enum(METHOD_IDS)).min(1).max(METHOD_IDS.length),
  rule,
  seed: seedSchema,
});

const miss = z.number().gt(0).lt(1);

export const evaluatingSchemas: Schemas<EvaluatingCalls> = {
  'evaluation:overview': none,
  'evaluation:state': none,
  'evaluation:contest': z.tuple([contest]),
  'evaluation:cancel': none,
  'evaluation:kept': none,
  'evaluation:open': z.tuple([idSchema]),
  'evaluation:forget': z.tuple([idSchema]),
  'evaluation:curve': z.tuple([z.strictObject({ seed: seedSchema })]),
  'evaluation:operating': z.tuple([z.strictObject({ class: idSchema, miss })]),
  'evaluation:receipt': none,
  'evaluation:base': none,
  'evaluation:cancelBase': none,
  'evaluation:save': z.tuple([z.strictObject({ at: idSchema, as: z.enum(['csv', 'html']) })]),
};
