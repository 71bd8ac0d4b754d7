/** @file What a reader insists on. Pure. */

/** @throws Error with both values */
export function expect(what: string, found: unknown, expected: unknown): void {
  if (!Object.is(found, expected))
    throw new Error(`${what} is ${text(found)} where ours have ${text(expected)}`);
}

/** @throws Error saying `otherwise`, which none of our models has */
export function must<T>(value: T | null | undefined, otherwise: string): T {
  if (value === null || value === undefined) throw new Error(`${otherwise}, which none of our models has`);
  return value;
}

const LONGEST = 80;

function text(value: unknown): string {
  const written =
    value instanceof Uint8Array ? `${value.length} bytes` : (JSON.stringify(value) ?? 'missing');
  return written.length > LONGEST ? `${written.slice(0, LONGEST)}…` : written;
}
