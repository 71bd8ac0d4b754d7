/** @file Where on the map the names of classes are written: at the labelled image that lies most in their middle. Pure. */
import type { Coloured } from './colours';
import { Shape } from './sprites';

export interface MapName {
  /** Place of the class in the legend. */
  entry: number;
  row: number;
}

/** @returns those with most labelled images first, so that they are written where two would overlap */
export function namesOnMap(
  world: Float32Array,
  rows: Uint32Array,
  { shapes, entries, legend }: Coloured,
): MapName[] {
  const labelled = legend.map((): number[] => []);
  for (const row of rows) if (shapes[row] === Shape.labelled) labelled[entries[row] ?? 0]?.push(row);
  return labelled
    .flatMap((mine, entry) =>
      mine.length === 0 ? [] : [{ entry, row: middleOf(world, mine), size: mine.length }],
    )
    .sort((a, b) => b.size - a.size || a.entry - b.entry)
    .map(({ entry, row }) => ({ entry, row }));
}

/** Nearest to the median of x and of y, which a few far away do not move. */
function middleOf(world: Float32Array, rows: readonly number[]): number {
  const median = (axis: 0 | 1) => {
    const values = rows.map((row) => world[2 * row + axis] ?? 0).sort((a, b) => a - b);
    return values[values.length >> 1] ?? 0;
  };
  const [x, y] = [median(0), median(1)];
  const away = (row: number) => Math.hypot((world[2 * row] ?? 0) - x, (world[2 * row + 1] ?? 0) - y);
  return rows.reduce((best, row) => (away(row) < away(best) ? row : best));
}
