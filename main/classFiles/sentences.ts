/** @file What is said where methods need images and a class has sums: these cannot be trained on. Pure; runs in main. */
import { PersonError } from '../contract/errors';
import type { ClassInfo } from '../contract/model';
import { told } from '../../strings/words';

type Named = Pick<ClassInfo, 'name' | 'given'>;

const withSums = (classes: readonly Named[]): string[] =>
  classes.filter(({ given }) => given).map(({ name }) => name);

/** @throws {PersonError} where some class has sums */
export function requireImages(classes: readonly Named[]): void {
  const names = withSums(classes);
  if (names.length > 0) throw new PersonError(told().sums.needsImages(names));
}

/** Beside an estimate. */
export function notesOnEstimate(classes: readonly Named[]): string[] {
  const names = withSums(classes);
  if (names.length === 0) return [];
  return [told().sums.onEstimate(names)];
}

/** Beside a comparison of methods. */
export function notesOnContest(classes: readonly Named[]): string[] {
  const names = withSums(classes);
  if (names.length === 0) return [];
  return [told().sums.onContest(names)];
}
