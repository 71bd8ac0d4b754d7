/**
 * @file What a GraphModel of TensorFlow.js is, told from its nodes. Values of attributes are not decoded. Pure.
 */
import { z } from 'zod';
import { told } from '../../../../strings/words';
import { adviceOn } from '../advice';
import { Unfit, type Looked, type Port } from '../answer';
import { dtypeNamed } from '../dtypes';
import { listed } from '../listed';
import { FUSED, PURE } from '../operations';
import { checked, type ModelJson } from './modelJson';

const MOST_NODES = 100_000;

const shapeSchema = z.object({
  dim: z
    .array(z.object({ size: z.coerce.number().pipe(z.int().min(-1)).optional() }))
    .max(8)
    .optional(),
  unknownRank: z.boolean().optional(),
});
const attrSchema = z.record(z.string(), z.unknown());
const nodeSchema = z.object({ name: z.string().min(1), op: z.string().min(1), attr: attrSchema.optional() });
const nodes = z.array(nodeSchema).max(MOST_NODES);
const graphSchema = z.object({
  node: nodes.min(1),
  library: z
    .object({
      function: z
        .array(z.object({ signature: z.object({ name: z.string().min(1) }), nodeDef: nodes.optional() }))
        .max(10_000)
        .optional(),
    })
    .optional(),
});
const infoSchema = z.object({
  name: z.string().min(1),
  dtype: z.string().optional(),
  tensorShape: shapeSchema.optional(),
});
const infos = z.record(z.string(), infoSchema);
const signatureSchema = z.object({ inputs: infos.optional(), outputs: infos.optional() });
const wrapped = z.object({ signature: z.unknown() });

type GraphJson = z.infer<typeof graphSchema>;

/** @throws Unfit naming the operations that are not for inference on tensors */
export function lookAtGraph(model: ModelJson): Omit<Looked, 'dir'> {
  const graph = checked(graphSchema, model.modelTopology, 'model.json');
  requirePure(graph);
  if (model.modelInitializer !== undefined && model.modelInitializer !== null)
    requirePure(checked(graphSchema, model.modelInitializer, 'modelInitializer of model.json'));
  const told = model.signature ?? wrapped.safeParse(model.userDefinedMetadata).data?.signature ?? {};
  const { inputs, outputs } = checked(signatureSchema, told, 'the signature in model.json');
  return {
    kind: 'tfjs-graph',
    inputs: inputs ? portsOf(inputs, graph) : placeholders(graph),
    outputs: portsOf(outputs ?? {}, graph),
  };
}

function requirePure({ node, library }: GraphJson): void {
  const functions = library?.function ?? [];
  const own = new Set(functions.map(({ signature }) => signature.name));
  const all = [node, ...functions.map(({ nodeDef }) => nodeDef ?? [])].flat();
  const foreign = new Set(
    all.map(({ op }) => op).filter((op) => !PURE.has(op) && !FUSED.has(op) && !own.has(op)),
  );
  if (foreign.size > 0) throw new Unfit(told().refusedModel.operations(listed(foreign)), adviceOn(foreign));
}

function portsOf(told: z.infer<typeof infos>, { node }: GraphJson): Port[] {
  const names = new Set(node.map(({ name }) => name));
  return Object.entries(told).map(([key, { name, dtype, tensorShape }]) => {
    if (!names.has(name.split(':', 1)[0]!))
      throw new Unfit(`its graph lacks ${name}, which its signature names`);
    return { name: key, dtype: dtypeNamed(dtype ?? ''), shape: shapeOf(tensorShape) };
  });
}

/** Older files have no signature: then what is fed is known, and what is put out is not. */
const placeholders = ({ node }: GraphJson): Port[] =>
  node
    .filter(({ op }) => op === 'Placeholder')
    .map(({ name, attr }) => ({ name, ...placeholder(attr ?? {}) }));

function placeholder(attr: Record<string, unknown>): Pick<Port, 'dtype' | 'shape'> {
  const type = z.object({ type: z.string() }).safeParse(attr['dtype']).data?.type;
  const shape = z.object({ shape: shapeSchema }).safeParse(attr['shape']).data?.shape;
  return { dtype: dtypeNamed(type ?? ''), shape: shapeOf(shape) };
}

const shapeOf = (shape: z.infer<typeof shapeSchema> | undefined): number[] | null =>
  shape && shape.unknownRank !== true ? (shape.dim ?? []).map(({ size }) => size ?? 0) : null;
