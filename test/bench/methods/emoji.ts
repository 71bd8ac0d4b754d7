/** @file Accuracy and calibration of methods on emoji of several vendors. Run by `run.mjs emoji`. */
import os from 'node:os';
import type { MethodId } from '../../../main/contract/training';
import { tf } from '../../../main/engine/backbone/tensorflow';
import { runMethods, type MethodRun } from '../../../main/engine/evaluation/run';
import type { EvaluatedSet } from '../../../main/engine/evaluation/evaluatedSet';
import type { Split } from '../../../main/engine/evaluation/splits/split';
import { tensorScorer } from '../../../main/engine/guessing/tensorScorer';
import { methodOf } from '../../../main/engine/training';
import { emojiSet, kindsSet } from './sets';
import { allWay, fewWay, oneBesideTen, oneBesideThree } from './splits';
import { mean, tally } from './tally';

export interface EmojiRequest {
  /** Folder of the projects train.imprint, validation.imprint and test.imprint. */
  projects: string;
  /** emoji.json of any vendor, for `one-ten`. */
  emoji?: string;
  asked: string;
  methods: MethodId[];
  by: 'all' | 'ways' | 'one-three' | 'one-ten';
  ways?: number;
  shots?: (1 | 3)[];
  /** For each seed; of `ways` and `one-ten`. */
  episodes?: number;
  seeds: number[];
  /** Whether what learns from other classes has those of the project `train`. */
  others: boolean;
  /** Each division with one seed, in turn, and not with every seed: where methods learn from the support. */
  seedInTurn?: boolean;
  steps?: number;
  projection?: number;
}

/** d_e of Lite0, in backbone.json. */
const EFFECTIVE_DIMENSION = 31.1;

export async function measure(request: EmojiRequest): Promise<void> {
  const { projects, asked, by, others } = request;
  const project = `${projects}/${asked}.imprint`;
  const set = by === 'one-ten' ? kindsSet(project, request.emoji!) : emojiSet(project).set;
  const train = others ? emojiSet(`${projects}/train.imprint`).set : null;
  const from = train ? `${train.classes} other classes` : 'the support';
  console.log(
    `${asked}, ${by}: ${set.labels.length} images, ${set.classes} classes, trained on ${from}, load ${os.loadavg()[0]!.toFixed(1)}`,
  );
  for (const shots of by === 'all' || by === 'ways' ? (request.shots ?? [1, 3]) : [1 as const])
    for (const id of request.methods) await measureOne(id, shots, set, train, request);
}

async function measureOne(
  id: MethodId,
  shots: 1 | 3,
  set: EvaluatedSet,
  others: EvaluatedSet | null,
  request: EmojiRequest,
): Promise<void> {
  const { seeds, steps = null, projection = 128 } = request;
  const runs: { splits: readonly Split[]; run: MethodRun }[] = [];
  for (const [turn, seed] of seeds.entries()) {
    const all = splitsOf(set, shots, seed, request);
    const splits = request.seedInTurn ? all.filter((_, i) => i % seeds.length === turn) : all;
    const options = { seed, effectiveDimension: EFFECTIVE_DIMENSION, projection, steps };
    const context = { base: null, others, options };
    const parts = { set, splits, context, baseImages: null, scorer: tensorScorer(tf) };
    const [run] = await runMethods({ ...parts, methods: [methodOf(id)] });
    if (run!.failed) return console.log(`${id}\t${shots}\t-\t${run!.failed}`, run!.fault ?? '');
    runs.push({ splits, run: run! });
  }
  const tallies = runs.map(({ splits, run }) => tally(set, splits, run));
  const each = tallies.map(({ accuracy }) => accuracy.toFixed(1)).join(' ');
  const weights = runs.map(({ splits }) => splits.length);
  const over = (of: (one: (typeof tallies)[number]) => number): number =>
    tallies.reduce((sum, one, i) => sum + weights[i]! * of(one), 0) / weights.reduce((a, b) => a + b);
  console.log(
    `${id}\t${shots}\t${over((one) => one.accuracy).toFixed(1)}\t(${each})\tcalibration error ${over((one) => one.calibrationError).toFixed(1)}\t` +
      `fit ${mean(runs.map(({ run }) => run.seconds.fit)).toFixed(2)} s`,
  );
}

function splitsOf(set: EvaluatedSet, shots: 1 | 3, seed: number, request: EmojiRequest): Split[] {
  const { by, ways = 20, episodes = 20 } = request;
  if (by === 'all') return allWay(set, shots);
  if (by === 'ways') return fewWay(set, ways, shots, episodes, seed);
  return by === 'one-three' ? oneBesideThree(set, seed) : oneBesideTen(set, episodes, seed);
}
