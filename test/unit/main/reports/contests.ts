/** @file Contests of several methods with all that a report shows: names that would be markup, a method that failed, base classes. For tests. */
import type { Contest, Figure, MethodResult, SplitRule } from '../../../../main/contract/evaluation';
import type { MethodId } from '../../../../main/contract/training';

export const CLASSES = ['Perch', 'Roach & rudd', '<b>Pike</b>', '=SUM(A1)', 'Tench'];
const EACH = 12;

const figure = (value: number | null, n = EACH, groups = n, why: string | null = null): Figure => ({
  value,
  interval: value === null ? null : [Math.max(0, value - 0.12), Math.min(1, value + 0.08)],
  n: value === null ? 0 : n,
  groups: value === null ? 0 : groups,
  why,
});

const NO_BASE = 'Not measured: no images of base classes were given.';
const bins = [0.3, 0.5, 0.6, 0.7, 0.8, 0.9].map((from, i): MethodResult['reliability']['bins'][number] => ({
  ...{
    from,
    to: from + 0.1,
    n: 4 + 3 * i,
    confidence: from + 0.05,
    accuracy: Math.min(1, from + 0.02 * (i - 2)),
  },
  interval: [Math.max(0, from - 0.15), Math.min(1, from + 0.14)],
}));

function result(method: MethodId, value: number, base: number | null): MethodResult {
  const right = Math.round(EACH * value);
  const counts = CLASSES.map((_, own) => {
    const row = CLASSES.map((__, called) =>
      called === own ? right : called === (own + 1) % 5 ? EACH - right : 0,
    );
    return [...row, 0];
  });
  return {
    ...{
      monteCarlo: 0.011,
      perSplit: [value - 0.1, value + 0.1, null],
      macroPrecision: value,
      macroF1: value,
    },
    ...{ micro: value, sentence: method === 'imprinting' ? null : 'No difference that 60 images can show.' },
    confusedPairs: [],
    ...{
      method,
      accuracy: figure(value, 60, 48),
      macro: value,
      base: figure(base, 30, 30, base === null ? NO_BASE : null),
    },
    ...{ harmonicMean: base && (2 * value * base) / (value + base), all: figure(base) },
    difference:
      method === 'imprinting'
        ? null
        : {
            value: value - 0.75,
            interval: [value - 0.81, value - 0.7],
            p: 0.02,
            pHolm: value > 0.8 ? 0.03 : 0.4,
          },
    seconds: { fit: method === 'softmax' ? 1.25 : 0.0004, predict: 0.003 },
    perClass: CLASSES.map((_, own) => ({
      class: own,
      precision: figure(value),
      recall: figure(value),
      f1: value,
    })),
    ...{ confusion: { counts, items: {} }, failed: null },
    reliability: { error: 0.062, bins, n: 60, why: null },
  };
}

const failed: MethodResult = {
  ...{ ...result('wdae', 0, null), perClass: [], accuracy: figure(null), difference: null },
  ...{ confusion: { counts: [], items: {} }, reliability: { error: null, bins: [], n: 0, why: null } },
  failed: 'It needs images of other classes to learn from. Give some, or leave it out.',
};

export function contest(rule: SplitRule, base: number | null = null): Contest {
  return {
    at: '2026-11-20T14:03:22.511Z',
    revision: 41,
    protocol: {
      ...{
        version: 1,
        prng: 'xoroshiro128plus' as const,
        seed: 7,
        rule,
        across: false,
        replicates: 30,
        images: 60,
        groups: 48,
        classes: 5,
      },
      ...{ base: base === null ? ('none' as const) : ('imagenet' as const), join: 'replace' as const },
      ...{ offset: 0, projection: 128, embeddingHash: 'c0ffee'.repeat(10) + 'feed' },
    },

    classes: CLASSES,
    unasked: [4],
    notes: ['a.jpg and b.jpg show the same and are labelled differently.'],
    results: [
      result('imprinting', 0.75, base),
      result('balanced', 0.82, base),
      result('softmax', 0.77, base),
      result('nearest', 0.7, base),
      // A test may change what it got; files of tests share this module.
      structuredClone(failed),
    ],
    sentence: 'Balanced imprinting is better than imprinting by 1 to 12 points.',
  };
}
