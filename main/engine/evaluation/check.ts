/**
 * @file What the blind check says: the accuracy on this folder. Runs in the engine and in tests.
 *
 * Check items are drawn at random from the unlabelled, labelled with the guess hidden, and teach nothing, so the plain share
 * of right guesses is an estimate at the folder's own frequencies. The guess of an item is its best own class; where base
 * classes stand beside and one of them wins, the model would not name an own class and the guess is wrong, as it is in
 * the headless report.
 */
import type { CheckReport, GuessTable } from '../../contract/model';
import type { Lesson } from '../guessing/lesson';
import { effectiveItems, intervalOf, type Tally } from './intervals';

interface Checked {
  readonly class: number;
  readonly group: string;
  /** Place of the guessed class, null where a base class won. */
  readonly guessed: number | null;
}

/** Null where no check item has a guess. */
export function checkOf({ checks, classes }: Lesson, guesses: GuessTable): CheckReport | null {
  const items = checks.flatMap((check) => checkedItem(check, guesses));
  if (items.length === 0) return null;
  const groups = tallies(items);
  return {
    ...countOf(items, groups),
    effective: effectiveItems(groups),
    unread: checks.length - items.length,
    classes: classes.map(({ id }, position) => {
      const own = items.filter((item) => item.class === position);
      return { class: id, ...countOf(own, tallies(own)) };
    }),
    confusions: confusions(items, classes),
  };
}

function checkedItem({ index, class: own, group }: Lesson['checks'][number], table: GuessTable): Checked[] {
  const guessed = index < table.count ? table.top[index * table.k]! : -1;
  if (guessed < 0) return [];
  return [{ class: own, group, guessed: table.baseWins[index] === 1 ? null : guessed }];
}

const isRight = (item: Checked): boolean => item.guessed === item.class;

function countOf(items: readonly Checked[], groups: readonly Tally[]) {
  const right = items.filter(isRight).length;
  return {
    accuracy: items.length === 0 ? null : right / items.length,
    interval: intervalOf(groups),
    n: items.length,
    right,
    groups: groups.length,
  };
}

function tallies(items: readonly Checked[]): Tally[] {
  const groups = new Map<string, { items: number; right: number }>();
  for (const item of items) {
    const group = groups.get(item.group) ?? { items: 0, right: 0 };
    group.items += 1;
    group.right += Number(isRight(item));
    groups.set(item.group, group);
  }
  return [...groups.values()];
}

/** What was taken for what, the most frequent first. */
function confusions(items: readonly Checked[], classes: Lesson['classes']): CheckReport['confusions'] {
  const counts = new Map<string, CheckReport['confusions'][number]>();
  for (const item of items) {
    if (isRight(item)) continue;
    const key = `${item.class} ${item.guessed}`;
    const guessed = item.guessed === null ? null : classes[item.guessed]!.id;
    const found = counts.get(key) ?? { class: classes[item.class]!.id, guessed, n: 0 };
    found.n += 1;
    counts.set(key, found);
  }
  return [...counts.values()].sort((one, other) => other.n - one.n);
}
