/** @file Accuracy of methods on emoji of several vendors. Run by `run.mjs`. */
import os from 'node:os';
import type { MethodId } from '../../../main/contract/training';
import { tf } from '../../../main/engine/backbone/tensorflow';
import { runMethods, type MethodRun } from '../../../main/engine/evaluation/run';
import { planOf } from '../../../main/engine/evaluation/splits/plan';
import type { Split } from '../../../main/engine/evaluation/splits/split';
import { tensorScorer } from '../../../main/engine/guessing/tensorScorer';
import { methodOf } from '../../../main/engine/training';
import { emojiSet } from './sets';

export interface EmojiRequest {
  /** Folder of the projects train.imprint, validation.imprint and test.imprint. */
  projects: string;
  /** The project that is asked. */
  asked: string;
  methods: MethodId[];
  ways: number | null;
  shots: number[];
  episodes: number;
  seeds: number[];
  /** Whether projections are trained on the project `train`. */
  others: boolean;
  steps: number | null;
  projection: number;
}

const EFFECTIVE_DIMENSION = 25;

export async function measure(request: EmojiRequest): Promise<void> {
  const { projects, asked, methods, ways, others, steps, projection } = request;
  const { set } = emojiSet(`${projects}/${asked}.imprint`);
  const train = others ? emojiSet(`${projects}/train.imprint`).set : null;
  console.log(
    `${asked}: ${set.labels.length} images, ${set.classes} classes, ${ways ?? 'all'}-way, trained on ${train ? `${train.classes} other classes` : 'the support'}, load ${os.loadavg()[0]!.toFixed(1)}`,
  );
  for (const shots of request.shots)
    for (const id of methods) {
      const runs: { splits: readonly Split[]; run: MethodRun }[] = [];
      for (const seed of request.seeds) {
        const rule = { kind: 'episodes', ways, shots, episodes: request.episodes } as const;
        const { splits } = planOf(set, rule, { seed, across: true, replicates: 0 });
        const options = { seed, effectiveDimension: EFFECTIVE_DIMENSION, projection, steps };
        const context = { base: null, others: train, options };
        const parts = { set, splits, context, baseImages: null, scorer: tensorScorer(tf) };
        const [run] = await runMethods({ ...parts, methods: [methodOf(id)] });
        runs.push({ splits, run: run! });
      }
      tell(id, shots, set.labels, runs);
    }
}

function tell(
  id: MethodId,
  shots: number,
  labels: Int32Array,
  runs: readonly { splits: readonly Split[]; run: MethodRun }[],
): void {
  const failed = runs.find(({ run }) => run.failed)?.run;
  if (failed) return console.log(`${id}\t${shots}\t-\t${failed.failed}`, failed.fault ?? '');
  const perSeed = runs.map(({ splits, run }) => {
    const shares = run.answers.map(({ guesses }, i) => {
      const { query } = splits[i]!;
      return query.filter((row, at) => labels[row] === guesses[at]).length / query.length;
    });
    return (100 * shares.reduce((a, b) => a + b, 0)) / shares.length;
  });
  const mean = perSeed.reduce((a, b) => a + b, 0) / perSeed.length;
  const seconds = runs[0]!.run.seconds.fit;
  console.log(
    `${id}\t${shots}\t${mean.toFixed(1)}\t(${perSeed.map((value) => value.toFixed(1)).join(', ')})\tfit ${seconds.toFixed(2)} s`,
  );
}
