/** @file Figures and statistics beside scikit-learn's and statsmodels' (test/golden/evaluation/crosscheck.py). */
import { describe, expect, it } from 'vitest';
import { answeredOf } from '../../../../../main/engine/evaluating/answered';
import { widthOf } from '../../../../../main/engine/evaluation/statistics/bounds';
import { heldOutVariance } from '../../../../../main/engine/evaluation/statistics/bootstrap';
import { holm, studentP } from '../../../../../main/engine/evaluation/statistics/tests';
import { golden } from './goldens';

const asked = golden.labels.map((own, row) => ({
  ...{ row, class: own, group: `g${row}`, guessed: golden.guesses[row]! },
  confidence: golden.confidences[row]!,
}));

function expectClose(values: readonly (number | null)[], expected: readonly (number | null)[]): void {
  expect(values).toHaveLength(expected.length);
  values.forEach((value, i) =>
    expected[i] === null ? expect(value).toBeNull() : expect(value).toBeCloseTo(expected[i]!, 12),
  );
}

describe('beside scikit-learn', () => {
  for (const weigh of ['image', 'group'] as const)
    it(`precision, recall, F1 and their means are the same where every image is a group (by ${weigh})`, () => {
      const { perClass, macro, share } = answeredOf(asked, 6, weigh);
      const { precision, recall, f1, support, macroRecall, macroF1 } = golden.figures;
      expectClose(
        perClass.map((one) => one.precision.value),
        precision,
      );
      expectClose(
        perClass.map((one) => one.recall.value),
        recall,
      );
      expectClose(
        perClass.map((one) => one.f1),
        f1,
      );
      expect(perClass.map((one) => one.recall.n)).toEqual(support);
      expectClose([macro.recall, macro.f1], [macroRecall, macroF1]);
      expect(share.n).toBe(240);
    });

  it('the confusion matrix is the same, with nothing in the column of base classes', () => {
    const { counts, items } = answeredOf(asked, 6, 'image').confusion;
    expect(counts.map((row) => row.slice(0, 6))).toEqual(golden.figures.confusion);
    expect(counts.every((row) => row[6] === 0)).toBe(true);
    expect(Object.values(items).flat()).toHaveLength(240);
  });

  it('bins of confidence and the calibration error are the same', () => {
    const { bins, error } = answeredOf(asked, 6, 'image').reliability;
    expectClose(
      bins.map(({ accuracy }) => accuracy),
      golden.reliability.accuracy,
    );
    expectClose(
      bins.map(({ confidence }) => confidence),
      golden.reliability.confidence,
    );
    expect(bins.map(({ n }) => n)).toEqual(golden.reliability.n);
    expect(error).toBeCloseTo(golden.reliability.error, 12);
  });
});

describe('beside statsmodels, scipy and numpy', () => {
  it("Holm's adjusted p are the same, and null stays out of the count", () => {
    expectClose(holm(golden.holm.p), golden.holm.adjusted);
    expectClose(holm([...golden.holm.p, null]), [...golden.holm.adjusted, null]);
  });

  it("Student's p and interval are the same", () => {
    for (const { t, freedom, p, width } of golden.student) {
      expect(studentP(-2 * t, 2, freedom)).toBeCloseTo(p, 8);
      expect(widthOf(freedom)).toBeCloseTo(width, 6);
    }
  });

  it('the variance of a mean over classes is the same', () => {
    const shots = golden.heldOut.strata.flatMap((values, own) =>
      values.map((value) => ({ class: own, value, noise: 0 })),
    );
    expect(heldOutVariance(shots)).toBeCloseTo(golden.heldOut.variance, 15);
  });
});
