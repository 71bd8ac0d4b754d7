/** @file What `classify` says of images, and how it writes it. */
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../../main/headless/classify/csv';
import { rowsOf, unreadRow } from '../../../../main/headless/classify/rows';
import { summary } from '../../../../main/headless/classify/summary';
import { rowOf, tableOf } from './support';

const classes = [
  { id: 'o', name: 'owl', kind: 'class' as const },
  { id: 'f', name: 'fish, flat', kind: 'class' as const },
];
const guesses = tableOf(
  ['f', 'o'],
  [
    { top: [1, 0], confidence: [0.75, 0.25], cosine: [0.5, 0.25] },
    { top: [0, 1], confidence: [0.5, 0.5], cosine: [0.25, 0.25] },
    { top: [0, 1], cosine: [0.75, 0.5], base: 7 },
  ],
);
const images = ['a.jpg', 'b.jpg', 'c.jpg'].map((place, i) => rowOf(i, place));

describe('rows', () => {
  it('name the best class, its confidence, and whether it is any of them', () => {
    expect(rowsOf(images.slice(0, 2), guesses, classes, 0.5)).toEqual([
      {
        ...{ path: 'a.jpg', label: 'owl', confidence: 0.75, known: true },
        top: [
          { label: 'owl', confidence: 0.75 },
          { label: 'fish, flat', confidence: 0.25 },
        ],
      },
      expect.objectContaining({
        path: 'b.jpg',
        label: 'fish, flat',
        confidence: 0.5,
        known: false,
        none: 'below threshold',
      }),
    ]);
  });

  it('say that what the background takes is none of them, whatever its cosine, and why', () => {
    const background = classes.map((one) => (one.id === 'o' ? { ...one, kind: 'background' as const } : one));
    for (const threshold of [0.1, 0.6, null])
      expect(rowsOf(images.slice(0, 1), guesses, background, threshold)).toMatchObject([
        { label: 'owl', confidence: 0.75, known: false, none: 'background' },
      ]);
    expect(rowsOf(images.slice(1, 2), guesses, background, 0.1)).toMatchObject([{ known: true }]);
  });

  it('go by the word of the guess where a fine-tuned head says what is none of them', () => {
    const word = guesses.word.slice();
    word[0] = 1;
    word[1] = 2;
    const said = rowsOf(images.slice(0, 2), { ...guesses, word }, classes, 'word');
    expect(said).toMatchObject([{ known: false, none: 'below threshold' }, { known: true }]);
  });

  it('say nothing of what cannot be told', () => {
    expect(rowsOf(images.slice(0, 1), guesses, classes, null)).toMatchObject([{ known: null }]);
    const unsure = tableOf(['f', 'o'], [{ top: [1], cosine: [0.5] }]);
    expect(rowsOf(images.slice(0, 1), unsure, classes, null)).toEqual([
      {
        path: 'a.jpg',
        label: 'owl',
        confidence: null,
        known: null,
        top: [{ label: 'owl', confidence: null }],
      },
    ]);
  });

  it('name a base class where it wins, without a percentage of its own', () => {
    expect(rowsOf(images.slice(2), guesses, classes, 0.1)).toMatchObject([
      { label: 'cock', confidence: null, known: null },
    ]);
  });

  it('give the reason for what could not be read', () => {
    const failed = rowOf(0, 'a.jpg', { state: 'failed', reason: 'The file is empty.' });
    expect(rowsOf([failed], guesses, classes, null)).toEqual([
      { path: 'a.jpg', label: null, confidence: null, known: null, top: [], reason: 'The file is empty.' },
    ]);
  });
});

describe('written', () => {
  const rows = [
    ...rowsOf(images, guesses, classes, 0.5),
    unreadRow({ path: 'd "x".jpg', reason: 'It is empty.' }),
  ];

  it('as CSV, a line has the same columns for every image', () => {
    expect(csvOf(rows)).toBe(
      [
        'path,label,confidence,known,top1,confidence1,top2,confidence2,top3,confidence3,reason,none',
        'a.jpg,owl,0.75,true,owl,0.75,"fish, flat",0.25,,,,',
        'b.jpg,"fish, flat",0.5,false,"fish, flat",0.5,owl,0.5,,,,below threshold',
        'c.jpg,cock,,,"fish, flat",,owl,,,,,',
        '"d ""x"".jpg",,,,,,,,,,It is empty.,',
        '',
      ].join('\n'),
    );
  });

  it('for people, as a table and a list of what was not read', () => {
    expect(summary(rows, [{ path: 'notes.txt', reason: 'It is no image.' }])).toBe(
      [
        'image  label       confidence %',
        'a.jpg  owl                 75.0',
        'b.jpg  fish, flat          50.0  none of these',
        'c.jpg  cock                   –',
        'Not read:',
        '  d "x".jpg: It is empty.',
        '  notes.txt: It is no image.',
        '',
      ].join('\n'),
    );
  });
});
