/** @file A background class with several prototypes (METHODS 1c): what must hold of it, to the bit. */
import { describe, expect, it } from 'vitest';
import { holdOut, statisticsOf, type SupportClass } from '../../../../../main/engine/imprinting/folds';
import { bestOfEach, imprint, prototype } from '../../../../../main/engine/imprinting/imprint';
import { Mixture, prototypesFor, TURNS } from '../../../../../main/engine/imprinting/mixture';
import {
  conformalThreshold,
  foreignAccepted,
  trueClassScores,
} from '../../../../../main/engine/imprinting/rejection';
import { confidenceScale, shotGrowth } from '../../../../../main/engine/imprinting/scale';
import { partsOf, type ClassStatistics } from '../../../../../main/engine/imprinting/sums';
import { dot } from '../../../../../main/engine/imprinting/vectors';
import { bytes, sumsOf, supportClass, Synthetic, type Sample } from './synthetic';

const D = 48;
const space = new Synthetic(31, D);
const options = { balanced: true, base: false };

/** Things of several kinds, some in bursts of two. */
function leftovers(kinds: number, groups: number): Sample[] {
  return Array.from({ length: kinds }, (_, kind) =>
    space
      .samples(groups, (group) => 1 + (group % 2))
      .map((one) => ({ ...one, group: `k${kind} ${one.group}` })),
  ).flat();
}

const backgroundOf = (samples: readonly Sample[]): SupportClass => {
  const support = supportClass(samples);
  const several = prototypesFor(support.sums.shots) > 1;
  return { ...support, background: true, mixture: several ? new Mixture(support.sums) : null };
};

const partBytes = (one: ClassStatistics): string[] =>
  partsOf(one)
    .map(({ shots, sum, squares }) => `${shots} ${squares} ${bytes(sum)}`)
    .sort();

const namesOf = (samples: readonly Sample[]): string[] => [...new Set(samples.map(({ group }) => group))];

describe('the number of prototypes', () => {
  it.each([
    [1, 1],
    [3, 1],
    [4, 2],
    [5, 2],
    [9, 4],
    [16, 8],
    [500, 8],
  ])('of %i groups is %i', (groups, expected) => expect(prototypesFor(groups)).toBe(expected));
});

describe('parts', () => {
  const samples = leftovers(4, 6);
  const sums = sumsOf(samples);
  const { all } = new Mixture(sums);

  it('are all of the class together, each group in one of them', () => {
    const parts = partsOf(all);
    expect(parts.length).toBe(8);
    expect(parts.reduce((sum, { shots }) => sum + shots, 0)).toBe(sums.shots);
    const total = parts.reduce(
      (sum, part) => sum.map((value, i) => value + part.sum[i]!),
      new Float64Array(D),
    );
    expect(bytes(total)).toBe(bytes(sums.sum));
    expect(parts.reduce((sum, { squares }) => sum + squares, 0)).toBe(sums.squares);
  });

  it('are the same in any order of images, to the bit', () => {
    for (let i = 0; i < 5; i++)
      expect(partBytes(new Mixture(sumsOf(space.shuffled(samples))).all)).toEqual(partBytes(all));
  });

  it('do not depend on what groups are called', () => {
    const renamed = space.shuffled(namesOf(samples));
    const names = new Map(namesOf(samples).map((name, i) => [name, renamed[i]!]));
    const other = samples.map((one) => ({ ...one, group: names.get(one.group)! }));
    expect(partBytes(new Mixture(sumsOf(other)).all)).toEqual(partBytes(all));
  });

  it('are the kinds of things where these lie far apart', () => {
    const far = new Synthetic(5, D, 1.5, 0.1);
    const kinds = Array.from({ length: 2 }, (_, kind) =>
      far.samples(2).map((one) => ({ ...one, group: `k${kind} ${one.group}` })),
    );
    const found = partBytes(new Mixture(sumsOf(kinds.flat())).all);
    expect(found).toEqual(kinds.map((kind) => partBytes(sumsOf(kind))[0]!).sort());
  });

  it('are fewer where images are the same', () => {
    const [one] = space.samples(1);
    const copies = Array.from({ length: 6 }, (_, i) => ({ u: one!.u, group: `copy ${i}` }));
    const { all: same } = new Mixture(sumsOf(copies));
    expect(partsOf(same).map(({ shots }) => shots)).toEqual([6]);
  });
});

describe('a class without a held-out group', () => {
  it.each([4, 9, 10, 37])(
    'of %i has parts in which that group had no say, and no other is missing',
    (groups) => {
      const samples = space.samples(groups);
      const before = new Mixture(sumsOf(samples));
      for (const name of namesOf(samples)) {
        const others = samples.filter(({ group }) => group !== name);
        const changed = [...others, { group: name, u: space.samples(1)[0]!.u }];
        const rest = sumsOf(others);
        const found = before.without([name], rest);
        expect(partBytes(new Mixture(sumsOf(changed)).without([name], rest))).toEqual(partBytes(found));
        const sum = partsOf(found).reduce(
          (all, part) => all.map((v, i) => v + part.sum[i]!),
          new Float64Array(D),
        );
        expect(bytes(sum)).toBe(bytes(rest.sum));
      }
    },
  );

  it(`is clustered anew up to ${TURNS} groups`, () => {
    const samples = space.samples(TURNS);
    const all = new Mixture(sumsOf(samples));
    for (const name of namesOf(samples)) {
      const rest = sumsOf(samples.filter(({ group }) => group !== name));
      expect(partBytes(all.without([name], rest))).toEqual(partBytes(new Mixture(rest).all));
    }
  });

  it('has one prototype again below four groups', () => {
    const samples = space.samples(4);
    const rest = sumsOf(samples.slice(1));
    expect(new Mixture(sumsOf(samples)).without([samples[0]!.group], rest).parts).toBeUndefined();
  });
});

describe('imprinting with a background', () => {
  const classes = [5, 3, 8].map((groups) => supportClass(space.samples(groups)));
  const background = backgroundOf(leftovers(3, 7));
  const support = [classes[0]!, background, classes[1]!, classes[2]!];

  it('of one prototype is imprinting of a normal class, to the bit: rows, folds, scale', () => {
    const few = leftovers(3, 1);
    const both = [backgroundOf(few), supportClass(few)].map((one) => {
      const set = [one, ...classes];
      const held = holdOut(set, options);
      return {
        rows: bytes(imprint(set.map(statisticsOf), options).rows),
        held,
        scale: confidenceScale(set.map(statisticsOf), held, 25),
      };
    });
    expect(both[0]).toEqual(both[1]);
  });

  it.each([true, false])('makes one unit row per part, in the order of classes; balanced %s', (balanced) => {
    const found = imprint(support.map(statisticsOf), { balanced, base: false });
    expect(found.counts).toEqual([1, 8, 1, 1]);
    expect(found.classes).toBe(4);
    const asClasses = imprint(
      support.flatMap((one) => partsOf(statisticsOf(one))),
      { balanced, base: false },
    );
    expect(bytes(found.rows)).toBe(bytes(asClasses.rows));
  });

  it('scores a class by its best prototype', () => {
    const found = imprint(support.map(statisticsOf), options);
    const { u } = space.samples(1)[0]!;
    const products = Float32Array.from({ length: 11 }, (_, r) => dot(u, prototype(found, r)));
    const best = Math.max(...products.subarray(1, 9));
    expect([...bestOfEach(products, found)]).toEqual([products[0], best, products[9], products[10]]);
  });

  it('holds out by naive clustering and imprinting anew, up to ten groups', () => {
    const samples = [space.samples(6), leftovers(2, 5), space.samples(4)];
    const set = samples.map((own, c) => (c === 1 ? backgroundOf(own) : supportClass(own)));
    for (const { class: own, group, cosines } of holdOut(set, options)) {
      const names = samples.map((each) => namesOf(each).sort());
      const fold = names[own]!.indexOf(group);
      const rest = samples.map((each, c) =>
        each.filter((one) => one.group !== names[c]![fold % names[c]!.length]),
      );
      const anew = rest.map((each, c) => statisticsOf(c === 1 ? backgroundOf(each) : supportClass(each)));
      const found = imprint(anew, options);
      samples[own]!.filter((one) => one.group === group).forEach(({ u }, i) => {
        const rows = found.rows.length / D;
        const products = Float32Array.from({ length: rows }, (_, r) => dot(u, prototype(found, r)));
        expect([...cosines[i]!]).toEqual([...bestOfEach(products, found)]);
      });
    }
  });

  it('counts a held-out group of several prototypes as missing from one of them', () => {
    const parts = partsOf(background.mixture!.all).map(({ shots }) => shots);
    const mean = (values: readonly number[]): number =>
      values.reduce((sum, n) => sum + n / (n + 1), 0) / values.length;
    const fewer = mean(parts.map((n) => n - 1 / 8));
    expect(shotGrowth([sumsOf(space.samples(2)), background.mixture!.all])).toBeCloseTo(
      (2 / 3 + mean(parts)) / (1 / 2 + fewer),
      12,
    );
  });
});

describe('rejection beside a background', () => {
  const classes = [10, 10, 10].map((groups) => supportClass(space.samples(groups)));
  const support = [...classes, backgroundOf(leftovers(5, 4))];
  const held = holdOut(support, options);

  it('asks held-out images of the other classes only where the threshold lies', () => {
    expect(trueClassScores(held, support)).toHaveLength(30);
    expect(trueClassScores(held)).toHaveLength(50);
    expect(conformalThreshold(trueClassScores(held, support), 0.05).possible).toBe(true);
  });

  it('does not count as accepted what the background takes', () => {
    const shares = [classes, support].map((set) => foreignAccepted(set, -1, options)!);
    expect(shares[0]).toBe(1);
    expect(shares[1]).toBeLessThan(1);
  });

  it('cannot tell what is accepted where there is one class beside the background', () => {
    expect(foreignAccepted([classes[0]!, support[3]!], -1, options)).toBeNull();
  });
});
