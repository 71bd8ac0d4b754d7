/** @file What the commands promise of their JSON: no field more, none fewer, and null where nothing was measured. */
import { z } from 'zod';
import { CHECK_READERS, EXPORT_FORMATS } from '../../main/contract/exportFormats';
import { METHOD_IDS } from '../../main/contract/training';

const percent = z.number().min(0).max(100);
const fraction = z.number().min(0).max(1);
const count = z.int().min(0);

const failed = z.strictObject({ path: z.string().min(1), reason: z.string().min(1) });

const comparison = { images: count, maxAbsDiff: z.number().min(0), top1Agreement: fraction };

export const imprintSchema = z.strictObject({
  backbone: z.string(),
  ownBackbone: z
    .strictObject({
      name: z.string().min(1),
      kind: z.enum(['savedmodel', 'tfjs-layers', 'tfjs-graph']),
      side: z.int().min(1),
    })
    .optional(),
  base: z.enum(['none', 'imagenet']),
  join: z.enum(['replace', 'append']),
  framing: z.object({ kind: z.string() }),
  background: z.strictObject({ name: z.string(), prototypes: count }).optional(),
  classes: z.array(
    z.strictObject({
      ...{ name: z.string(), images: count, groups: count, leaveOneOut: percent.nullable() },
      given: z.strictObject({ images: count, groups: count }).optional(),
    }),
  ),
  images: z.strictObject({ total: count, embedded: count, failed: z.array(failed) }),
  embedding: z.strictObject({
    imagesPerSecond: z.number().positive().nullable(),
    seconds: z.number().min(0),
  }),
  evaluation: z.strictObject({
    leaveOneOutAccuracy: percent.nullable(),
    estimable: count,
    novelAccuracy: percent.nullable(),
    baseAccuracy: percent.nullable(),
    harmonicMean: percent.nullable(),
    allAccuracy: percent.nullable(),
    rejection: z
      .strictObject({
        threshold: z.number().min(-1).max(1),
        falseRejectRate: fraction.nullable(),
        foreignAccepted: fraction.nullable(),
      })
      .nullable(),
  }),
  exports: z.array(
    z.strictObject({
      format: z.enum(EXPORT_FORMATS),
      path: z.string(),
      id: z.string().regex(/^[0-9a-f]{64}$/),
      bytes: count,
      check: z.strictObject({
        ...comparison,
        limit: z.number().positive(),
        reader: z.enum(CHECK_READERS),
        ownCrop: z.strictObject(comparison).nullable(),
      }),
      seconds: z.strictObject({ write: z.number().positive(), check: z.number().positive() }),
    }),
  ),
});

const guess = { label: z.string(), confidence: fraction.nullable() };

const readRow = z.strictObject({
  path: z.string(),
  ...guess,
  known: z.boolean().nullable(),
  none: z.enum(['background', 'below threshold']).optional(),
  top: z.array(z.strictObject(guess)).min(1),
});

const unreadRow = z.strictObject({
  path: z.string(),
  label: z.null(),
  confidence: z.null(),
  known: z.null(),
  top: z.array(z.never()),
  reason: z.string().min(1),
});

export const classifySchema = z.array(z.union([readRow, unreadRow]));

const points = z.number().min(-100).max(100);
const percents = z.tuple([percent, percent]);

export const evaluateSchema = z.strictObject({
  protocol: z.strictObject({
    ...{ version: count, prng: z.literal('xoroshiro128plus'), seed: count, images: count, groups: count },
    rule: z.enum(['leave-one-out', 'k-fold', 'episodes']),
    ways: z.union([z.literal('all'), count]),
    shots: z.array(count),
    ...{ episodes: count.nullable(), folds: count.nullable(), classes: z.array(z.string()), failed: count },
    options: z.strictObject({
      ...{ base: z.enum(['none', 'imagenet']), join: z.enum(['replace', 'append']), offset: z.number() },
      ...{ backbone: z.string(), projection: count, steps: count.nullable(), others: z.string().nullable() },
      ...{ across: z.string().nullable(), embeddings: z.string().nullable() },
    }),
    embeddingHash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  results: z.array(
    z.strictObject({
      ...{ method: z.enum(METHOD_IDS), shots: count.nullable(), accuracy: percent.nullable() },
      ...{ ci95: percents.nullable(), pairedDifference: points.nullable() },
      ...{
        pairedCi95: z.tuple([points, points]).nullable(),
        p: fraction.nullable(),
        pHolm: fraction.nullable(),
      },
      ...{ monteCarlo95: percent.nullable(), base: percent.nullable(), novel: percent.nullable() },
      ...{ harmonicMean: percent.nullable(), all: percent.nullable(), macro: percent.nullable() },
      ...{ calibrationError: fraction.nullable(), images: count, groups: count, seconds: z.number().min(0) },
      perEpisode: z.array(percent.nullable()),
      perClass: z.array(
        z.strictObject({
          ...{ class: z.string(), images: count, recall: percent.nullable() },
          ...{ precision: percent.nullable(), f1: fraction.nullable() },
        }),
      ),
      why: z.string().min(1).nullable(),
    }),
  ),
  sentences: z.array(z.strictObject({ shots: count.nullable(), sentence: z.string().min(1) })),
});

const positive = z.number().positive();
const load = z.array(z.number().min(0)).length(3);

export const benchSchema = z.strictObject({
  machine: z.strictObject({
    ...{ system: z.string(), processor: z.string(), cores: count, memory: positive },
    ...{ electron: z.string(), chromium: z.string(), node: z.string(), loadBefore: load, loadAfter: load },
  }),
  sets: z.array(
    z.strictObject({
      ...{ name: z.string(), images: count, endToEnd: positive },
      ...{ engineAlone: positive, decodeAlone: positive, bound: positive },
      peers: z.array(z.strictObject({ name: z.string(), imagesPerSecond: positive, ratio: positive })),
    }),
  ),
  memory: z.strictObject({ engine: positive.nullable(), window: positive.nullable() }),
  start: z.strictObject({ app: positive, bare: positive, ratio: positive }).nullable(),
});

const ownId = z.string().regex(/^own-[0-9a-f]{12}$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const side = z.int().min(1);

const port = {
  name: z.string().min(1),
  dtype: z.string().nullable(),
  shape: z.array(z.int().min(-1)).nullable(),
};

const way = {
  normalisation: z.enum(['bytes', 'unit', 'signed', 'imagenet', 'caffe']),
  colour: z.enum(['RGB', 'BGR']),
};

const figure = z.strictObject({
  ...way,
  right: count.nullable(),
  photos: count,
  margin: z.number().nullable(),
});

/** The embedding, and whatever else the model puts out. */
const output = z.strictObject({
  ...port,
  use: z.union([z.enum(['vector', 'map', 'unsaid']), z.strictObject({ unfit: z.string().min(1) })]),
  likeClasses: z.boolean(),
});

export const backboneAddSchema = z.strictObject({
  model: z.strictObject({
    kind: z.enum(['savedmodel', 'tfjs-layers', 'tfjs-graph']),
    input: z.strictObject({ ...port, type: z.enum(['uint8', 'int32', 'float32']) }),
    side: side.nullable(),
    outputs: z.array(output).min(1),
    ...{ files: count, bytes: count },
  }),
  choices: z.strictObject({ ...way, output: z.string(), side }),
  ways: z.array(figure).min(1).nullable(),
  trial: z
    .strictObject({
      ...{ dimension: side, imagesPerSecond: positive, batch: side, shares: z.boolean(), figure },
      alone: z.enum(['takes one', 'depends on others']).nullable(),
      estimated: z.strictObject({
        ...{ meanDistance: positive, withinClassCosine: fraction, effectiveDimension: positive },
        photos: count,
      }),
    })
    .nullable(),
  backbone: z.strictObject({ id: ownId, name: z.string().min(1), licence: z.string().nullable() }).nullable(),
});

const listed = {
  ...{ name: z.string().min(1), side, values: side, hash: sha256, bytes: positive },
  imagesPerSecond: positive.nullable(),
};
const own = z.strictObject({ ...listed, id: ownId, kind: z.literal('own') });
const shipped = z.strictObject({ ...listed, id: z.string(), kind: z.literal('shipped') });

const damaged = z.strictObject({ id: z.string().regex(/^own-[0-9a-f]{12}$/), reason: z.string().min(1) });
export const backbonesSchema = z.strictObject({
  backbones: z.array(z.union([shipped, own])).min(1),
  damaged: z.array(damaged).min(1).optional(),
});
export const backboneRemoveSchema = z.strictObject({ removed: z.union([own, damaged]) });

export type BackboneAddJson = z.infer<typeof backboneAddSchema>;
export type BackbonesJson = z.infer<typeof backbonesSchema>;
export type EvaluateJson = z.infer<typeof evaluateSchema>;
export type ImprintJson = z.infer<typeof imprintSchema>;
export type ClassifyJson = z.infer<typeof classifySchema>;
