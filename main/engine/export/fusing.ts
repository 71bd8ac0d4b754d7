/**
 * @file Which relu6 a format's operator does by itself, as every converter writes it: readers are made for that, and each
 * layer less is one time less through memory. Pure; runs in the engine and in tests.
 */
import type { Layer } from '../backbone/layers';

/**
 * Of each layer that a relu6 follows directly, the name of that relu6: where no other layer reads it and it is no output
 * itself.
 * @param fuses layers that can have an activation in this format
 */
export function fusedActivations(
  layers: readonly Layer[],
  outputs: readonly string[],
  fuses: ReadonlySet<Layer['op']>,
): Map<string, string> {
  const read = new Set(outputs);
  const readTwice = new Set(outputs);
  for (const input of layers.flatMap(({ inputs }) => inputs)) (read.has(input) ? readTwice : read).add(input);
  const fusing = new Set(
    layers.filter(({ name, op }) => fuses.has(op) && !readTwice.has(name)).map(({ name }) => name),
  );
  const followed = layers.filter(({ op, inputs }) => op === 'relu6' && fusing.has(inputs[0]));
  return new Map(followed.map(({ name, inputs }) => [inputs[0], name]));
}
