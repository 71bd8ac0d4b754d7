/** @file A small finished contest of two methods on two classes. For tests. */
import type { KeptContest } from '../../../../main/contract/areas/evaluating';
import type { Figure, MethodResult } from '../../../../main/contract/evaluation';

const figure = (value: number | null, n = 8): Figure => ({
  value,
  interval: value === null ? null : [Math.max(0, value - 0.2), Math.min(1, value + 0.1)],
  n: value === null ? 0 : n,
  groups: value === null ? 0 : n,
  why: value === null ? 'No base images were given.' : null,
});

const result = (method: MethodResult['method'], value: number): MethodResult => ({
  method,
  accuracy: figure(value),
  monteCarlo: null,
  perSplit: [value, value],
  macro: value,
  macroPrecision: value,
  macroF1: value,
  micro: value,
  base: figure(null),
  harmonicMean: null,
  all: figure(null),
  difference:
    method === 'imprinting' ? null : { value: value - 0.75, interval: [-0.05, 0.3], p: 0.25, pHolm: 0.25 },
  sentence: method === 'imprinting' ? null : 'No difference that 8 images can show.',
  seconds: { fit: 0.002, predict: 0.001 },
  perClass: [
    { class: 0, precision: figure(0.75, 4), recall: figure(0.75, 4), f1: 0.75 },
    { class: 1, precision: figure(0.75, 4), recall: figure(0.75, 4), f1: 0.75 },
  ],
  confusion: {
    counts: [
      [3, 1, 0],
      [1, 3, 0],
    ],
    items: { 0: [0, 1, 2], 1: [3], 3: [4], 4: [5, 6, 7] },
  },
  confusedPairs: [
    { class: 0, guessed: 1, n: 1, of: 4 },
    { class: 1, guessed: 0, n: 1, of: 4 },
  ],
  reliability: { error: null, bins: [], n: 8, why: 'Of 8 images too little can be said: it takes 30.' },
  failed: null,
});

export const contest: KeptContest = {
  id: '2026-01-01T00-00-00-000Z',
  at: '2026-01-01T00:00:00.000Z',
  revision: 12,
  protocol: {
    version: 1,
    prng: 'xoroshiro128plus',
    seed: 3,
    rule: { kind: 'leave-one-out' },
    across: false,
    replicates: 0,
    images: 8,
    groups: 8,
    classes: 2,
    base: 'none',
    join: 'replace',
    offset: 0,
    projection: 128,
    embeddingHash: 'ab'.repeat(32),
  },
  classes: ['Perch', 'Roach'],
  unasked: [],
  notes: [],
  classIds: ['perch', 'roach'],
  items: ['f/1.jpg', 'f/2.jpg', 'f/3.jpg', 'f/4.jpg', 'f/5.jpg', 'f/6.jpg', 'f/7.jpg', 'f/8.jpg'],
  results: [result('imprinting', 0.75), result('balanced', 0.875)],
  sentence: 'No difference that 8 images can show.',
};
