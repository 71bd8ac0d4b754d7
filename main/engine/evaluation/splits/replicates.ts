/**
 * @file Bootstrap replicates of the groups within classes, for intervals of episodes. Pure: runs in the engine and in tests.
 * Source: Efron, 'Bootstrap Methods: Another Look at the Jackknife' (Annals of Statistics 7, 1979).
 */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { episode, isUsable, type EpisodeRule } from './episodes';
import type { Count, Shot, Shots, Split } from './split';

/** Episodes of each replicate: two tell how far episodes of one differ. */
export const EPISODES_EACH = 2;
/** Across domains a class can often not be drawn again without becoming unusable: it is then taken as it is. */
const MOST_TRIES = 50;

/** `count` replicates, each with {@link EPISODES_EACH} episodes. */
export function replicates(
  usable: Shots,
  rule: EpisodeRule,
  count: number,
  random: RandomGenerator,
): Split[][] {
  return Array.from({ length: count }, () => {
    const counts = new Map(usable.flatMap((own) => [...drawnAgain(own, rule, random)]));
    const times: Count = (shot) => counts.get(shot) ?? 0;
    return Array.from({ length: EPISODES_EACH }, () => episode(usable, rule, random, times));
  });
}

/** As many groups as there are, with replacement: two different ones at least, one of which may be asked. */
function drawnAgain(own: readonly Shot[], rule: EpisodeRule, random: RandomGenerator): Map<Shot, number> {
  const least = rule.across ? rule : { ...rule, shots: 1 };
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const counts = new Map<Shot, number>();
    for (let i = 0; i < own.length; i++) {
      const shot = own[uniformInt(random, 0, own.length - 1)]!;
      counts.set(shot, (counts.get(shot) ?? 0) + 1);
    }
    if (isUsable([...counts.keys()], least)) return counts;
  }
  return new Map(own.map((shot) => [shot, 1]));
}
