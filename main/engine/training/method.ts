/**
 * @file What every method that makes a head from labelled embeddings has in common: its name, what it is given and what it
 * returns. Types only. Source: METHODS 3 and 4.
 */
import type { Head } from '../imprinting/head';
import type { BaseClassifier } from '../imprinting/joins/base';
import type { MethodId } from '../../contract/training';

/** Embeddings of N images with what a person said of them. Rows are never changed by who is given them. */
export interface LabelledSet {
  /** D */
  readonly dimension: number;
  /** C; every class from 0 to C - 1 has an image. */
  readonly classes: number;
  /** [N, D] unit embeddings u on the grid (`unit.ts`). */
  readonly units: Float32Array;
  /** [N] |a|, so that a = |a|·u to float32 precision. */
  readonly lengths: Float64Array;
  /** [N] class of each image. */
  readonly labels: Int32Array;
  /** [N] images of the same number within a class are one shot (burst, part, scene). */
  readonly groups: Int32Array;
  /** [N] 0: accepted in bulk, so that it teaches and has no say in how sure the head is (METHODS 1); none: all are 1. */
  readonly asked?: Uint8Array;
  /**
   * [C] classes that imprinting gives several prototypes, as guesses do: those of several looks and the background (METHODS 1c);
   * null or none: each has one. Other methods take no notice.
   */
  readonly several?: readonly boolean[] | null;
}

/** What the new classes are to stand beside. */
export interface BaseSide {
  readonly classifier: BaseClassifier;
  readonly join: 'replace' | 'append';
  /** γ, added to the logits of novel classes. */
  readonly offset: number;
}

export interface MethodOptions {
  /** Of every draw there is, by pure-rand's xoroshiro128+: the same seed gives the same bytes on the same machine. */
  readonly seed: number;
  /** d_e of the backbone (METHODS 1b), from which the scale to begin with follows. */
  readonly effectiveDimension: number;
  /** D' of learned projections, at most N - 1 by PCA. 128 unless told. */
  readonly projection: number;
  /** Gradient steps; null: the method's own number. */
  readonly steps: number | null;
}

/** Told between steps, at least ten times a second where steps are shorter than that. */
export interface FitProgress {
  readonly step: number;
  readonly steps: number;
  /** Mean loss of the last step; null: the method has none. */
  readonly loss: number | null;
  /**
   * The head as it is after this step, beside base classes where those are given. Made when it is called, which must be before
   * `progress` returns; methods that do not learn step by step have none on the way.
   */
  readonly head?: () => Head;
}

export interface FitContext {
  /** null: new classes stand alone. */
  readonly base: BaseSide | null;
  /**
   * Labelled images of other classes, on which projections (and the graph network) are trained instead of the support; none
   * of its classes is in the head. null: on the support alone.
   */
  readonly others: LabelledSet | null;
  readonly options: MethodOptions;
  readonly progress?: (progress: FitProgress) => void;
  /** Looked at between steps. */
  readonly signal?: AbortSignal;
}

export interface Method {
  readonly id: MethodId;
  /**
   * A head whose last C classes are those of the set, in their order, after the base classes where there are any.
   * Tensors it makes are gone when it returns, throws or is cancelled.
   * @throws {PersonError} where this set cannot be learnt from
   * @throws the signal's reason where it was cancelled
   */
  fit(set: LabelledSet, context: FitContext): Promise<Head>;
}
