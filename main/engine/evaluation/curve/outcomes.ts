/** @file Draws of a curve put together to outcomes, one for each number of shots. Pure: runs in the engine and in tests. */
import type { Outcome } from '../statistics/outcome';
import type { Shot } from '../splits/split';
import type { Draw } from './draws';
import type { Growth } from './growth';

export interface Drawn {
  readonly draw: Draw;
  readonly growth: Growth;
}

/** A value of a shot in one draw, from its shares by point. */
export type Value = (shares: Float64Array) => number;

/** @param replicates draws of each replicate */
export function outcomeAt(
  draws: readonly Drawn[],
  replicates: readonly (readonly Drawn[])[],
  shots: readonly Shot[],
  value: Value,
): Outcome {
  const means = (some: readonly Drawn[]): Float64Array =>
    Float64Array.from(some, (one) => meanOf(one, shots, value));
  return {
    perSplit: means(draws),
    perReplicate: replicates.map(means),
    shots: shots.flatMap((shot, number) => {
      const values = draws.flatMap(({ growth }) => {
        const shares = growth.get(number);
        return shares && shot.asked.length > 0 ? [value(shares)] : [];
      });
      return values.length === 0 ? [] : [{ class: shot.class, ...momentsOf(values) }];
    }),
  };
}

/** Shots that have nothing that may be asked do not count. */
function meanOf({ draw, growth }: Drawn, shots: readonly Shot[], value: Value): number {
  let [sum, all] = [0, 0];
  for (const [shot, count] of draw.asked) {
    if (shots[shot]!.asked.length === 0) continue;
    sum += count * value(growth.get(shot)!);
    all += count;
  }
  return sum / all;
}

function momentsOf(values: readonly number[]): { value: number; noise: number } {
  const value = values.reduce((sum, one) => sum + one, 0) / values.length;
  if (values.length < 2) return { value, noise: 0 };
  const spread = values.reduce((sum, one) => sum + (one - value) ** 2, 0) / values.length;
  return { value, noise: spread / (values.length - 1) };
}
