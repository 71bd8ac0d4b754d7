/**
 * @file Which relu6 an operator of TFLite does by itself, as every converter writes it: XNNPACK and the delegates are
 * made for that. Pure; runs in the engine and in tests.
 */
import type { Layer } from '../../backbone/layers';

/** Layers whose operators have a fused activation. (Concatenation has the field, but no kernel does it.) */
const FUSES: ReadonlySet<Layer['op']> = new Set(['conv', 'depthwiseConv', 'dense', 'add', 'sub', 'mul']);

/**
 * Of each layer that a relu6 follows directly, the name of that relu6: where no other layer reads it and it is no output
 * itself.
 */
export function fusedActivations(layers: readonly Layer[], outputs: readonly string[]): Map<string, string> {
  const read = new Set(outputs);
  const readTwice = new Set(outputs);
  for (const input of layers.flatMap(({ inputs }) => inputs)) (read.has(input) ? readTwice : read).add(input);
  const fusing = new Set(
    layers.filter(({ name, op }) => FUSES.has(op) && !readTwice.has(name)).map(({ name }) => name),
  );
  const followed = layers.filter(({ op, inputs }) => op === 'relu6' && fusing.has(inputs[0]));
  return new Map(followed.map(({ name, inputs }) => [inputs[0], name]));
}
