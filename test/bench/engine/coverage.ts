/**
 * @file How often intervals hold the truth, on invented data of which it is known. Measured by `run.mjs --coverage`.
 *
 * A world is a few classes with fixed centres; images are as many as one likes, in groups that are alike. The truth of a rule is the
 * expected share of right answers by heads that learnt from fresh groups, asked about fresh groups. Many data sets are drawn from
 * a world, each is evaluated as the product does, and it is counted whose interval holds the truth.
 */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { drawn } from '../../../main/contract/draw';
import type { SplitRule } from '../../../main/contract/evaluation';
import { runContest } from '../../../main/engine/evaluation/contest/contest';
import { labelledSetFrom } from '../../../main/engine/evaluation/labelledSet';
import { plainScorer } from '../../../main/engine/guessing/scorer';
import { imprint } from '../../../main/engine/imprinting/imprint';
import { cosineHead } from '../../../main/engine/imprinting/joins/assemble';
import { supportOf } from '../../../main/engine/training/support';
import type { Method } from '../../../main/engine/training/method';
import { variance } from '../../../main/engine/evaluation/statistics/moments';
import { logits } from '../../../main/engine/imprinting/head';
import { argmax } from '../../../main/engine/imprinting/vectors';
import { Synthetic } from '../../unit/main/engine/imprinting/synthetic';

const D = 24;
const SCALE = 10;
/** Heads that the truth is the mean of, and questions to each class of each of them. */
const HEADS = 2000;
const QUESTIONS = 10;

export interface World {
  readonly classes: number;
  readonly groups: number;
  /** Images of each group. */
  readonly images: number;
  readonly rule: SplitRule;
  readonly within: number;
}

/** Imprinting without looking for its scale, which no answer depends on. */
const imprinting: Method = {
  id: 'imprinting',
  fit: (set) => {
    const sums = supportOf(set).map((one) => one.sums);
    return Promise.resolve(cosineHead(imprint(sums, { balanced: false, base: false }), SCALE));
  },
};
/** The same in half of the dimensions, to be compared with it. */
const half: Method = {
  id: 'nca',
  fit: async (set, context) => {
    const head = await imprinting.fit(set, context);
    return { ...head, weights: head.weights.map((value, i) => (i % D < (3 * D) / 4 ? value : 0)) };
  },
};
const methods = [imprinting, half];

class Worlds {
  readonly #space: Synthetic;
  readonly #centres: Float64Array[];
  readonly #chance = xoroshiro128plus(89);

  constructor(
    readonly world: World,
    seed: number,
  ) {
    this.#space = new Synthetic(seed, D, 0.3, world.within);
    this.#centres = Array.from({ length: world.classes }, () => this.#space.centre());
  }

  /** `groups` groups of every class. */
  draw(groups: number, centres: readonly Float64Array[] = this.#centres) {
    const { images } = this.world;
    const rows = centres.flatMap((centre, own) =>
      Array.from({ length: groups }, (_, group) => {
        const scene = Float64Array.from(this.#space.image(centre));
        return Array.from({ length: images }, () => ({
          own,
          group: `${own} ${group}`,
          a: images === 1 ? Float32Array.from(scene) : this.#space.image(scene, 0.3 * this.world.within),
        }));
      }).flat(),
    );
    return labelledSetFrom({
      dimension: D,
      values: Float32Array.from(rows.flatMap(({ a }) => [...a])),
      labels: rows.map(({ own }) => own),
      groups: rows.map(({ group }) => group),
    });
  }

  /** Share of right answers after so many fresh shots, by method. */
  async truth(shots: number): Promise<number[]> {
    const { rule } = this.world;
    const ways = rule.kind === 'episodes' ? rule.ways : null;
    const right = methods.map(() => 0);
    for (let i = 0; i < HEADS; i++) {
      const centres = drawn(this.#centres, ways ?? this.#centres.length, this.#chance);
      const [support, asked] = [this.draw(shots, centres), this.draw(QUESTIONS, centres)];
      for (const [m, method] of methods.entries()) {
        const head = await method.fit(support, CONTEXT);
        asked.labels.forEach((own, row) => {
          const u = asked.units.subarray(row * D, (row + 1) * D);
          if (argmax(logits(head, u)) === own) right[m]! += 1 / asked.labels.length;
        });
      }
    }
    return right.map((sum) => sum / HEADS);
  }
}

const CONTEXT = {
  base: null,
  others: null,
  options: { seed: 1, effectiveDimension: 25, projection: 16, steps: null },
};

const shotsOf = ({ rule, groups }: World): number => (rule.kind === 'episodes' ? rule.shots : groups - 1);
const holds = ([low, high]: readonly [number, number], truth: number): number =>
  Number(low <= truth && truth <= high);
const percent = (count: number, of: number): string => ((100 * count) / of).toFixed(1);

/** @param sets data sets drawn from each world */
export async function measureCoverage(worlds: readonly World[], sets: number): Promise<void> {
  for (const world of worlds) {
    const made = new Worlds(world, 97);
    const [first, second] = await made.truth(shotsOf(world));
    const truth = { first: first!, difference: second! - first! };
    const values: number[] = [];
    const counts = { share: 0, chance: 0, difference: 0, wrong: 0, width: 0, chanceWidth: 0, bias: 0 };
    for (let i = 0; i < sets; i++) {
      const set = made.draw(world.groups);
      const names = Array.from({ length: world.classes }, (_, c) => String(c));
      const { contest } = await runContest({
        ...{ set, methods, names, context: CONTEXT, rule: world.rule, seed: i, revision: 0 },
        ...{ baseImages: null, scorer: plainScorer, pause: () => Promise.resolve() },
      });
      const [one, other] = contest.results;
      const { value, interval } = one!.accuracy;
      const chance = one!.monteCarlo ?? 0;
      values.push(value!);
      counts.bias += value! - truth.first;
      counts.share += holds(interval!, truth.first);
      counts.width += interval![1] - interval![0];
      counts.chance += holds([value! - chance, value! + chance], truth.first);
      counts.chanceWidth += 2 * chance;
      counts.difference += holds(other!.difference!.interval!, truth.difference);
    }
    const { classes, groups, images, rule } = world;
    console.log(
      `${classes} classes × ${groups} groups × ${images}, ${JSON.stringify(rule)}: truth ${percent(truth.first, 1)} % (difference ${percent(truth.difference, 1)}), ` +
        `interval holds it ${percent(counts.share, sets)} % (width ${percent(counts.width, sets)}; ${percent(2 * 1.96 * Math.sqrt(variance(values)), 1)} would do), that of the difference ${percent(counts.difference, sets)} %, ` +
        `Monte-Carlo error alone ${percent(counts.chance, sets)} % (width ${percent(counts.chanceWidth, sets)}), bias ${percent(counts.bias, sets)} points`,
    );
  }
}

const episodes = (shots: number, ways: number | null = null): SplitRule => ({
  kind: 'episodes',
  ways,
  shots,
  episodes: 100,
});

/** What docs/methods.md tells of. */
export const WORLDS: readonly World[] = [
  { classes: 5, groups: 8, images: 1, rule: episodes(1), within: 0.4 },
  { classes: 5, groups: 8, images: 1, rule: episodes(5), within: 0.7 },
  { classes: 5, groups: 20, images: 1, rule: episodes(5), within: 0.7 },
  { classes: 20, groups: 4, images: 1, rule: episodes(1), within: 0.3 },
  { classes: 20, groups: 4, images: 1, rule: episodes(3), within: 0.45 },
  { classes: 20, groups: 10, images: 1, rule: episodes(5, 5), within: 0.6 },
  { classes: 5, groups: 8, images: 4, rule: episodes(2), within: 0.5 },
  { classes: 5, groups: 8, images: 1, rule: { kind: 'leave-one-out' }, within: 0.7 },
  { classes: 5, groups: 20, images: 1, rule: { kind: 'leave-one-out' }, within: 0.8 },
  { classes: 20, groups: 4, images: 1, rule: { kind: 'leave-one-out' }, within: 0.45 },
  { classes: 5, groups: 8, images: 4, rule: { kind: 'leave-one-out' }, within: 0.6 },
  { classes: 5, groups: 20, images: 1, rule: { kind: 'k-fold', folds: 5 }, within: 0.8 },
];
