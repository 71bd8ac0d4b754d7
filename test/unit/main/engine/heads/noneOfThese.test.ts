/** @file The threshold of a trained head for 'none of these', counted by hand. */
import { describe, expect, it } from 'vitest';
import { shotsOf } from '../../../../../main/engine/evaluation/splits/split';
import {
  acceptedShares,
  headRejection,
  strangersOf,
  withoutClass,
} from '../../../../../main/engine/heads/noneOfThese';
import { synthetic } from '../evaluation/sets';

/** 39 logits 1 to 39 of class 0, out of order, and a lower one of the background. */
const scores = [
  ...Array.from({ length: 39 }, (_, i) => ({ class: 0, logit: ((i * 7) % 39) + 1 })),
  { class: 1, logit: -5 },
];
const parts = { background: [1], temperature: 2, accepted: [1, 0.5, 0, 0.5], why: null };

describe('the threshold', () => {
  it('is the floor(.05·40)th smallest logit of the true class, over the temperature, with its costs', () => {
    expect(headRejection(scores, parts)).toEqual({
      ...{ threshold: 1, falseRejectRate: 1 / 39, foreignAccepted: 0.5, why: null },
      ...{ groups: 39, needed: 19, background: [1] },
    });
  });

  it('says why strangers were not asked, and is none for 18 groups', () => {
    const why = 'Not measured.';
    expect(headRejection(scores, { ...parts, accepted: [], why })).toMatchObject({
      foreignAccepted: null,
      why,
    });
    expect(headRejection(scores.slice(0, 18), parts)).toMatchObject({
      threshold: null,
      foreignAccepted: null,
    });
  });
});

describe('strangers', () => {
  it('are accepted from the threshold on, unless the background takes them', () => {
    const logits = [
      [Float32Array.of(1, 3, 0), Float32Array.of(1, 2, 4)],
      [Float32Array.of(1.5, 0, 0), Float32Array.of(2, 0, 0), Float32Array.of(0, 0, 1)],
    ];
    expect(acceptedShares(logits, 2, (place) => place === 2)).toEqual([1 / 2, 1 / 3]);
  });

  it('are all classes with held-out images but the background, six at most', () => {
    const asked = (classes: number) => Array.from({ length: 42 }, (_, i) => i % classes);
    expect(strangersOf({ classes: 6 }, asked(6), [2]).strangers).toEqual([0, 1, 3, 4, 5]);
    expect(strangersOf({ classes: 7 }, asked(7), []).strangers).toEqual([]);
    expect(strangersOf({ classes: 7 }, asked(7), [0]).strangers).toHaveLength(6);
  });

  it('are asked of what shares no group with them', () => {
    const set = synthetic({
      sizes: [
        [2, 1],
        [1, 1],
        [1, 1],
      ],
    });
    const groups = set.groups.slice();
    const scene = groups[set.labels.indexOf(0)]!;
    const shared = set.labels.indexOf(1);
    groups[shared] = scene;
    const split = withoutClass(shotsOf({ ...set, groups }), 0)!;
    expect([...split.query].sort()).toEqual([...set.labels.keys()].filter((row) => set.labels[row] === 0));
    expect(split.classes).toEqual([1, 2]);
    expect(split.support).toHaveLength(3);
    expect(split.support).not.toContain(shared);
  });
});
