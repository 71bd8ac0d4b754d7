/**
 * @file Whether several prototypes tell a class better than one: the same folds both ways. Runs in the engine and in tests.
 * Source: docs/methods.md, 1c.
 */
import type { LooksGain, LooksVerdict, PairedEstimate } from '../../contract/areas/looks';
import { folds, type HeldOut, type Score } from '../imprinting/folds';
import { Mixture } from '../imprinting/mixture';
import { pairedEstimate } from '../imprinting/paired';
import { partsOf } from '../imprinting/sums';
import type { Shown } from './guesser';
import type { TaughtClass } from './lessonSupport';
import type { Pause } from './pace';
import { told } from '../../../strings/words';

export interface LooksParts {
  readonly score: Score;
  readonly pause: Pause;
}

/** From so many groups on a class has two prototypes in every fold as well. */
const LEAST_GROUPS = 5;

/** By what the last answered lesson taught. @param id of the class */
export async function looksIn(shown: Shown | null, id: string, parts: LooksParts): Promise<LooksGain> {
  if (!shown?.taught) return unknown(id, told().engine.noneRead);
  const { lesson, stage, taught } = shown;
  // The sums may be those of a lesson that was given up meanwhile.
  const classes = stage.support.update(lesson);
  const at = classes.findIndex(({ position }) => lesson.classes[position]?.id === id);
  const why = whyNot(classes, classes[at]);
  if (why !== null) return unknown(id, why);
  const { sums } = classes[at]!;
  const held = async (mixture: Mixture | null): Promise<HeldOut[]> => {
    const found: HeldOut[] = [];
    const asked = classes.map((one, c) => (c === at ? { ...one, mixture } : one));
    for (const fold of folds(asked, taught.options, parts.score)) {
      found.push(...fold);
      await parts.pause();
    }
    return found;
  };
  const mixture = new Mixture(sums);
  return gainOf(id, at, {
    one: await held(null),
    several: await held(mixture),
    prototypes: partsOf(mixture.all).length,
  });
}

type Asked = Record<'one' | 'several', readonly HeldOut[]> & { prototypes: number };

function gainOf(id: string, at: number, { one, several, prototypes }: Asked): LooksGain {
  const isOwn = (held: HeldOut): boolean => held.class === at;
  const own = pairedEstimate(one.filter(isOwn), several.filter(isOwn));
  const all = pairedEstimate(one, several);
  return { class: id, verdict: verdictOf(own, all), prototypes, own, all, why: null };
}

/** What a class gains must be more than chance, and not taken from others. */
function verdictOf(own: PairedEstimate, all: PairedEstimate): LooksVerdict {
  if (own.difference < 0 || all.difference < 0) return 'worse';
  return own.interval[0] > 0 ? 'better' : 'unclear';
}

function whyNot(classes: readonly TaughtClass[], asked: TaughtClass | undefined): string | null {
  if (!asked) return told().engine.noneOfItsRead;
  if (classes.length < 2) return told().engine.noOtherClass;
  // What came as sums has parts already, and is never held out.
  const shots = asked.sums.shots - asked.sums.given;
  if (shots < LEAST_GROUPS) return told().engine.looksNeed(shots, LEAST_GROUPS);
  if (![...asked.scored.values()].some(({ length }) => length > 0)) return told().engine.allInBulk;
  return null;
}

const unknown = (id: string, why: string): LooksGain => ({
  ...{ class: id, verdict: 'unknown', prototypes: 1, own: null, all: null, why },
});
