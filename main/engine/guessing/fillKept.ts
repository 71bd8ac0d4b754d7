/**
 * @file Fills the table of guesses by a kept head: which class, and how sure, is the head's to say. The cosine beside it stays
 * the likeness to the class's prototype. 'Unlike anything' goes by the head's own threshold, and where it has none by
 * that likeness. Runs in the engine and in tests.
 */
import type { GuessTable, GuessWord } from '../../contract/model';
import type { BaseGuesses } from './baseGuesses';
import type { FillParts } from './fill';
import { wordForConfidence } from '../imprinting/words';
import type { KeptHead } from './kept';
import { keptThreshold } from './keptRejection';
import type { Lesson } from './lesson';
import { bestOf, wordNumber, wordOf } from './table';
import type { Taught } from './taught';

/** Where the head's classes are in the lesson and among the prototypes; -1 where a class has no prototype. */
export interface KeptClasses {
  readonly positions: readonly number[];
  readonly prototypes: readonly number[];
}

export function keptClasses({ about }: KeptHead, lesson: Lesson, taught: Taught): KeptClasses {
  const positions = about.classes.map((id) => lesson.classes.findIndex((one) => one.id === id));
  const prototypes = positions.map((position) =>
    taught.classes.findIndex((one) => one.position === position),
  );
  return { positions, prototypes };
}

/** @param base best base class of every item in the joint head, and γ; null: none are shown */
export async function fillKept(
  table: GuessTable,
  taught: Taught,
  kept: KeptHead,
  base: { guesses: BaseGuesses; offset: number } | null,
  parts: FillParts,
): Promise<void> {
  const { matrix, scorer, space, pause } = parts;
  await kept.update(scorer, pause);
  const found = keptClasses(kept, taught.lesson, taught);
  const threshold = keptThreshold(kept.about, taught.lesson);
  const width = taught.prototypes.classes;
  const prepared = scorer.prepare(space.rows(taught.prototypes));
  try {
    for (const block of matrix.blocks(table.count)) {
      const { cosines } = space.scores(prepared.products(block.units), block, taught.prototypes);
      for (let i = 0; i < block.count; i++) {
        const index = block.first + i;
        if (!matrix.has(index)) continue;
        const best = writeKept(
          table,
          index,
          kept,
          cosines.subarray(i * width, (i + 1) * width),
          found,
          taught,
          threshold,
        );
        if (base && table.base[index]! >= 0 && base.guesses.score(index) > best + base.offset)
          table.baseWins[index] = 1;
      }
      await pause();
    }
  } finally {
    prepared.dispose();
  }
}

/** @returns the best logit */
function writeKept(
  table: GuessTable,
  index: number,
  kept: KeptHead,
  cosines: Float32Array,
  { positions, prototypes }: KeptClasses,
  taught: Taught,
  threshold: number | null,
): number {
  const logits = kept.logits(index);
  const confidences = kept.confidences(index);
  const best = bestOf(logits, table.k);
  const at = index * table.k;
  const cosine = (c: number | undefined): number => cosines[prototypes[c ?? -1] ?? -1] ?? NaN;
  best.forEach((c, rank) => {
    table.top[at + rank] = positions[c]!;
    table.cosine[at + rank] = cosine(c);
    if (confidences) table.confidence[at + rank] = confidences[c]!;
  });
  const [first, second] = [prototypes[best[0]!] ?? -1, prototypes[best[1] ?? -1] ?? -1];
  const sure = confidences ? confidences[best[0]!]! : null;
  const likeness = (): GuessWord => wordOf(first, second, cosine(best[0]), cosine(best[1]), sure, taught);
  const background = taught.lesson.classes[positions[best[0]!]!]?.kind === 'background';
  const unlike = threshold !== null && !background && logits[best[0]!]! < threshold;
  table.word[index] = wordNumber(threshold === null ? likeness() : wordBy(unlike, sure, likeness));
  return logits[best[0]!]!;
}

/** Where the head itself says what is unlike anything, the likeness does not. */
function wordBy(unlike: boolean, sure: number | null, likeness: () => GuessWord): GuessWord {
  if (unlike || sure !== null) return wordForConfidence(sure ?? 0, unlike);
  const word = likeness();
  return word === 'unlike anything' ? 'unsure' : word;
}
