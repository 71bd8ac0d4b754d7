/**
 * @file Leave-one-out as a contest does it, which imprints anew from what is left, beside the folds that guesses are estimated with,
 * which keep the centres of a turn: with a background of so many pictures among ten kinds of emoji of ten pictures each (METHODS 5).
 */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { drawn } from '../../../main/contract/draw';
import { tf } from '../../../main/engine/backbone/tensorflow';
import { subset, type EvaluatedSet } from '../../../main/engine/evaluation/evaluatedSet';
import { runMethods } from '../../../main/engine/evaluation/run';
import { planOf } from '../../../main/engine/evaluation/splits/plan';
import { foldScores } from '../../../main/engine/guessing/foldScores';
import { tensorScorer } from '../../../main/engine/guessing/tensorScorer';
import { leaveOneOut } from '../../../main/engine/imprinting/estimate';
import { holdOut } from '../../../main/engine/imprinting/folds';
import { methodOf } from '../../../main/engine/training';
import { partedSupportOf } from '../../../main/engine/training/support';
import { kindsSet } from './sets';

export interface PartsRequest {
  /** A folder `….imprint` of emoji, and emoji.json of one of the packages. */
  readonly project: string;
  readonly list: string;
  /** Pictures in the background. */
  readonly leftovers: readonly number[];
  readonly seeds: readonly number[];
}

const CLASSES = 10;
const EACH = 10;
const OPTIONS = { effectiveDimension: 25, projection: 16, steps: null };
const scorer = tensorScorer(tf);

export async function measure({ project, list, leftovers, seeds }: PartsRequest): Promise<void> {
  const all = kindsSet(project, list);
  for (const count of leftovers) {
    const draws: Awaited<ReturnType<typeof once>>[] = [];
    for (const seed of seeds) draws.push(await once(drawSet(all, count, seed), seed));
    const mean = (of: (one: (typeof draws)[number]) => number): number =>
      draws.reduce((sum, one) => sum + of(one), 0) / draws.length;
    console.log({
      leftovers: count,
      contest: mean(({ contest }) => 100 * contest.all),
      estimate: mean(({ estimate }) => 100 * estimate.all),
      apart: mean(({ contest, estimate }) => 100 * Math.abs(contest.all - estimate.all)),
      background: {
        contest: mean(({ contest }) => 100 * contest.background),
        estimate: mean(({ estimate }) => 100 * estimate.background),
      },
      msPerFit: mean(({ seconds }) => 1000 * seconds),
    });
  }
}

/** One picture of each emoji; ten kinds, and a background of the others. */
function drawSet(all: EvaluatedSet, count: number, seed: number): EvaluatedSet {
  const random = xoroshiro128plus(seed);
  const single = [...all.labels.keys()].filter((row) => all.domains![row] === 0);
  const kinds = Array.from({ length: all.classes }, (_, kind) =>
    single.filter((row) => all.labels[row] === kind),
  );
  const large = kinds.filter((rows) => rows.length >= EACH);
  const chosen = drawn(large, CLASSES, random);
  const rest = kinds.filter((rows) => !chosen.includes(rows)).flat();
  const rows = [drawn(rest, count, random), ...chosen.map((some) => drawn(some, EACH, random))];
  const labels = Int32Array.from(rows.flatMap((some, own) => some.map(() => own)));
  const position = Int32Array.from(rows.flat());
  const kept = subset({ ...all, several: null }, position, [...kinds.keys()]);
  return {
    ...kept,
    ...{ labels, classes: rows.length, rows: position, domains: null },
    asked: new Uint8Array(labels.length).fill(1),
    places: [...rows.keys()],
    several: rows.map((_, own) => own === 0),
  };
}

async function once(set: EvaluatedSet, seed: number) {
  const { splits } = planOf(set, { kind: 'leave-one-out' }, { seed });
  const context = { base: null, others: null, options: { ...OPTIONS, seed } };
  const methods = [methodOf('balanced')];
  const [run] = await runMethods({ set, splits, methods, context, baseImages: null, scorer });
  const right = splits.flatMap(({ query }, s) =>
    Array.from(query, (row, i) => ({
      own: set.labels[row]!,
      right: run!.answers[s]!.guesses[i] === set.labels[row],
    })),
  );
  const share = (some: typeof right): number => some.filter((one) => one.right).length / some.length;
  const how = { balanced: true, base: false };
  const said = leaveOneOut(holdOut(partedSupportOf(set), how, foldScores(scorer)), set.classes);
  return {
    contest: { all: share(right), background: share(right.filter(({ own }) => own === 0)) },
    estimate: { all: said.accuracy!, background: said.classes[0]! },
    seconds: run!.seconds.fit,
  };
}
