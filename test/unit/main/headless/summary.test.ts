/** @file What `imprint` tells a person of its results. */
import { expect, it } from 'vitest';
import type { ImprintReport } from '../../../../main/headless/imprint/report';
import { summary } from '../../../../main/headless/imprint/summary';

/** A report of classes of so many images, from which nothing could be told. */
function unmeasured(...images: number[]): ImprintReport {
  return {
    ...{ backbone: 'lite0', base: 'imagenet', join: 'replace', framing: { kind: 'stretch' } },
    classes: images.map((n, c) => ({ name: `class ${c}`, images: n, groups: n, leaveOneOut: null })),
    images: { total: 3, embedded: 3, failed: [] },
    embedding: { imagesPerSecond: null, seconds: 0 },
    evaluation: {
      ...{ leaveOneOutAccuracy: null, estimable: 0, novelAccuracy: null, baseAccuracy: null },
      ...{ harmonicMean: null, allAccuracy: null, rejection: null },
    },
    exports: [],
  };
}

it('says why there is no estimate', () => {
  expect(summary(unmeasured(1, 1, 1), null)).toContain('not possible with one image per class\n');
  expect(summary(unmeasured(3), null)).toContain('not possible with one class\n');
});

it('calls nothing an accuracy that was not measured', () => {
  expect(summary(unmeasured(3), null)).toContain('Accuracy: not measured');
});

it('calls a backbone of the person’s own by its name', () => {
  const ownBackbone = { name: 'Plankton net', kind: 'savedmodel', side: 96 } as const;
  const report = { ...unmeasured(3), backbone: 'own-0123456789ab', ownBackbone };
  expect(summary(report, null)).toContain('Head: Plankton net (own-0123456789ab), beside');
});
