/** @file Types of tensors: TensorFlow's numbers and names for them, and bytes of a value. Pure. */

/** tensorflow/core/framework/types.proto, numbers that tensors of inference have. */
const NAMES: Readonly<Record<number, string>> = {
  1: 'float32',
  2: 'float64',
  3: 'int32',
  4: 'uint8',
  5: 'int16',
  6: 'int8',
  7: 'string',
  8: 'complex64',
  9: 'int64',
  10: 'bool',
  14: 'bfloat16',
  17: 'uint16',
  19: 'float16',
  22: 'uint32',
  23: 'uint64',
};

const BYTES: Readonly<Record<string, number>> = {
  float32: 4,
  float64: 8,
  int32: 4,
  uint8: 1,
  int16: 2,
  int8: 1,
  complex64: 8,
  int64: 8,
  bool: 1,
  bfloat16: 2,
  uint16: 2,
  float16: 2,
  uint32: 4,
  uint64: 8,
};

export const dtypeNumbered = (number: number): string | null => NAMES[number] ?? null;

/** 'DT_FLOAT', as JSON of TensorFlow's messages has it. */
export function dtypeNamed(name: string): string | null {
  const small = name.replace(/^DT_/, '').toLowerCase();
  const full = { float: 'float32', double: 'float64', half: 'float16' }[small] ?? small;
  return Object.values(NAMES).includes(full) ? full : null;
}

/** Of one value; what has no fixed length counts as 16. */
export const bytesOf = (dtype: string | null): number => BYTES[dtype ?? ''] ?? 16;

/** Bytes of a tensor of that shape, unknown sides counted as one; NaN where a side is no whole number. */
export const tensorBytes = (dtype: string | null, shape: readonly number[]): number =>
  shape.reduce(
    (product, side) => product * (Number.isInteger(side) ? Math.max(side, side < 0 ? 1 : 0) : NaN),
    1,
  ) * bytesOf(dtype);
