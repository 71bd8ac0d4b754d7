/**
 * @file What a head answers to the questions of a split. Runs in the engine, in commands and in tests.
 */
import { PersonError } from '../../contract/errors';
import type { Scorer } from '../guessing/scorer';
import type { Head } from '../imprinting/head';
import { argmax } from '../imprinting/vectors';
import { unitOf, type EvaluatedSet } from './evaluatedSet';
import { prepareHead, type PreparedHead } from './headScores';
import type { Split } from './splits/split';
import { told } from '../../../strings/words';

/** Images of base classes. */
export interface BaseImages {
  /** [B, D] */
  readonly units: Float32Array;
  /** [B] */
  readonly lengths: Float64Array;
  /** [B] base class of each. */
  readonly labels: Int32Array;
}

/** Answers to the queries of a split, in their order. */
export interface SplitAnswers {
  /** The class of the set that the head names; C, the number of classes, where it names a base class. */
  readonly guesses: Int32Array;
  /** The best of the set's own classes. */
  readonly own: Int32Array;
  /** Softmax of {@link own} over the own classes of the split, a fraction (METHODS 1b). */
  readonly confidences: Float32Array;
  /** Share of the base images whose class was named, all-way; null: not measured. */
  readonly base: number | null;
}

interface Asking {
  readonly set: EvaluatedSet;
  readonly baseImages: BaseImages | null;
  readonly scorer: Scorer;
}

/** @throws {PersonError} where scores are no numbers */
export function answersOf(head: Head, split: Split, { set, baseImages, scorer }: Asking): SplitAnswers {
  const prepared = prepareHead(head, scorer);
  try {
    const base = head.classes - split.classes.length;
    return {
      ...ownAnswers(prepared, split, set, base),
      base: baseImages && base > 0 ? baseShare(prepared, baseImages, head.classes) : null,
    };
  } finally {
    prepared.dispose();
  }
}

function ownAnswers(prepared: PreparedHead, { query, classes }: Split, set: EvaluatedSet, base: number) {
  const units = new Float32Array(query.length * set.dimension);
  query.forEach((row, i) => units.set(unitOf(set, row), i * set.dimension));
  const scores = prepared.scores(
    units,
    Float64Array.from(query, (row) => set.lengths[row]!),
  );
  const width = base + classes.length;
  requireNumbers(scores, width);
  const [guesses, own] = [new Int32Array(query.length), new Int32Array(query.length)];
  const confidences = new Float32Array(query.length);
  for (let i = 0; i < query.length; i++) {
    const all = scores.subarray(i * width, (i + 1) * width);
    const novel = all.subarray(base);
    const best = argmax(novel);
    own[i] = classes[best]!;
    guesses[i] = argmax(all) < base ? set.classes : own[i]!;
    confidences[i] = share(novel, best);
  }
  return { guesses, own, confidences };
}

/** Softmax of the largest value. */
function share(values: Float32Array, best: number): number {
  return 1 / values.reduce((sum, value) => sum + Math.exp(value - values[best]!), 0);
}

function baseShare(prepared: PreparedHead, { units, lengths, labels }: BaseImages, width: number): number {
  const scores = prepared.scores(units, lengths);
  requireNumbers(scores, width);
  const right = labels.filter((label, i) => argmax(scores.subarray(i * width, (i + 1) * width)) === label);
  return right.length / labels.length;
}

function requireNumbers(scores: Float32Array, width: number): void {
  const at = scores.findIndex((score) => !Number.isFinite(score));
  if (at < 0) return;
  const images = new Set<number>();
  scores.forEach((score, i) => Number.isFinite(score) || images.add(Math.floor(i / width)));
  throw new PersonError(told().engine.noScores(images.size, scores.length / width));
}
