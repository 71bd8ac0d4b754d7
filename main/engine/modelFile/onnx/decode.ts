/** @file The bytes of a model.onnx to its messages, each of the type it should have. Pure: engine and tests. */
import { z } from 'zod';
import { IR_VERSION, modelType, OPSET, type OnnxModel } from '../../export/onnx/proto';
import { requireKnownFields } from './wire';

const text = z.string().default('');
const size = z.int().min(0);

const attribute = z.object({
  name: z.string(),
  type: z.int(),
  i: z.int().optional(),
  ints: z.array(z.int()),
});
const node = z.object({
  name: z.string(),
  opType: z.string(),
  input: z.array(z.string()),
  output: z.array(z.string()),
  attribute: z.array(attribute),
});
const tensor = z.object({
  name: z.string(),
  dims: z.array(size).max(4),
  dataType: z.int(),
  rawData: z.instanceof(Uint8Array),
});
const dimension = z.object({ dimValue: size.optional(), dimParam: z.string().optional() });
const value = z.object({
  name: z.string(),
  type: z.object({
    tensorType: z.object({ elemType: z.int(), shape: z.object({ dim: z.array(dimension).min(1).max(4) }) }),
  }),
});
const model = z.object({
  irVersion: z.int(),
  producerName: text,
  producerVersion: text,
  docString: text,
  opsetImport: z.array(z.object({ domain: text, version: z.int() })),
  metadataProps: z.array(z.object({ key: text, value: text })),
  graph: z.object({
    name: text,
    node: z.array(node),
    initializer: z.array(tensor),
    input: z.array(value),
    output: z.array(value),
  }),
});

/**
 * Values of tensors stay where they are in `bytes`.
 * @throws Error naming what our emitter does not write: another opset, fields, types
 */
export function decodeOnnx(bytes: Uint8Array): OnnxModel {
  requireKnownFields(bytes);
  const message = modelType.toObject(modelType.decode(bytes), { longs: Number, arrays: true });
  const decoded = checked(model, message) as OnnxModel;
  requireVersions(decoded);
  return decoded;
}

/** @throws Error naming the first fault and its place */
export function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`${issue?.path.join('.')}: ${issue?.message}`);
}

function requireVersions({ irVersion, opsetImport: found }: OnnxModel): void {
  if (irVersion !== IR_VERSION) throw new Error(`its IR version is ${irVersion}, expected ${IR_VERSION}`);
  const said = found.map(({ domain, version }) => `${domain || 'opset'} ${version}`).join(', ') || 'no opset';
  if (found.length !== 1 || found[0]!.domain !== '' || found[0]!.version !== OPSET)
    throw new Error(`it is written for ${said} instead of opset ${OPSET}`);
}
