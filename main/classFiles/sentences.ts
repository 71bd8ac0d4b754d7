/** @file What is said where methods need images and a class has sums: these cannot be trained on. Pure; runs in main. */
import { PersonError } from '../contract/errors';
import type { ClassInfo } from '../contract/model';

type Named = Pick<ClassInfo, 'name' | 'given'>;

const withSums = (classes: readonly Named[]): string[] =>
  classes.filter(({ given }) => given).map(({ name }) => name);

const have = (names: readonly string[]): string =>
  `${names.join(', ')} ${names.length === 1 ? 'has' : 'have'}`;

/** @throws {PersonError} where some class has sums */
export function requireImages(classes: readonly Named[]): void {
  const names = withSums(classes);
  if (names.length > 0)
    throw new PersonError(
      `${have(names)} images that came as sums, and nothing can be trained on sums: what came of it would know nothing of these images. Nothing was changed. Stay with imprinting, or take the sums out first, in the menu of the class.`,
    );
}

/** Beside an estimate. */
export function notesOnEstimate(classes: readonly Named[]): string[] {
  const names = withSums(classes);
  if (names.length === 0) return [];
  return [
    `${have(names)} images that came as sums too. They count in every guess and are never held out, so the estimate is of the images that are here.`,
  ];
}

/** Beside a comparison of methods. */
export function notesOnContest(classes: readonly Named[]): string[] {
  const names = withSums(classes);
  if (names.length === 0) return [];
  return [
    `${have(names)} images that came as sums. They take no part in the comparison, where every method learns from the same images; guesses learn from them as well.`,
  ];
}
