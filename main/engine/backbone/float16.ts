/**
 * @file Half precision (IEEE 754 binary16) to single, exactly, and back, to the nearest. Runs in the engine and in tests.
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

/** Larger magnitudes, as patterns of float32, round to infinity; smaller ones than the second are subnormal halves. */
const OVERFLOW = 0x477ff000;
const LEAST_NORMAL = 0x38800000;
const INFINITE = 0x7f800000;

/** The nearest half of a float32 pattern, ties to even. */
function encodeHalf(bits: number): number {
  const sign = (bits >>> 16) & 0x8000;
  const magnitude = bits & 0x7fffffff;
  if (magnitude > INFINITE) return sign | 0x7e00;
  if (magnitude >= OVERFLOW) return sign | 0x7c00;
  if (magnitude < LEAST_NORMAL) return sign | subnormalHalf(magnitude);
  // Exponents of float32 are 112 larger; the fraction loses 13 bits.
  return sign | ((magnitude + 0xfff + ((magnitude >>> 13) & 1) - (112 << 23)) >>> 13);
}

function subnormalHalf(magnitude: number): number {
  const shift = 126 - (magnitude >>> 23);
  if (shift > 25) return 0;
  const fraction = (magnitude & 0x7fffff) | 0x800000;
  return (fraction + (1 << (shift - 1)) - 1 + ((fraction >>> shift) & 1)) >>> shift;
}

/** Patterns of the nearest halves, ties to even; beyond 65504 infinity. */
export function float32ToFloat16(values: Float32Array): Uint16Array {
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  const halves = new Uint16Array(values.length);
  for (let i = 0; i < halves.length; i++) halves[i] = encodeHalf(bits[i]!);
  return halves;
}

/** Writes the values of half-precision patterns to `target`, from its place `at` on. */
export function writeHalves(halves: Uint16Array, target: Float32Array, at: number): void {
  const values = halfTable();
  for (let i = 0; i < halves.length; i++) target[at + i] = values[halves[i]!]!;
}
