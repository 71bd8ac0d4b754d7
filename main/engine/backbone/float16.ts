/**
 * @file Half precision (IEEE 754 binary16) to single, exactly. Runs in the engine and in tests.
 */

/** The value of one half-precision pattern: 1 sign bit, 5 exponent bits, 10 fraction bits. */
function decodeHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

let table: Float32Array | undefined;

/** All 65,536 values: a look-up decodes a backbone's millions of weights in milliseconds. */
function halfTable(): Float32Array {
  table ??= Float32Array.from({ length: 0x10000 }, (_, bits) => decodeHalf(bits));
  return table;
}

/**
 * Little-endian halves to floats.
 * @param bytes - two per value
 * @throws RangeError where the length is odd
 */
export function float16ToFloat32(bytes: Uint8Array): Float32Array {
  if (bytes.length % 2 !== 0)
    throw new RangeError(`half-precision values take two bytes each, got ${bytes.length} bytes`);
  const values = halfTable();
  const result = new Float32Array(bytes.length / 2);
  for (let i = 0; i < result.length; i++) {
    const bits = bytes[2 * i]! | (bytes[2 * i + 1]! << 8);
    result[i] = values[bits]!;
  }
  return result;
}
