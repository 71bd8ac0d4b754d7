/**
 * @file Shapes of what layers put out, as far as they follow from a few rules without computing anything; -1 is a side of
 * any length. What no rule tells is null. Pure.
 */
import type { LayerJson } from './layersModel';

export type Layers = ReadonlyMap<string, { layer: LayerJson; from: readonly string[] }>;

const DEEPEST = 1000;
const KEEPING = new Set([
  ...[
    'Activation',
    'ReLU',
    'LeakyReLU',
    'PReLU',
    'ELU',
    'ThresholdedReLU',
    'Softmax',
    'Dropout',
    'Rescaling',
  ],
  ...['BatchNormalization', 'LayerNormalization', 'GaussianNoise', 'GaussianDropout', 'AlphaDropout'],
  ...['Add', 'Multiply', 'Average', 'Maximum', 'Minimum'],
]);
/** Sides change by rules of their own, channels do not. */
const KEEPING_CHANNELS = new Set([
  'MaxPooling2D',
  'AveragePooling2D',
  'ZeroPadding2D',
  'UpSampling2D',
  'Cropping2D',
]);
const POOLING_ALL = new Set(['GlobalAveragePooling2D', 'GlobalMaxPooling2D']);
const CONVOLVING = new Set(['Conv2D', 'SeparableConv2D', 'Conv2DTranspose']);

/** Of the layer of that name: [-1, ...], or null. */
export function shapeIn(layers: Layers, name: string, left = DEEPEST): number[] | null {
  const found = layers.get(name);
  if (!found || left === 0) return null;
  const { layer, from } = found;
  const { class_name: kind, config } = layer;
  // Channels come last unless the file says otherwise, and then nothing is told.
  if (config['data_format'] === 'channels_first') return null;
  if (kind === 'InputLayer') return given(config);
  if (CONVOLVING.has(kind)) return withLast([-1, -1, -1, -1], config['filters']);
  const before = from[0] === undefined ? given(config) : shapeIn(layers, from[0], left - 1);
  return before && after(kind, config, before);
}

function after(kind: string, config: LayerJson['config'], before: number[]): number[] | null {
  const channels = before.at(-1)!;
  if (KEEPING.has(kind)) return before;
  if (kind === 'Dense') return withLast(before, config['units']);
  if (before.length !== 4) return null;
  if (KEEPING_CHANNELS.has(kind)) return [-1, -1, -1, channels];
  if (kind === 'Flatten')
    return [-1, before.slice(1).some((side) => side < 0) ? -1 : before[1]! * before[2]! * channels];
  return POOLING_ALL.has(kind) && config['keepdims'] !== true ? [-1, channels] : null;
}

function given(config: LayerJson['config']): number[] | null {
  const told = config['batch_input_shape'] ?? config['batch_shape'];
  if (!Array.isArray(told) || told.length < 2) return null;
  const sides = told.map((side: unknown) => side ?? -1);
  return sides.every((side): side is number => Number.isInteger(side)) ? sides : null;
}

const withLast = (shape: readonly number[], last: unknown): number[] | null =>
  Number.isInteger(last) && (last as number) > 0 ? [...shape.slice(0, -1), last as number] : null;
