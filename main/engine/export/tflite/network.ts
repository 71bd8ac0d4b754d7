/**
 * @file A TFLite network as plain values, between a layer graph and the tables of a file: what the emitter makes of a
 * graph, and what the reader finds. Pure; runs in the engine and in tests.
 */
import type { OperatorName, TensorType } from './schema';

export interface NetworkTensor {
  name: string;
  type: TensorType;
  /** Of an activation for one image: [1, …]. */
  shape: readonly number[];
  /** Little-endian values of a constant; null of what is computed, whose first dimension may then be any number. */
  data: Uint8Array | null;
}

export interface NetworkOperator {
  name: OperatorName;
  /** Indices of tensors; -1 for one that is left out. */
  inputs: readonly number[];
  output: number;
  /** All that the schema has for it (schema.ts); empty where it has none. */
  options: Readonly<Record<string, number>>;
}

export interface Network {
  tensors: readonly NetworkTensor[];
  /** In the order in which they run. */
  operators: readonly NetworkOperator[];
  input: number;
  /** By name, in their order. */
  outputs: ReadonlyMap<string, number>;
}
