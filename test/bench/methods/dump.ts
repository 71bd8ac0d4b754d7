/**
 * @file Writes raw embeddings, imprinted rows and guesses of every all-way division, for `crosscheck.py` to compute a second time.
 * Run by `run.mjs dump`.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { tf } from '../../../main/engine/backbone/tensorflow';
import { answersOf } from '../../../main/engine/evaluation/answering';
import { subset } from '../../../main/engine/evaluation/evaluatedSet';
import { tensorScorer } from '../../../main/engine/guessing/tensorScorer';
import { methodOf } from '../../../main/engine/training';
import { rawEmoji } from './sets';
import { allWay } from './splits';

export interface DumpRequest {
  projects: string;
  to: string;
}

export async function measure({ projects, to }: DumpRequest): Promise<void> {
  const { set, values } = rawEmoji(`${projects}/test.imprint`);
  const { dimension, classes } = set;
  writeFileSync(path.join(to, 'embeddings.f32'), values);
  const options = { seed: 0, effectiveDimension: 31.1, projection: 128, steps: null };
  const context = { base: null, others: null, options };
  const parts = [];
  for (const shots of [1, 3] as const)
    for (const [turn, split] of allWay(set, shots).entries()) {
      const head = await methodOf('imprinting').fit(subset(set, split.support, split.classes), context);
      const { own } = answersOf(head, split, { set, baseImages: null, scorer: tensorScorer(tf) });
      writeFileSync(path.join(to, `rows-${shots}-${turn}.f32`), Float32Array.from(head.weights));
      parts.push({ shots, turn, support: [...split.support], query: [...split.query], guesses: [...own] });
    }
  const { labels, domains } = set;
  writeFileSync(
    path.join(to, 'dump.json'),
    JSON.stringify({ dimension, classes, labels: [...labels], domains: [...domains!], parts }),
  );
  console.log(`${labels.length} embeddings, ${parts.length} divisions in ${to}`);
}
