/** @file A percentage only where there is a number; otherwise the word. */
import { describe, expect, it } from 'vitest';
import { certaintyOf, describeCell } from '../../../../renderer/logic/cell';
import { baseGuessAt, guessAt, marginAt } from '../../../../renderer/logic/guesses';
import { indexClasses, LabelTable } from '../../../../renderer/logic/labels';
import { fakeDocument } from '../fake/project';
import { guessTable, rows, type RowGuess } from '../fake/table';

const classes = indexClasses([
  { id: 'perch', name: 'Perch', colour: 0, key: '1', kind: 'class' },
  { id: 'roach', name: 'Roach', colour: 1, key: '2', kind: 'class' },
]);

function nameOf(guess: RowGuess, scale: number | null = 10): string | undefined {
  const items = rows(1, { 0: { path: 'fish/a.webp' } });
  const labels = new LabelTable();
  labels.rebuild(items, fakeDocument());
  const guesses = guessTable(['perch', 'roach'], [guess], scale);
  return describeCell({ items, labels, guesses }, classes, 0)?.name.replaceAll('\u00a0', ' ');
}

describe('what a cell says of a guess', () => {
  it('gives the percentage where there is one', () => {
    expect(nameOf({ top: [[0, 0.83, 0.6]], word: 3 })).toBe('fish/a.webp, guess Perch 83 %');
  });

  it('gives the word where there is no percentage', () => {
    expect(nameOf({ top: [[0, NaN, 0.6]], word: 3 }, null)).toBe('fish/a.webp, guess Perch likely');
    expect(nameOf({ top: [[1, NaN, 0.6]], word: 2 }, null)).toBe('fish/a.webp, guess Roach unsure');
    expect(nameOf({ top: [[1, NaN, 0.2]], word: 1 }, null)).toBe('fish/a.webp, guess Roach unlike anything');
  });

  it('questions a percentage that belongs to something unlike anything', () => {
    expect(certaintyOf({ class: 'perch', confidence: 0.9, word: 'unlike anything' })).toMatch(/90.%.\?/);
    expect(nameOf({ top: [[1, 0.9, 0.2]], word: 1 }, 20)).toMatch(/guess Roach 90.% \?, unlike anything$/);
  });

  it('says nothing without a guess', () => {
    expect(nameOf({ top: [] })).toBe('fish/a.webp');
  });

  it('keeps base classes apart', () => {
    expect(nameOf({ top: [[0, 0.83, 0.6]], word: 3, base: [7, false] })).toBe(
      'fish/a.webp, guess Perch 83 %, tench (ImageNet)',
    );
    expect(nameOf({ top: [[0, 0.83, 0.6]], word: 3, base: [7, true] })).toContain(
      'tench (preferred, ImageNet)',
    );
  });
});

describe('the guess table', () => {
  const table = guessTable(
    ['perch', 'roach'],
    [
      {
        top: [
          [1, 0.7, 0.6],
          [0, 0.3, 0.5],
        ],
      },
      { top: [] },
      { top: [[0, 1, 0.9]] },
    ],
  );

  it('answers null beyond its rows and where there is no guess', () => {
    expect(guessAt(table, 1)).toBeNull();
    expect(guessAt(table, 99)).toBeNull();
    expect(guessAt(null, 0)).toBeNull();
    expect(baseGuessAt(table, 0)).toBeNull();
  });

  it('measures the margin to the second class', () => {
    expect(marginAt(table, 0)).toBeCloseTo(0.4);
    expect(marginAt(table, 1)).toBeNaN();
    expect(marginAt(table, 2)).toBe(Infinity);
  });

  it('takes cosines for the margin while no percentage may be shown', () => {
    const words = guessTable(
      ['perch', 'roach'],
      [
        {
          top: [
            [1, NaN, 0.6],
            [0, NaN, 0.5],
          ],
        },
      ],
      null,
    );
    expect(marginAt(words, 0)).toBeCloseTo(0.1);
  });
});
