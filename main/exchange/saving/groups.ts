/**
 * @file What a group of images shows, such as a burst: the class with the largest sum of its images' confidences, or, where
 * no percentage may be shown, of most images. Images that are none of the classes have no say, unless all are. Pure.
 * Runs in main.
 */
import { csvOf } from '../write/csv';
import { NONE_OF_THESE } from '../write/guess';
import type { OutItem } from '../write/outItem';

/** null where no item is in a group. */
export function groupsCsv(items: readonly OutItem[]): string | null {
  const groups = new Map<string, OutItem[]>();
  for (const item of items) {
    if (item.group === null || item.guess === null) continue;
    groups.set(item.group, [...(groups.get(item.group) ?? []), item]);
  }
  if (groups.size === 0) return null;
  const rows = [...groups].map(([group, some]) => [group, some.length, ...guessOfGroup(some)]);
  return csvOf(['group', 'images', 'guess', 'agreeing'], rows);
}

/** @returns the guess, and how many of the images are guessed so themselves */
export function guessOfGroup(items: readonly OutItem[]): [string, number] {
  const known = items.filter(({ guess }) => guess?.known !== false);
  if (known.length === 0) return [NONE_OF_THESE, items.length];
  const sums = new Map<string, number>();
  for (const { guess } of known)
    if (guess) sums.set(guess.label, (sums.get(guess.label) ?? 0) + (guess.confidence ?? 1));
  const [best] = [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!;
  return [best, known.filter(({ guess }) => guess?.label === best).length];
}
