/**
 * @file 'Do I need more images?': the estimate by imprinting at every number of shots, with the same classes and the same questions
 * throughout. Runs in the engine, in commands and in tests. Source: METHODS 5.
 */
import { setImmediate } from 'node:timers/promises';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Figure, LearningCurve } from '../../../contract/evaluation';
import type { Scorer } from '../../guessing/scorer';
import { throwIfAborted } from '../../training/optimise/abort';
import type { EvaluatedSet } from '../evaluatedSet';
import { shotsOf, type Shot } from '../splits/split';
import { differenceInterval, shareInterval, spreadOfEpisodes } from '../statistics/estimates';
import { drawOf, drawOfReplicate, replicateOf, type Draw } from './draws';
import { extentOf, limited } from './extent';
import { growthOf } from './growth';
import { outcomeAt, type Drawn } from './outcomes';
import { productsOf, type Products } from './products';
import { curveSentence } from './sentences';
import { told } from '../../../../strings/words';

/** Draws whose mean the curve is, replicates for its intervals, and draws of each of these. */
const DRAWS = 40;
const REPLICATES = 40;
const EACH = 2;

export interface CurveOptions {
  readonly seed: number;
  readonly scorer: Scorer;
  readonly signal?: AbortSignal;
}

/** @throws the signal's reason where it was cancelled */
export async function learningCurve(set: EvaluatedSet, options: CurveOptions): Promise<LearningCurve> {
  const all = limited(shotsOf(set), options.seed);
  const { points, classes, tooFew } = extentOf(all);
  if (points.length === 0)
    return { points: [], classes: [], tooFew: [...tooFew], sentence: told().curves.noCurve };
  const shots = classes.flatMap((own) => all[own]!);
  const { draws, replicates } = await drawsOf(set, shots, points, options);
  const outcomes = points.map((_, p) => outcomeAt(draws, replicates, shots, (shares) => shares[p]!));
  const counts = countsOf(shots);
  const figures = outcomes.map((outcome): Figure => {
    const spread = spreadOfEpisodes(outcome);
    return { value: spread.value, interval: shareInterval(spread, counts.groups), ...counts, why: null };
  });
  const [early, last] = [halfWay(points), points.length - 1];
  const change = outcomeAt(draws, replicates, shots, (shares) => shares[last]! - shares[early]!);
  const rise = spreadOfEpisodes(change);
  const sentence = curveSentence(points[early]!, points[last]!, {
    ...rise,
    interval: differenceInterval(rise, change),
  });
  return {
    points: points.map((n, p) => ({ shots: n, accuracy: figures[p]! })),
    classes: [...classes],
    tooFew: [...tooFew],
    sentence: classes.some((own) => set.several?.[own])
      ? `${sentence} ${told().curves.onePrototype}`
      : sentence,
  };
}

async function drawsOf(
  set: EvaluatedSet,
  shots: readonly Shot[],
  points: readonly number[],
  { seed, scorer, signal }: CurveOptions,
): Promise<{ draws: Drawn[]; replicates: Drawn[][] }> {
  const [products, classes, most] = [productsOf(set, shots, scorer), numbersByClass(shots), points.at(-1)!];
  const random = xoroshiro128plus(seed);
  const parts = { shots, points, products, signal };
  const draws = await several(DRAWS, () => drawOf(classes, most, random), parts);
  const replicates: Drawn[][] = [];
  for (let r = 0; r < REPLICATES; r++) {
    const counts = replicateOf(classes, random);
    replicates.push(await several(EACH, () => drawOfReplicate(counts, most, random), parts));
  }
  return { draws, replicates };
}

interface Parts {
  readonly shots: readonly Shot[];
  readonly points: readonly number[];
  readonly products: Products;
  readonly signal: AbortSignal | undefined;
}

async function several(count: number, make: () => Draw, parts: Parts): Promise<Drawn[]> {
  const drawn: Drawn[] = [];
  for (let i = 0; i < count; i++) {
    throwIfAborted(parts.signal);
    const draw = make();
    drawn.push({ draw, growth: growthOf(draw, parts.shots, parts.products, parts.points) });
    await setImmediate();
  }
  return drawn;
}

function numbersByClass(shots: readonly Shot[]): number[][] {
  const numbers = new Map<number, number[]>();
  shots.forEach(({ class: own }, number) => numbers.set(own, [...(numbers.get(own) ?? []), number]));
  return [...numbers.values()];
}

function countsOf(shots: readonly Shot[]): { n: number; groups: number } {
  const asked = shots.filter((shot) => shot.asked.length > 0);
  return { n: asked.reduce((sum, shot) => sum + shot.asked.length, 0), groups: asked.length };
}

/** Place of the last point that is at most half of the last. */
const halfWay = (points: readonly number[]): number =>
  Math.max(0, points.filter((point) => 2 * point <= points.at(-1)!).length - 1);
