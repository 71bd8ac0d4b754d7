/**
 * @file Calls main may make of the process that tries a model of the person's own, and what its answers must be: the model is
 * strange to us, so nothing that comes from where it ran is taken unseen. It is a fresh process for every model; pixels come to
 * it from a decoder, as they come to the engine. Runs in main and in that process.
 */
import { z } from 'zod';
import { MOST_DIMENSION } from '../../engine/ownBackbones/description';
import type { OwnRule } from '../../engine/ownBackbones/running';

/** Images at once, as the engine embeds (engine/backbone/backbone.ts, which main cannot load). */
export const BATCH = 8;

export interface Photo {
  /** Of its decode job. */
  id: number;
  /** Among the sample photos; null: none. */
  class: string | null;
}

export interface TryCalls {
  /** Tells from the bytes alone what the copy is, by the name of what was copied. Nothing of it is loaded. */
  look: (options: { dir: string; named: string }) => z.infer<typeof lookedSchema>;
  /** Loads it; the one before is freed. */
  load: (tried: OwnRule) => null;
  /** Runs these together and one by one. */
  test: (options: { ids: number[] }) => z.infer<typeof testedSchema>;
  /** Runs these together, and keeps their embeddings until `forget`. */
  run: (options: { ids: number[] }) => z.infer<typeof ranSchema>;
  apart: (options: { photos: Photo[] }) => z.infer<typeof apartSchema>;
  conclude: (options: { photos: Photo[]; shown: number[]; near: number }) => z.infer<typeof concludedSchema>;
  /** The embeddings, and the inputs too where photos are decoded anew. */
  forget: (options: { inputs: boolean }) => null;
}

const port = z.strictObject({
  name: z.string().min(1).max(1000),
  dtype: z.string().max(40).nullable(),
  shape: z.array(z.int().min(-1)).max(32).nullable(),
});
const lookedSchema = z.strictObject({
  kind: z.enum(['savedmodel', 'tfjs-layers', 'tfjs-graph']),
  dir: z.string(),
  inputs: z.array(port).max(200),
  outputs: z.array(port).max(200),
});
const testedSchema = z.strictObject({
  rank: z.union([z.literal(2), z.literal(4)]),
  dimension: z.int().min(1).max(MOST_DIMENSION),
  /** Whether it takes several images at once, and gives each what it gives it alone. */
  together: z.enum(['same', 'differs', 'refused']),
});
const ranSchema = z.strictObject({ milliseconds: z.number().positive() });
/** What is wrong with the values; null: nothing. */
const faultSchema = z.enum(['not finite', 'zero', 'alike']).nullable();
const count = z.int().min(0).max(10_000);
const apartSchema = z.strictObject({
  figure: z.strictObject({ right: count, images: count, margin: z.number() }).nullable(),
});
const cosine = z.number().min(-1.001).max(1.001);
const concludedSchema = z.strictObject({
  fault: faultSchema,
  shares: z.boolean(),
  figure: apartSchema.shape.figure,
  constants: z
    .strictObject({
      mean: z.custom<Float32Array>((mean) => mean instanceof Float32Array),
      meanDistance: z.number().positive(),
      withinClassCosine: z.number().min(0).max(1),
      effectiveDimension: z.number().positive(),
      images: count,
    })
    .nullable(),
  nearest: z.array(z.array(z.strictObject({ id: z.int(), cosine }))).max(100),
});

export type Tested = z.infer<typeof testedSchema>;
export type Fault = z.infer<typeof faultSchema>;
export type Concluded = z.infer<typeof concludedSchema>;

export const answerSchemas: { [N in keyof TryCalls]: z.ZodType<ReturnType<TryCalls[N]>> } = {
  look: lookedSchema,
  load: z.null(),
  test: testedSchema,
  run: ranSchema,
  apart: apartSchema,
  conclude: concludedSchema,
  forget: z.null(),
};
