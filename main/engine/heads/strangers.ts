/** @file Heads trained without one class, asked the images of it: [Note: strangers]. Runs in the engine and in tests. */
import { PersonError } from '../../contract/errors';
import type { EvaluatedSet } from '../evaluation/evaluatedSet';
import type { Shots } from '../evaluation/splits/split';
import type { Scorer } from '../guessing/scorer';
import type { Head } from '../imprinting/head';
import type { LabelledSet } from '../training/method';
import { HeldOutFold } from './heldOutFold';
import { acceptedShares, withoutClass } from './noneOfThese';
import { told } from '../../../strings/words';

export interface StrangerParts {
  readonly set: EvaluatedSet;
  readonly shots: Shots;
  readonly scorer: Scorer;
  /** Before the temperature. */
  readonly threshold: number;
  readonly background: readonly number[];
  readonly fit: (set: LabelledSet) => Promise<Head>;
}

/**
 * By group of all strangers, the share of its images that the threshold accepts.
 * @returns none, and why, where a head without one of them cannot be trained: of some classes alone it would be another figure
 */
export async function askStrangers(
  strangers: readonly number[],
  { set, shots, scorer, threshold, background, fit }: StrangerParts,
): Promise<{ accepted: number[]; why: string | null }> {
  const accepted: number[] = [];
  for (const stranger of strangers) {
    const split = withoutClass(shots, stranger);
    if (!split) return { accepted: [], why: told().engine.foreignNotTrained };
    const fold = new HeldOutFold(set, split, scorer);
    const head = await fit(fold.support).catch(unlessForPerson);
    if (!head) return { accepted: [], why: told().engine.foreignNotTrained };
    const isBackground = (place: number): boolean => background.includes(split.classes[place]!);
    accepted.push(...acceptedShares(fold.logits(head), threshold, isBackground));
  }
  return { accepted, why: null };
}

function unlessForPerson(error: unknown): null {
  if (error instanceof PersonError) return null;
  throw error;
}
