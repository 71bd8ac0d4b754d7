/** @file What a LayersModel of TensorFlow.js is, told from its topology. Pure. */
import { z } from 'zod';
import { told } from '../../../../strings/words';
import { advice } from '../advice';
import { Unfit, type Looked, type Port } from '../answer';
import { listed } from '../listed';
import { checked, type ModelJson } from './modelJson';
import { shapeIn, type Layers } from './layerShapes';
import { STOCK_ACTIVATIONS, STOCK_LAYERS, STOCK_RULES } from './stock';

const DEEPEST = 64;
const MOST_PARTS = 2_000_000;

const layerSchema = z.object({
  class_name: z.string(),
  config: z.record(z.string(), z.unknown()),
  name: z.string().optional(),
  inbound_nodes: z.array(z.unknown()).optional(),
});
const end = z.tuple([z.string(), z.int().min(0), z.int().min(0)]);
const ends = z.union([z.array(end).min(1), end.transform((one) => [one])]);
const functional = z.object({
  layers: z.array(layerSchema).min(1),
  input_layers: ends,
  output_layers: ends,
});
const sequential = z.object({ layers: z.array(layerSchema).min(1) });
const rootSchema = z.object({ class_name: z.string(), config: z.unknown() });

export type LayerJson = z.infer<typeof layerSchema>;

/** @throws Unfit naming the layers that TensorFlow.js does not have itself */
export function lookAtLayers({ modelTopology }: ModelJson): Omit<Looked, 'dir'> {
  const topology = modelTopology['model_config'] ?? modelTopology;
  requireStock(topology);
  const { class_name, config } = checked(rootSchema, topology, 'model.json');
  const ports = class_name === 'Sequential' ? portsOfSequence(config) : portsOfGraph(config);
  return { kind: 'tfjs-layers', ...ports };
}

function requireStock(topology: unknown): void {
  const foreign = new Set<string>();
  let left = MOST_PARTS;
  const walk = (value: unknown, depth: number): void => {
    if (depth === 0) throw new Unfit(`model.json is nested more than ${DEEPEST} deep`);
    if (left-- === 0) throw new Unfit(`model.json has more than ${MOST_PARTS} parts`);
    if (typeof value !== 'object' || value === null) return;
    if (!Array.isArray(value)) namesOf(value as Record<string, unknown>).forEach((name) => foreign.add(name));
    Object.values(value).forEach((part) => walk(part, depth - 1));
  };
  walk(topology, DEEPEST);
  if (foreign.size > 0) throw new Unfit(told().refusedModel.layers(listed(foreign)), advice('layers'));
}

/** Names in an object that are not stock. TensorFlow.js takes either spelling of the keys. */
function namesOf(value: Record<string, unknown>): string[] {
  const classes = [value['class_name'], value['className']].filter((name) => name !== undefined);
  const activations = ['activation', 'recurrent_activation', 'recurrentActivation']
    .map((key) => value[key])
    .filter((name) => typeof name === 'string');
  return [
    ...classes.map(String).filter((name) => !isStockClass(name)),
    ...activations.filter((name) => !STOCK_ACTIVATIONS.has(name)),
  ];
}

const isStockClass = (name: string): boolean =>
  STOCK_LAYERS.has(name) || STOCK_RULES.has(name) || STOCK_ACTIVATIONS.has(name);

/** Older files have the layers themselves as a sequence's configuration. */
function portsOfSequence(config: unknown): Pick<Looked, 'inputs' | 'outputs'> {
  const given = Array.isArray(config) ? { layers: config } : config;
  const { layers } = checked(sequential, given, 'model.json');
  const chain = layers.map((layer, i) => ({ name: `${i}`, layer, from: i > 0 ? [`${i - 1}`] : [] }));
  const known: Layers = new Map(chain.map(({ name, layer, from }) => [name, { layer, from }]));
  const last = layers.at(-1)!;
  return {
    inputs: [inputOf(nameOf(layers[0]!), layers[0]!)],
    outputs: [{ name: nameOf(last), dtype: 'float32', shape: shapeIn(known, `${layers.length - 1}`) }],
  };
}

function portsOfGraph(config: unknown): Pick<Looked, 'inputs' | 'outputs'> {
  const { layers, input_layers, output_layers } = checked(functional, config, 'model.json');
  const known: Layers = new Map(layers.map((layer) => [nameOf(layer), { layer, from: inbound(layer) }]));
  const existing = (name: string): LayerJson => {
    const found = known.get(name);
    if (!found) throw new Unfit(`model.json asks for the layer ${name}, which it does not hold`);
    return found.layer;
  };
  return {
    inputs: input_layers.map(([name]) => inputOf(name, existing(name))),
    outputs: output_layers.map(([name]) => {
      existing(name);
      return { name, dtype: 'float32', shape: shapeIn(known, name) };
    }),
  };
}

const nameOf = ({ name, config }: LayerJson): string =>
  name ?? (typeof config['name'] === 'string' ? config['name'] : '');

/** Only of a layer that is used once; shapes behind others are not told. */
function inbound({ inbound_nodes: nodes = [] }: LayerJson): string[] {
  const call = z.array(z.tuple([z.string()]).rest(z.unknown())).safeParse(nodes[0]);
  return nodes.length === 1 && call.success ? call.data.map(([name]) => name) : [];
}

function inputOf(name: string, { config }: LayerJson): Port {
  const dtype = config['dtype'];
  const told = z
    .array(z.int().min(1).nullable())
    .max(8)
    .safeParse(config['batch_input_shape'] ?? config['batch_shape']);
  return {
    name,
    dtype: typeof dtype === 'string' ? dtype : null,
    shape: told.success ? told.data.map((side) => side ?? -1) : null,
  };
}
