/** @file model.json of a TensorFlow.js model: the parts that both kinds share, checked. Pure. */
import { z } from 'zod';
import { Unfit } from '../answer';

/** Weights lie beside it; the text of a graph of ten thousand nodes is some MB. */
export const MOST_JSON_BYTES = 64 * 1024 ** 2;

const side = z.int().min(0);
const name = z.string().min(1).max(1000);

const weightSchema = z.object({
  name,
  shape: z.array(side).max(8),
  dtype: z.enum(['float32', 'int32', 'bool', 'complex64']),
  quantization: z
    .object({
      dtype: z.enum(['uint8', 'uint16', 'float16']),
      scale: z.number().optional(),
      min: z.number().optional(),
    })
    .optional(),
});
const groupSchema = z.object({
  /** Plain names of files in the folder itself. */
  paths: z
    .array(z.string().regex(/^[A-Za-z0-9_-][A-Za-z0-9_.-]{0,200}$/, 'is no plain name of a file'))
    .min(1)
    .max(2000),
  weights: z.array(weightSchema).max(100_000),
});

export const modelSchema = z.object({
  format: z.enum(['layers-model', 'graph-model']).optional(),
  modelTopology: z.record(z.string(), z.unknown()),
  weightsManifest: z.array(groupSchema).max(1000),
  signature: z.unknown().optional(),
  userDefinedMetadata: z.unknown().optional(),
  modelInitializer: z.unknown().optional(),
});

export type ModelJson = z.infer<typeof modelSchema>;
export type WeightGroup = z.infer<typeof groupSchema>;
export type WeightInfo = z.infer<typeof weightSchema>;

/** @throws Unfit naming the place of the first fault */
export function parseModelJson(bytes: Uint8Array): ModelJson {
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    throw new Unfit('model.json is cut off or no JSON');
  }
  return checked(modelSchema, content, 'model.json');
}

/** @throws Unfit naming the place of the first fault in `what` */
export function checked<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Unfit(`${what} is not as TensorFlow.js writes it (${issue?.path.join('.')}: ${issue?.message})`);
}
