/** @file Stored values are unknown until they are looked at. */

/** The value as an object to look into; an empty one for anything else. */
export function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
