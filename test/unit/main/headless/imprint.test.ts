/** @file Drawing, labelling, measuring and reporting of `imprint`, without any helper. */
import { describe, expect, it } from 'vitest';
import { newDocument } from '../../../../main/projects/document';
import { reduce } from '../../../../main/projects/reduce';
import { accuracies, baseTally, novelTally } from '../../../../main/headless/imprint/accuracy';
import { baseClassesOf } from '../../../../main/desk/baseClasses';
import { drawShots } from '../../../../main/headless/imprint/draw';
import { folderLabels } from '../../../../main/headless/imprint/folderLabels';
import { requireNames } from '../../../../main/headless/imprint/names';
import { novelAccuracy } from '../../../../main/headless/imprint/measureNovel';
import { requireNoLabels, supportOf } from '../../../../main/headless/imprint/support';
import { rowOf, tableOf } from './support';

describe('drawing', () => {
  const classes = [Array.from({ length: 10 }, (_, i) => `a${i}`), ['b0', 'b1'], []];

  it('draws the same images for the same seed, for ever', () => {
    expect(drawShots(classes, 3, 7)).toEqual([['a0', 'a1', 'a9'], ['b1', 'b0'], []]);
    expect(drawShots(classes, 3, 8)).not.toEqual(drawShots(classes, 3, 7));
  });

  it('tells seeds above 2³¹ apart', () => {
    expect(drawShots(classes, 3, 2 ** 32 - 1)).not.toEqual(drawShots(classes, 3, 2 ** 31));
  });

  it('draws every image equally often, none twice', () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 2000; seed++) {
      const [drawn = []] = drawShots(classes, 4, seed);
      expect(new Set(drawn).size).toBe(4);
      for (const one of drawn) counts.set(one, (counts.get(one) ?? 0) + 1);
    }
    for (const count of counts.values()) expect(Math.abs(count - 800)).toBeLessThan(100);
  });
});

describe('a support set', () => {
  const rows = [
    ...['a/1.jpg', 'a/2.jpg', 'a/3.jpg', 'b/1.jpg', 'b/2.jpg'].map((place, i) => rowOf(i, place)),
    rowOf(5, 'b/broken.jpg', { state: 'failed', hash: null }),
    rowOf(6, 'unlabelled.jpg'),
  ];

  it('is every image of a class unless some are drawn', () => {
    expect(supportOf(rows, null)).toEqual({
      classes: [
        { name: 'a', items: ['f/a/1.jpg', 'f/a/2.jpg', 'f/a/3.jpg'] },
        { name: 'b', items: ['f/b/1.jpg', 'f/b/2.jpg', 'f/b/broken.jpg'] },
      ],
      held: null,
      short: [],
      copies: 0,
    });
  });

  it('is drawn from what could be read; the rest measures', () => {
    const { classes, held, short } = supportOf(rows, { shots: 2, seed: 1 });
    expect(classes.map(({ items }) => items.length)).toEqual([2, 2]);
    expect(held).toHaveLength(1);
    expect(held?.[0]?.name).toBe('a');
    expect(short).toEqual([]);
    expect(supportOf(rows, { shots: 3, seed: 1 }).short).toEqual(['b']);
  });

  it('never measures on a copy of an image that teaches', () => {
    const same = [
      rowOf(0, 'a/1.jpg', { hash: 'x' }),
      rowOf(1, 'a/2.jpg', { hash: 'x' }),
      rowOf(2, 'b/1.jpg'),
    ];
    expect(supportOf(same, { shots: 1, seed: 0 })).toMatchObject({ held: [], copies: 1 });
  });

  it('is not mixed with labels that a project has', () => {
    expect(() => requireNoLabels({})).not.toThrow();
    expect(() => requireNoLabels({ 'f/a.jpg': {} })).toThrow(/has labels already/);
  });
});

describe('labels from folders', () => {
  const folder = { id: 'f', path: '/p', subfolders: 'plain' as const, purpose: 'label' as const };
  const empty = newDocument({ name: 'p', folders: [folder], now: '2026-01-01T00:00:00Z' });
  const context = { by: 'annotator', now: '2026-01-01T00:00:00.000Z' };

  it('are one command that a project takes, with a key and a colour for each class', () => {
    const command = folderLabels(empty, 'p', [
      { name: 'bird/owl', items: ['f/bird/owl/1.jpg'] },
      { name: 'fish', items: [] },
    ]);
    expect(command).toMatchObject({
      source: 'folder',
      classes: [
        { name: 'bird/owl', colour: 0, key: '1' },
        { name: 'fish', colour: 1, key: '2' },
      ],
      labels: [{ items: ['f/bird/owl/1.jpg'] }],
    });
    expect(() => reduce(empty, command!, context)).not.toThrow();
  });

  it('go to classes that the project has by that name', () => {
    const owl = { id: 'owl', name: 'Owl', colour: 0, key: '1', kind: 'class' as const };
    const known = { ...empty, classes: [owl] };
    expect(folderLabels(known, 'p', [{ name: 'owl', items: ['f/owl/1.jpg'] }])).toMatchObject({
      classes: [],
      labels: [{ class: 'owl' }],
    });
    expect(folderLabels(known, 'p', [{ name: 'owl', items: [] }])).toBeNull();
  });

  it('give no key where all are taken', () => {
    const many = Array.from({ length: 32 }, (_, i) => ({ name: `c${i}`, items: [] }));
    const command = folderLabels(empty, 'p', many);
    const keys = command?.name === 'import' ? command.classes.map(({ key }) => key) : [];
    expect([keys[9], keys[10], keys[29], keys[30], keys[31]]).toEqual(['0', 'a', 'y', null, null]);
  });
});

describe('names of folders', () => {
  it('are refused where a project could not take them for classes', () => {
    expect(() => requireNames(['owl', 'bird/owl', 'fish'])).not.toThrow();
    expect(() => requireNames(['Owl', 'fish', 'owl'])).toThrow(/'Owl' and 'owl' would be the same class/);
    expect(() => requireNames(['x'.repeat(201)])).toThrow(/longer than the 200 letters/);
    expect(() => requireNames(Array.from({ length: 1001 }, (_, i) => `c${i}`))).toThrow(/1001 classes/);
  });
});

describe('accuracy', () => {
  const guesses = tableOf(
    ['owl', 'fish'],
    [{ top: [0, 1] }, { top: [1, 0] }, { top: [0, 1], base: 7 }, { top: [1, 0], base: 3 }],
  );

  it('of novel images counts a base class as wrong', () => {
    const known = [0, 1, 2].map((index) => ({ index, class: 0 }));
    expect(novelTally(guesses, known)).toEqual({ right: 1, of: 3 });
  });

  it('of base images counts an own class as wrong', () => {
    const known = [0, 2, 3].map((index) => ({ index, class: 7 }));
    expect(baseTally(guesses, known)).toEqual({ right: 1, of: 3 });
  });

  it('goes by the names of classes', () => {
    const classes = ['fish', 'owl'].map((name) => ({
      id: name,
      name: name.toUpperCase(),
      colour: 0,
      key: null,
      kind: 'class' as const,
    }));
    const held = [
      { index: 0, name: 'owl' },
      { index: 1, name: 'fish' },
      { index: 1, name: 'bear' },
    ];
    expect(novelAccuracy(guesses, classes, held)).toEqual({ right: 2, of: 3 });
  });

  it('is in percent, and null where nothing was measured', () => {
    expect(accuracies({ right: 3, of: 4 }, { right: 1, of: 4 })).toEqual({
      novelAccuracy: 75,
      baseAccuracy: 25,
      harmonicMean: 37.5,
      allAccuracy: 50,
    });
    const nothing = { novelAccuracy: null, baseAccuracy: null, harmonicMean: null, allAccuracy: null };
    expect(accuracies(null, null)).toEqual(nothing);
    expect(accuracies({ right: 0, of: 0 }, null)).toEqual(nothing);
    expect(accuracies({ right: 1, of: 2 }, null)).toEqual({ ...nothing, novelAccuracy: 50 });
    expect(accuracies({ right: 0, of: 2 }, { right: 0, of: 1 }).harmonicMean).toBe(0);
  });
});

describe('folders of base images', () => {
  const labels = ['tench', 'Cardigan', 'cardigan', 'great white shark', '42'];

  it('are named by a label or by a number', () => {
    const folders = ['tench', 'Great_White Shark', '2', 'cardigan', 'Cardigan', '42'];
    expect([...baseClassesOf(folders, labels).values()]).toEqual([0, 3, 2, 2, 1, 4]);
  });

  it('are refused where they name no class, or two', () => {
    expect(() => baseClassesOf(['minnow'], labels)).toThrow(/minnow names no base class: .* from 0 to 4\.$/);
    expect(() => baseClassesOf(['5'], labels)).toThrow(/names no base class/);
    expect(() => baseClassesOf(['CARDIGAN'], labels)).toThrow(/names two base classes: name it 1 or 2\.$/);
  });
});
