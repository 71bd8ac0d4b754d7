/** @file Sets and maps that never change: a changed one is another one, which is what views notice. Pure. */

export const NO_ROWS: ReadonlySet<number> = new Set();
export const NO_CHOICES: ReadonlyMap<number, number> = new Map();

/** The set with the value, or without it. */
export function withRow(set: ReadonlySet<number>, row: number, on: boolean): ReadonlySet<number> {
  const changed = new Set(set);
  if (on) changed.add(row);
  else changed.delete(row);
  return changed;
}

export function withChoice(
  map: ReadonlyMap<number, number>,
  key: number,
  value: number,
): ReadonlyMap<number, number> {
  return new Map(map).set(key, value);
}
