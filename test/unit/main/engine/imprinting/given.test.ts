/** @file Sums of images that are not here count like their images, to the bit, and stay in every fold (METHODS 1d). */
import { describe, expect, it } from 'vitest';
import { holdOut, statisticsOf, type SupportClass } from '../../../../../main/engine/imprinting/folds';
import { imprint } from '../../../../../main/engine/imprinting/imprint';
import { Mixture, mixtureOf } from '../../../../../main/engine/imprinting/mixture';
import { shotGrowth } from '../../../../../main/engine/imprinting/scale';
import { ClassSums, partsOf, type GivenSums } from '../../../../../main/engine/imprinting/sums';
import { bytes, sumsOf, supportClass, Synthetic, type Sample } from './synthetic';

const D = 48;
const space = new Synthetic(77, D);
const given = (samples: readonly Sample[]): GivenSums => {
  const sums = sumsOf(samples);
  return { images: sums.images, parts: [sums] };
};

/** Own images of a class and what came as sums. */
function withGiven(own: readonly Sample[], ...others: Sample[][]): SupportClass {
  const support = own.length > 0 ? supportClass(own) : { sums: new ClassSums(D), scored: new Map() };
  support.sums.give(others.map(given));
  return support;
}

const named = (samples: Sample[], prefix: string): Sample[] =>
  samples.map((one) => ({ ...one, group: `${prefix} ${one.group}` }));
const rowsOf = (classes: readonly SupportClass[], balanced: boolean, base = false): string =>
  bytes(imprint(classes.map(statisticsOf), { balanced, base }).rows);
const total = ({ shots, images, squares, sum }: ClassSums) => ({ shots, images, squares, sum: bytes(sum) });

describe.each([
  [true, false],
  [true, true],
  [false, false],
])('given sums, balanced %s, beside a base %s', (balanced, base) => {
  it('give the rows of all images together, whoever gives which', () => {
    for (let trial = 0; trial < 5; trial++) {
      const classes = [5, 9, 2].map((groups, c) =>
        named(
          space.samples(groups, (group) => 1 + (group % 3)),
          `c${c}`,
        ),
      );
      const whole = rowsOf(classes.map(supportClass), balanced, base);
      const parted = classes.map((samples) => {
        const names = space.shuffled([...new Set(samples.map(({ group }) => group))]);
        const ours = new Set(names.slice(0, 1 + (trial % names.length)));
        return [
          samples.filter(({ group }) => ours.has(group)),
          samples.filter(({ group }) => !ours.has(group)),
        ];
      });
      for (const [a, b] of [
        [0, 1],
        [1, 0],
      ] as const) {
        const support = parted.map((two) => withGiven(two[a]!, ...(two[b]!.length > 0 ? [two[b]!] : [])));
        expect(rowsOf(support, balanced, base)).toBe(whole);
      }
    }
  });
});

describe('sums that are given', () => {
  it('leave no trace when they are taken back', () => {
    const own = space.samples(4);
    const sums = sumsOf(own);
    const before = total(sums);
    sums.give([given(space.samples(3)), given(space.samples(1))]);
    expect(sums).toMatchObject({ shots: 8, images: 8, given: 4 });
    sums.give([]);
    expect(total(sums)).toEqual(before);
    expect(sums.groupNames()).toHaveLength(4);
  });

  it('are taken along by merging, and refused where they do not fit', () => {
    const [a, b] = [sumsOf(space.samples(2)), sumsOf(named(space.samples(3), 'b'))];
    b.give([given(space.samples(2))]);
    const before = total(a);
    const merged = a.merge(b);
    expect(merged).toMatchObject({ shots: 7, images: 7, given: 2 });
    expect(() => a.give([given(new Synthetic(1, 5).samples(1))])).toThrow(
      'given sum has 5 values, expected 48',
    );
    expect(total(a)).toEqual(before);
  });

  it('stay in every fold, are never scored, and let a single own group be held out', () => {
    const [one, other] = [space.samples(1), space.samples(3)];
    const support = [
      withGiven(one, named(space.samples(4), 'given')),
      supportClass(other),
      withGiven([], space.samples(6)),
    ];
    const held = holdOut(support, { balanced: true, base: false });
    expect(held.map((h) => h.class)).toEqual([0, 1, 1, 1]);
    // Held out of its class, the single image is judged by the given ones alone.
    const without = imprint(
      [
        support[0]!.sums.givenParts[0]!,
        sumsOf(other.filter(({ group }) => group !== 'g0')),
        support[2]!.sums,
      ],
      { balanced: true, base: false },
    );
    expect(
      Math.max(
        ...[...held[0]!.cosines[0]!].map((cosine, c) => {
          let product = 0;
          for (let i = 0; i < D; i++) product += one[0]!.u[i]! * without.rows[c * D + i]!;
          return Math.abs(product - cosine);
        }),
      ),
    ).toBeLessThan(1e-6);
  });

  it('count as shots that folds do not lack', () => {
    const [own, all] = [supportClass(space.samples(4)), withGiven([], space.samples(4))];
    expect(shotGrowth([own, own].map(statisticsOf))).toBeCloseTo(4 ** 2 / (4 ** 2 - 1), 12);
    expect(shotGrowth([all, all].map(statisticsOf))).toBe(1);
  });
});

describe('a class of several prototypes', () => {
  const kinds = [0, 1, 2, 3].map((kind) => named(space.samples(4), `k${kind}`));
  const original = new Mixture(sumsOf(kinds.flat())).all;
  const file: GivenSums = { images: 16, parts: partsOf(original) };

  it('that comes as sums has the rows it had, in their order', () => {
    const sums = new ClassSums(D);
    sums.give([file]);
    const { all } = mixtureOf(sums)!;
    expect(partsOf(all).map(({ shots, sum }) => [shots, bytes(sum)])).toEqual(
      partsOf(original).map(({ shots, sum }) => [shots, bytes(sum)]),
    );
  });

  it('has own groups join the parts they are nearest to, and none is lost', () => {
    for (const groups of [1, 3, 6]) {
      const sums = sumsOf(named(space.samples(groups), 'own'));
      sums.give([file]);
      const { all } = mixtureOf(sums)!;
      expect(partsOf(all).reduce((sum, part) => sum + part.shots, 0)).toBe(16 + groups);
      expect(partsOf(all).length).toBeLessThanOrEqual(8);
      const rest = { shots: sums.shots - 1, sum: sums.sum, squares: sums.squares };
      const left = new Mixture(sums).without([sums.groupNames()[0]!], rest);
      expect(partsOf(left).reduce((sum, part) => sum + part.shots, 0)).toBe(15 + groups);
    }
  });

  it('has one prototype where one part was given and there are few own groups', () => {
    const sums = sumsOf(space.samples(3));
    sums.give([given(space.samples(5))]);
    expect(mixtureOf(sums)).toBeNull();
    sums.give([]);
    expect(mixtureOf(sums)).toBeNull();
  });
});
