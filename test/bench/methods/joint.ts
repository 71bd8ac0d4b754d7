/**
 * @file Own classes beside base classes on emoji: three vendors teach both, the fourth is asked about both, all-way. The base
 * classifier is a linear one on frozen features, trained on the categories of the project `train`. Run by `run.mjs joint`.
 */
import { tf, type Scalar, type Tensor1D, type Tensor2D } from '../../../main/engine/backbone/tensorflow';
import { subset, type EvaluatedSet } from '../../../main/engine/evaluation/evaluatedSet';
import { headScores } from '../../../main/engine/evaluation/headScores';
import { tensorScorer } from '../../../main/engine/guessing/tensorScorer';
import { squaredDistance, argmax } from '../../../main/engine/imprinting/vectors';
import type { Head } from '../../../main/engine/imprinting/head';
import { imprint } from '../../../main/engine/imprinting/imprint';
import { baseHead } from '../../../main/engine/imprinting/joins/append';
import type { BaseClassifier } from '../../../main/engine/imprinting/joins/base';
import { allCosineJoin, normMatchedJoin } from '../../../main/engine/imprinting/joins/naive';
import { methodOf } from '../../../main/engine/training';
import type { LabelledSet } from '../../../main/engine/training/method';
import { batches } from '../../../main/engine/training/optimise/batches';
import { scoped, valuesOf, variable } from '../../../main/engine/training/optimise/scope';
import { train } from '../../../main/engine/training/optimise/train';
import { rawOf, scaleOf, supportOf } from '../../../main/engine/training/support';
import { emojiSet } from './sets';
import { mean } from './tally';

export interface JointRequest {
  projects: string;
  /** Vendors that are asked, by number. */
  asked: number[];
  steps: number;
}

const OPTIONS = { seed: 0, effectiveDimension: 31.1, projection: 128, steps: null };
const RATE = 1e-3;

export async function measure({ projects, asked, steps }: JointRequest): Promise<void> {
  const [base, novel] = ['train', 'test'].map((name) => emojiSet(`${projects}/${name}.imprint`).set);
  const figures = new Map<string, { base: number; novel: number; all: number }[]>();
  for (const vendor of asked) {
    const classifier = await linear(
      rowsWhere(base!, (domain) => domain !== vendor),
      steps,
    );
    const questions = [base!, novel!].map((set) => rowsWhere(set, (domain) => domain === vendor));
    const before = share(baseHead(classifier), questions[0]!, 0);
    console.log(`vendor ${vendor} asked: base alone ${(100 * before).toFixed(1)}`);
    for (const shots of [1, 3])
      for (const [name, head] of await heads(classifier, taught(novel!, vendor, shots))) {
        const [ofBase, ofNovel] = [
          share(head, questions[0]!, 0),
          share(head, questions[1]!, classifier.classes),
        ];
        const counts = questions.map(({ labels }) => labels.length);
        const all = (ofBase * counts[0]! + ofNovel * counts[1]!) / (counts[0]! + counts[1]!);
        const key = `${shots}\t${name}`;
        figures.set(key, [...(figures.get(key) ?? []), { base: ofBase, novel: ofNovel, all }]);
      }
  }
  for (const [key, some] of figures) {
    const [b, n, all] = [
      some.map((one) => one.base),
      some.map((one) => one.novel),
      some.map((one) => one.all),
    ].map(mean);
    const percent = (value: number) => (100 * value).toFixed(1);
    console.log(
      `${key}\tbase ${percent(b!)}\tnovel ${percent(n!)}\tH ${percent((2 * b! * n!) / (b! + n!))}\tall ${percent(all!)}`,
    );
  }
}

/** `shots` of the three vendors that are not asked. */
const taught = (set: EvaluatedSet, asked: number, shots: number): LabelledSet =>
  rowsWhere(set, (domain) => domain !== asked && (shots === 3 || domain === (asked + 1) % 4));

function rowsWhere(set: EvaluatedSet, which: (domain: number) => boolean): LabelledSet {
  const rows = Int32Array.from([...set.labels.keys()].filter((row) => which(set.domains![row]!)));
  return subset(set, rows, [...Array(set.classes).keys()]);
}

async function heads(classifier: BaseClassifier, set: LabelledSet): Promise<[string, Head][]> {
  const side = (join: 'replace' | 'append') => ({
    base: { classifier, join, offset: 0 },
    others: null,
    options: OPTIONS,
  });
  const support = supportOf(set);
  const plain = imprint(
    support.map(({ sums }) => sums),
    { balanced: false, base: true },
  );
  const scale = await scaleOf(support, { balanced: false, base: true }, side('replace'));
  return [
    ['replace, plain', await methodOf('imprinting').fit(set, side('replace'))],
    ['replace, balanced', await methodOf('balanced').fit(set, side('replace'))],
    ['append', await methodOf('imprinting').fit(set, side('append'))],
    ['norm-matched', normMatchedJoin(classifier, plain)],
    ['all-cosine', allCosineJoin(classifier, plain, scale)],
  ];
}

/** Share of the images whose class, counted from `first`, has the largest logit of all. */
function share(head: Head, { units, lengths, labels }: LabelledSet, first: number): number {
  const scores = headScores(head, units, lengths, tensorScorer(tf));
  const right = labels.filter(
    (label, i) => argmax(scores.subarray(i * head.classes, (i + 1) * head.classes)) === first + label,
  );
  return right.length / labels.length;
}

/**
 * Each row [classes] less its mean: the same softmax, and logits that are not far below zero for all classes, where Adam drives
 * them and where whatever stands beside them would win.
 */
function centred(values: Float32Array, classes: number): Float32Array {
  const means = new Float64Array(values.length / classes);
  values.forEach((value, at) => (means[Math.floor(at / classes)]! += value / classes));
  return values.map((value, at) => value - means[Math.floor(at / classes)]!);
}

/** a·W + b by Adam on cross-entropy, raw embeddings; μ and |a - μ| of what it was trained on. */
async function linear(set: LabelledSet, steps: number): Promise<BaseClassifier> {
  const { dimension, classes, labels } = set;
  const values = new Float32Array(labels.length * dimension);
  labels.forEach((_, row) => values.set(rawOf(set, row), row * dimension));
  const learnt = await scoped(async (own) => {
    const a: Tensor2D = own(tf.tensor2d(values, [labels.length, dimension]));
    const weights = own(variable(new Float32Array(dimension * classes), [dimension, classes]));
    const bias = own(variable(new Float32Array(classes), [classes]));
    const draw = batches(labels.length, 256, 0);
    const loss = (): Scalar => {
      const rows = draw.next();
      const some = tf.gather<Tensor2D>(a, tf.tensor1d(rows, 'int32'));
      const answers = Int32Array.from(rows, (row) => labels[row]!);
      const own = tf.oneHot(tf.tensor1d(answers, 'int32'), classes);
      const logits = tf.matMul<Tensor2D>(some, weights).add<Tensor2D>(bias);
      return tf.logSoftmax(logits).mul(own).sum<Tensor1D>(1).mean<Scalar>().neg();
    };
    const trained = [weights, bias].map((one) => ({ variable: one, rate: RATE }));
    await train({ trained, steps, loss }, {});
    return { weights: centred(valuesOf(weights), classes), bias: centred(valuesOf(bias), classes) };
  });
  const centre = new Float64Array(dimension);
  values.forEach((value, at) => (centre[at % dimension]! += value / labels.length));
  const middle = Float32Array.from(centre);
  const distances = Array.from(labels, (_, row) =>
    Math.sqrt(squaredDistance(values.subarray(row * dimension, (row + 1) * dimension), middle)),
  );
  return { classes, dimension, ...learnt, mean: middle, radius: mean(distances) };
}
