/** @file The order of a kernel's axes: TensorFlow's and ONNX's are each other's reverse. Pure: engine and tests. */

/**
 * Values [a, b, c] as [c, b, a]. With a for the places of a kernel, this takes [height, width, in, out] to
 * [out, in, height, width]; and back, with a for the outputs.
 */
export function reversed(values: Float32Array, [a, b, c]: readonly [number, number, number]): Float32Array {
  const result = new Float32Array(values.length);
  let at = 0;
  for (let k = 0; k < c; k++)
    for (let j = 0; j < b; j++) for (let i = 0; i < a; i++) result[at++] = values[(i * b + j) * c + k]!;
  return result;
}
