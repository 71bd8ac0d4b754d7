/**
 * @file Refusals of the imprinting core, each quoting what it was given. Pure: runs in the engine and in tests.
 */

/** Throws RangeError unless a vector has the expected length (values). */
export function requireLength(what: string, length: number, expected: number): void {
  if (length !== expected) throw new RangeError(`${what} has ${length} values, expected ${expected}`);
}

/**
 * Throws RangeError for the first value that is NaN or infinite, saying which. Called only once a sum over the
 * vector has come out non-finite, so that the usual case costs nothing.
 */
export function throwNotFinite(what: string, values: ArrayLike<number>): never {
  const at = Array.prototype.findIndex.call(values, (value: number) => !Number.isFinite(value));
  if (at < 0) throw new RangeError(`${what} is too large: its squared length overflows`);
  throw new RangeError(`${what} has ${values[at]} at position ${at} of ${values.length}`);
}

/** Throws RangeError unless the value is finite and above zero. */
export function requirePositive(what: string, value: number): void {
  if (!(value > 0 && Number.isFinite(value))) throw new RangeError(`${what} must be positive, got ${value}`);
}
