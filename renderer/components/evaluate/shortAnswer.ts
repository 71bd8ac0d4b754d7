/** @file The answer to each question in a few words, from what is known of it now. */
import { confusedPairs } from '../../logic/evaluate/confusion';
import { hardest } from '../../logic/evaluate/figures';
import type { Question } from '../../logic/evaluate/questions';
import type { Evaluating, Shown } from '../../state/evaluating.svelte';
import { answers as words, evaluate, methodWords } from '../../../strings';

/** @param nameOf of a class by its id */
export function shortAnswer(
  evaluating: Evaluating,
  question: Question,
  nameOf: (id: string) => string,
): string {
  const { overview, shown } = evaluating;
  switch (question) {
    case 'known': {
      const { check = null, estimate = null } = overview ?? {};
      if (check && check.share.value !== null) return words.accuracy(check);
      return estimate && estimate.share.value !== null ? words.estimate(estimate) : words.notYet;
    }
    case 'classes':
      return hardClass(shown);
    case 'confusion':
      return confused(shown);
    case 'percentages': {
      const error = shown?.answers.reliability.error ?? null;
      return error === null ? words.notYet : words.calibration(error);
    }
    case 'curve':
      return (evaluating.curve.curve && words.curve(evaluating.curve.curve)) ?? words.notYet;
    case 'operating': {
      const { class: id, curve } = evaluating.operating;
      if (id === null) return words.notChosen;
      return curve ? words.operating(nameOf(id), curve) : nameOf(id);
    }
    case 'methods':
      return compared(evaluating);
    case 'base':
      return evaluating.base.receipt ? words.base(evaluating.base.receipt) : words.notMeasured;
  }
}

function hardClass(shown: Shown | null): string {
  const figures = shown && hardest(shown.answers.perClass);
  if (!shown || !figures) return words.notYet;
  if (figures.f1 === 1) return words.noneHard;
  return words.hardest(shown.classes[figures.class]?.name ?? '', figures);
}

function confused(shown: Shown | null): string {
  if (!shown) return words.notYet;
  const [worst] = confusedPairs(shown.answers.confusion);
  if (!worst) return words.noPair;
  const nameAt = (at: number) => shown.classes[at]?.name ?? evaluate.base;
  return words.pair(nameAt(worst.row), nameAt(worst.column), worst.n);
}

function compared({ contest }: Evaluating): string {
  const { progress, shown, running } = contest;
  if (running) return progress ? methodWords[progress.method].name : words.comparing;
  return shown?.sentence ?? words.notCompared;
}
