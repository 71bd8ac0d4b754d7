/** @file How many of the images that were not drawn the head names rightly. Pure; runs in main. */
import type { ClassInfo, GuessTable } from '../../contract/model';
import { sameName } from '../../contract/names';
import { novelTally, type Tally } from './accuracy';

export function novelAccuracy(
  guesses: GuessTable,
  classes: readonly ClassInfo[],
  held: readonly { index: number; name: string }[],
): Tally {
  const positions = new Map(guesses.classes.map((id, position) => [id, position]));
  const positionOf = (name: string): number => {
    const found = classes.find((one) => sameName(one.name, name));
    return positions.get(found?.id ?? '') ?? -2;
  };
  const byName = new Map([...new Set(held.map(({ name }) => name))].map((name) => [name, positionOf(name)]));
  return novelTally(
    guesses,
    held.map(({ index, name }) => ({ index, class: byName.get(name) ?? -2 })),
  );
}
