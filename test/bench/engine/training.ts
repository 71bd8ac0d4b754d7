/** @file What `run.mjs --training` measures: how long each method takes to learn, and how often it is right about other images of
 * the same classes; scikit-learn's LogisticRegression beside them, on the same embeddings and in turns with them. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { MethodId } from '../../../main/contract/training';
import { argmax } from '../../../main/engine/imprinting/vectors';
import { logits, type Head } from '../../../main/engine/imprinting/head';
import { METHOD_IDS } from '../../../main/contract/training';
import { methodOf } from '../../../main/engine/training';
import type { LabelledSet } from '../../../main/engine/training/method';
import { rawOf } from '../../../main/engine/training/support';
import { Synthetic } from '../../unit/main/engine/imprinting/synthetic';
import { contextOf, setOf } from '../../unit/main/engine/training/sets';

interface Setting {
  items: number;
  classes: number;
  times: number;
  /** Names of methods; empty: all. */
  only: string[];
  /** Which has scikit-learn; null: that is not measured. */
  python: string | null;
}

interface Run {
  seconds: number;
  /** Percent. */
  accuracy: number;
}

const D = 1280;
/** d_e of EfficientNet-Lite0. */
const EFFECTIVE_DIMENSION = 25;

export async function measureTraining(setting: Setting): Promise<void> {
  const { items, classes, times, only, python } = setting;
  const { learnt, asked } = invented(items, classes);
  console.log(
    `${items} items to learn from and as many to ask about, ${classes} classes, load ${os.loadavg()[0]!.toFixed(2)}`,
  );
  const methods = METHOD_IDS.filter((id) => only.length === 0 || only.includes(id));
  const runs = new Map<string, Run[]>();
  const note = (name: string, run: Run): void => void runs.set(name, [...(runs.get(name) ?? []), run]);
  const dir = mkdtempSync(path.join(os.tmpdir(), 'imprint-bench-'));
  try {
    if (python) writeSets(dir, learnt, asked);
    for (let time = 0; time < times; time++) {
      for (const id of methods) note(id, await once(id, learnt, asked));
      if (python) note('scikit-learn LogisticRegression', peer(python, dir));
    }
  } finally {
    rmSync(dir, { recursive: true });
  }
  for (const [name, some] of runs) console.log(summary(name, some));
}

async function once(id: MethodId, learnt: LabelledSet, asked: LabelledSet): Promise<Run> {
  const begun = performance.now();
  const head = await methodOf(id).fit(
    learnt,
    contextOf({ effectiveDimension: EFFECTIVE_DIMENSION, projection: 128 }),
  );
  return { seconds: (performance.now() - begun) / 1000, accuracy: accuracyOf(head, asked) };
}

function accuracyOf(head: Head, asked: LabelledSet): number {
  const right = asked.labels.filter((label, row) => argmax(logits(head, rawOf(asked, row))) === label);
  return (100 * right.length) / asked.labels.length;
}

function peer(python: string, dir: string): Run {
  const script = path.resolve('test/bench/engine/logistic.py');
  const said = execFileSync(python, [script, dir, String(D)], { encoding: 'utf8' });
  return JSON.parse(said) as Run;
}

/** Classes that overlap: images spread around them about as far as classes around their mean. */
function invented(items: number, classes: number) {
  const space = new Synthetic(1, D, 0.09, 0.6);
  const centres = Array.from({ length: classes }, () => space.centre());
  const draw = (): LabelledSet =>
    setOf(
      Array.from({ length: items }, (_, group) => {
        const a = space.image(centres[group % classes]!);
        return { a, label: group % classes, group };
      }),
    );
  return { learnt: draw(), asked: draw() };
}

function writeSets(dir: string, learnt: LabelledSet, asked: LabelledSet): void {
  for (const [name, set] of Object.entries({ learnt, asked })) {
    writeFileSync(path.join(dir, `${name}.units`), set.units);
    writeFileSync(path.join(dir, `${name}.labels`), set.labels);
  }
}

function summary(name: string, runs: readonly Run[]): string {
  const sorted = runs.map(({ seconds }) => seconds).sort((a, b) => a - b);
  const at = (share: number): string => sorted[Math.floor(share * (sorted.length - 1))]!.toFixed(2);
  const accuracy = runs.map((run) => run.accuracy).sort((a, b) => a - b)[runs.length >> 1]!;
  return `${name}: median ${at(0.5)} s (${at(0)} to ${at(1)}), right ${accuracy.toFixed(1)} %`;
}
