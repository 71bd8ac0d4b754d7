/**
 * @file How own classes stand beside the backbone's: what compares a novel score with a base one, and the joint head.
 * One per join. Runs in the engine and in tests. Source: METHODS 2.
 */
import type { Head } from '../imprinting/head';
import type { Prototypes } from '../imprinting/imprint';
import { appendJoin } from '../imprinting/joins/append';
import { baseRows, meanLength } from '../imprinting/joins/base';
import { basePrototypes, replaceJoin } from '../imprinting/joins/replace';
import { BaseGuesses, rowScores } from './baseGuesses';
import type { BackboneConstants } from './constants';
import type { EmbeddingMatrix } from './embeddings';
import { CentredSpace, type Space, type UnitSpace } from './space';

/** Everything about a join that γ does not change. */
export interface JoinGround {
  readonly space: Space;
  /** By place among the classes of `classifier`. */
  readonly base: BaseGuesses;
  /** The backbone's classes that take part. */
  readonly classifier: BackboneConstants;
  /** @param offset γ, added to the logits of novel classes */
  at(offset: number): Join;
}

export interface Join extends Omit<JoinGround, 'at'> {
  /** γ */
  readonly offset: number;
  /**
   * The joint head's score of a novel class, comparable with those of `base`.
   * @param length of the vector that the cosine is of, where the space knows it
   */
  novelScore(cosine: number, length: number | undefined, scale: number): number;
  head(novel: Prototypes, scale: number): Head;
}

/** @param units the space that own classes without a base are imprinted in, too */
export function replace(
  units: UnitSpace,
  matrix: EmbeddingMatrix,
  classifier: BackboneConstants,
): JoinGround {
  const prototypes = basePrototypes(classifier);
  const rows = { rows: prototypes.rows, count: prototypes.classes, dimension: prototypes.dimension };
  const ground = { space: units, base: new BaseGuesses(matrix, rowScores(rows, false)), classifier };
  return {
    ...ground,
    at: (offset) => ({
      ...ground,
      offset,
      novelScore: (cosine, _length, scale) => cosine + offset / scale,
      head: (novel, scale) => replaceJoin(prototypes, novel, scale, offset),
    }),
  };
}

export function append(matrix: EmbeddingMatrix, classifier: BackboneConstants): JoinGround {
  const { classes, dimension, bias, mean } = classifier;
  const rows = baseRows(classifier);
  const weight = meanLength(classifier);
  const scores = rowScores({ rows, count: classes, dimension, bias }, true);
  const ground = {
    space: new CentredSpace(matrix, mean),
    base: new BaseGuesses(matrix, scores),
    classifier,
  };
  return {
    ...ground,
    at: (offset) => ({
      ...ground,
      offset,
      novelScore: (cosine, length) => weight * length! * cosine + offset,
      head: (novel) => appendJoin(classifier, novel, offset),
    }),
  };
}
