/**
 * @file What own classes cost those of the backbone: how many images of base classes it names rightly alone, and how many of them
 * the joint head does (METHODS 2: both all-way). Runs in the engine and in tests.
 */
import { headScores } from '../evaluation/headScores';
import type { Scorer } from '../guessing/scorer';
import type { Head } from '../imprinting/head';
import { baseRows, type BaseClassifier } from '../imprinting/joins/base';
import { writeUnit } from '../imprinting/unit';
import { argmax } from '../imprinting/vectors';

export interface BaseImpact {
  images: number;
  /** Named rightly by the backbone alone, and by the joint head. */
  before: number;
  after: number;
  /** Named rightly alone, and given to an own class by the joint head. */
  lost: number;
  /** Of images whose best base class in the joint head is the right one: its logit less the best own one. */
  leads: number[];
}

export interface BaseImage {
  /** Raw embedding [D]. */
  readonly embedding: Float32Array;
  /** Number of the base class. */
  readonly class: number;
}

export interface ImpactParts {
  /** Base classes first: those of `present`. */
  readonly head: Head;
  /** The backbone without the classes that are left out; absent: all take part. */
  readonly present?: BaseClassifier;
  readonly classifier: BaseClassifier;
  readonly scorer: Scorer;
  /** Awaited between two batches. */
  readonly pause: () => Promise<void>;
}

/** Some 10 ms of work. */
const BATCH = 128;

export async function baseImpact(images: readonly BaseImage[], parts: ImpactParts): Promise<BaseImpact> {
  const impact = { images: images.length, before: 0, after: 0, lost: 0, leads: [] as number[] };
  const rows = baseRows(parts.classifier);
  const present = parts.present ?? parts.classifier;
  for (let from = 0; from < images.length; from += BATCH) {
    const some = images.slice(from, from + BATCH);
    const { units, lengths } = unitsOf(some, parts.classifier.dimension);
    const alone = bestOfEach(aloneScores(units, lengths, rows, parts), some.length);
    const scores = headScores(parts.head, units, lengths, parts.scorer);
    const joint = bestOfEach(scores, some.length);
    some.forEach(({ class: own }, i) => {
      const right = joint[i]! < present.classes && numberOf(joint[i]!, present) === own;
      if (alone[i] === own) impact.before++;
      if (right) impact.after++;
      if (alone[i] === own && joint[i]! >= present.classes) impact.lost++;
      const row = scores.subarray(i * parts.head.classes, (i + 1) * parts.head.classes);
      const best = argmax(row.subarray(0, present.classes));
      if (numberOf(best, present) === own)
        impact.leads.push(row[best]! - Math.max(...row.subarray(present.classes)));
    });
    await parts.pause();
  }
  return impact;
}

/** What the backbone calls a class by its place among those that take part. */
const numberOf = (place: number, { part }: BaseClassifier): number => part?.indices[place] ?? place;

function unitsOf(images: readonly BaseImage[], dimension: number) {
  const units = new Float32Array(images.length * dimension);
  const lengths = Float64Array.from(images, ({ embedding }, i) =>
    writeUnit(embedding, units.subarray(i * dimension, (i + 1) * dimension)),
  );
  return { units, lengths };
}

/** a·W + b [n, K] */
function aloneScores(
  units: Float32Array,
  lengths: Float64Array,
  rows: Float32Array,
  { classifier, scorer }: ImpactParts,
): Float32Array {
  const { classes, dimension, bias } = classifier;
  const prepared = scorer.prepare({ rows, count: classes, dimension });
  try {
    return prepared
      .products(units)
      .map((product, at) => lengths[Math.floor(at / classes)]! * product + bias[at % classes]!);
  } finally {
    prepared.dispose();
  }
}

function bestOfEach(scores: Float32Array, count: number): number[] {
  const width = scores.length / count;
  return Array.from({ length: count }, (_, i) => argmax(scores.subarray(i * width, (i + 1) * width)));
}
