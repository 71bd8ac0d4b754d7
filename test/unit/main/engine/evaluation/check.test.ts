/** @file The report of a blind check, and that what is checked teaches nothing. */
import { describe, expect, it } from 'vitest';
import type { GuessTable } from '../../../../../main/contract/model';
import { checkOf } from '../../../../../main/engine/evaluation/check';
import { Guesser } from '../../../../../main/engine/guessing/guesser';
import type { Lesson } from '../../../../../main/engine/guessing/lesson';
import { plainScorer } from '../../../../../main/engine/guessing/scorer';
import { emptyTable } from '../../../../../main/engine/guessing/table';
import { lessonOf, project } from '../guessing/project';
import { bytes } from '../imprinting/synthetic';

type Check = Lesson['checks'][number];
const lessonWith = (checks: Check[]): Lesson => ({ ...lessonOf([0, 0, 0]), checks });
const check = (index: number, own: number, group = `item ${index}`): Check => ({ index, class: own, group });

/** A table that guesses these classes, row by row. */
function guessing(...classes: number[]): GuessTable {
  const table = emptyTable(lessonOf([0, 0, 0]), classes.length);
  classes.forEach((c, row) => (table.top[row * table.k] = c));
  return table;
}

describe('the check', () => {
  it('counts right guesses, overall and by the class that was given, with intervals', () => {
    const checks = [check(0, 0), check(1, 0), check(2, 1), check(3, 1), check(4, 0)];
    const report = checkOf(lessonWith(checks), guessing(0, 1, 1, 1, 0))!;
    expect(report).toMatchObject({ accuracy: 0.8, n: 5, right: 4, groups: 5, effective: 5, unread: 0 });
    // statsmodels 0.15.0: proportion_confint(4, 5, method='wilson')
    expect(report.interval![0]).toBeCloseTo(0.3755346297625252, 12);
    expect(report.interval![1]).toBeCloseTo(0.9637758913675698, 12);
    expect(report.classes).toMatchObject([
      { class: 'c0', n: 3, right: 2, groups: 3 },
      { class: 'c1', n: 2, right: 2, accuracy: 1 },
      { class: 'c2', n: 0, right: 0, accuracy: null, interval: null },
    ]);
  });

  it('counts a burst as its group is worth', () => {
    const checks = [0, 1, 2, 3].map((row) => check(row, 0, 'burst'));
    const report = checkOf(lessonWith([...checks, check(4, 1)]), guessing(0, 0, 0, 0, 1))!;
    expect(report).toMatchObject({ n: 5, groups: 2, effective: 25 / 17 });
    expect(report.classes[0]!.groups).toBe(1);
  });

  it('says what was taken for what, the most frequent first', () => {
    const checks = [0, 1, 2, 3, 4].map((row) => check(row, row < 3 ? 0 : 1));
    expect(checkOf(lessonWith(checks), guessing(2, 1, 1, 0, 1))!.confusions).toEqual([
      { class: 'c0', guessed: 'c1', n: 2 },
      { class: 'c0', guessed: 'c2', n: 1 },
      { class: 'c1', guessed: 'c0', n: 1 },
    ]);
  });

  it('takes a guess for wrong where a class of the backbone wins', () => {
    const table = guessing(0, 0);
    table.baseWins[1] = 1;
    const report = checkOf(lessonWith([check(0, 0), check(1, 0)]), table)!;
    expect(report).toMatchObject({ right: 1, confusions: [{ class: 'c0', guessed: null, n: 1 }] });
  });

  it('leaves out and counts what has no guess, and is null where nothing has', () => {
    const checks = [check(0, 0), check(1, 0), check(9, 0)];
    expect(checkOf(lessonWith(checks), guessing(0, -1))).toMatchObject({ n: 1, unread: 2 });
    expect(checkOf(lessonWith(checks), guessing(-1))).toBeNull();
    expect(checkOf(lessonWith([]), guessing(0))).toBeNull();
  });
});

describe('what is checked', () => {
  it('teaches nothing: prototypes, scale and guesses are the same to the byte', async () => {
    const { matrix, constants } = project();
    const lesson = lessonOf([6, 5, 4, 3]);
    const rows = Array.from({ length: 200 }, (_, i) => 300 + i).filter((row) => row % 5 !== 4);
    const checked = { ...lesson, checks: rows.map((row) => check(row, row % 4)) };
    const guessers = [lesson, checked].map(() => new Guesser(matrix, constants, plainScorer));
    const [plain, beside] = await Promise.all([guessers[0]!.teach(lesson), guessers[1]!.teach(checked)]);
    const [without, withChecks] = guessers.map(({ taught }) => taught!);
    expect(bytes(withChecks!.prototypes.rows)).toBe(bytes(without!.prototypes.rows));
    expect(withChecks!.scale).toBe(without!.scale);
    expect(beside.guesses).toEqual(plain.guesses);
    expect({ ...beside.estimate, check: null }).toEqual(plain.estimate);
    const { top, k } = beside.guesses;
    const right = rows.filter((row) => top[row * k] === row % 4).length;
    const accuracy = right / rows.length;
    expect(beside.estimate.check).toMatchObject({ n: rows.length, right, accuracy, effective: rows.length });
  });
});
