/** @file Leave-one-out folds against imprinting anew from what remains (METHODS 1). */
import { describe, expect, it } from 'vitest';
import { leaveOneOut } from '../../../../../main/engine/imprinting/estimate';
import { holdOut, type HeldOut } from '../../../../../main/engine/imprinting/folds';
import { imprint, prototype, type ImprintOptions } from '../../../../../main/engine/imprinting/imprint';
import { dot } from '../../../../../main/engine/imprinting/vectors';
import { sumsOf, supportClass, Synthetic, type Sample } from './synthetic';

const space = new Synthetic(23, 48);
const groupsOf = (samples: readonly Sample[]) => [...new Set(samples.map(({ group }) => group))].sort();

/** Every fold from scratch: sums of the remaining samples, imprinted, scored one by one. */
function naive(classes: readonly Sample[][], options: ImprintOptions): HeldOut[] {
  const names = classes.map(groupsOf);
  const held: HeldOut[] = [];
  for (let fold = 0; fold < Math.max(...names.map((own) => own.length)); fold++) {
    const out = names.map((own) => (own.length < 2 ? null : own[fold % own.length]));
    const rest = classes.map((samples, c) => samples.filter(({ group }) => group !== out[c]));
    const prototypes = imprint(rest.map(sumsOf), options);
    classes.forEach((samples, c) => {
      const images = samples.filter(({ group, bulk }) => group === out[c] && !bulk);
      if (fold >= names[c]!.length || names[c]!.length < 2 || images.length === 0) return;
      const cosines = images.map(({ u }) =>
        Float32Array.from(names, (_, k) => dot(u, prototype(prototypes, k))),
      );
      held.push({ class: c, group: out[c]!, cosines });
    });
  }
  return held;
}

const unequal = () => [3, 1, 7, 2, 12].map((groups) => space.samples(groups, (group) => 1 + (group % 3)));

describe.each([
  { balanced: false, base: false },
  { balanced: true, base: false },
  { balanced: true, base: true },
])('folds, balanced $balanced, beside a base $base', (options) => {
  it('equal naive re-imprinting to the bit, so also to 1e-6', () => {
    const classes = unequal();
    expect(holdOut(classes.map(supportClass), options)).toEqual(naive(classes, options));
  });

  it('leave images accepted in bulk out of scoring, not out of teaching', () => {
    const classes = unequal();
    classes[2]!.forEach((sample, i) => (sample.bulk = i % 2 === 0));
    classes[4]!.forEach((sample) => (sample.bulk = true));
    const held = holdOut(classes.map(supportClass), options);
    expect(held).toEqual(naive(classes, options));
    expect(held.some((one) => one.class === 4)).toBe(false);
  });
});

describe('leave-one-out', () => {
  const options = { balanced: true, base: false };

  it('scores each group once, in every class of two or more', () => {
    const classes = unequal();
    const held = holdOut(classes.map(supportClass), options);
    const scored = held.map((one) => `${one.class} ${one.group}`).sort();
    const expected = classes.flatMap((samples, c) =>
      c === 1 ? [] : groupsOf(samples).map((name) => `${c} ${name}`),
    );
    expect(scored).toEqual(expected.sort());
  });

  it('does not depend on the order of samples', () => {
    const classes = unequal();
    const [one, other] = [classes, classes.map((samples) => space.shuffled(samples))].map((each) =>
      leaveOneOut(holdOut(each.map(supportClass), options), each.length),
    );
    expect(one).toEqual(other);
  });

  it('counts classes of one group and gives null for them', () => {
    const estimate = leaveOneOut(holdOut(unequal().map(supportClass), options), 5);
    expect(estimate).toMatchObject({ estimable: 4, total: 5 });
    expect(estimate.classes.map((value) => value === null)).toEqual([false, true, false, false, false]);
  });

  it('weighs every group the same', () => {
    const cosines = (...rows: number[][]) => rows.map((row) => Float32Array.from(row));
    const held = [
      { class: 0, group: 'a', cosines: cosines([1, 0], [1, 0], [0, 1], [0, 1]) },
      { class: 0, group: 'b', cosines: cosines([1, 0]) },
      { class: 1, group: 'a', cosines: cosines([1, 0]) },
    ];
    expect(leaveOneOut(held, 3)).toEqual({ accuracy: 0.5, classes: [0.75, 0, null], estimable: 2, total: 3 });
  });

  it('estimates nothing for a single class, or for classes of one group each', () => {
    const nothing = { accuracy: null, estimable: 0 };
    expect(leaveOneOut(holdOut([supportClass(space.samples(5))], options), 1)).toMatchObject(nothing);
    const singles = [1, 1, 1].map((n) => supportClass(space.samples(n, () => 4)));
    expect(leaveOneOut(holdOut(singles, options), 3)).toMatchObject(nothing);
  });
});
