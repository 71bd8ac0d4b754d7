/**
 * @file How own classes stand beside the backbone's: what compares a novel score with a base one, and the joint head.
 * One per join. Runs in the engine and in tests. Source: METHODS 2.
 */
import type { Head } from '../imprinting/head';
import type { Prototypes } from '../imprinting/imprint';
import { appendJoin } from '../imprinting/joins/append';
import { baseRows, meanOf, rowLengths } from '../imprinting/joins/base';
import { basePrototypes, replaceJoin } from '../imprinting/joins/replace';
import { BaseGuesses } from './baseGuesses';
import type { BackboneConstants } from './constants';
import type { EmbeddingMatrix } from './embeddings';
import { CentredSpace, type Space, type UnitSpace } from './space';

export interface Join {
  readonly space: Space;
  readonly base: BaseGuesses;
  /**
   * The joint head's score of a novel class, comparable with those of `base`.
   * @param length of the vector that the cosine is of, where the space knows it
   */
  novelScore(cosine: number, length: number | undefined, scale: number): number;
  head(novel: Prototypes, scale: number): Head;
}

/** γ, added to the logits of novel classes. Not a setting yet. */
const OFFSET = 0;

/** @param units the space that own classes without a base are imprinted in, too */
export function replace(units: UnitSpace, matrix: EmbeddingMatrix, constants: BackboneConstants): Join {
  const base = basePrototypes(constants);
  const rows = { rows: base.rows, count: base.classes, dimension: base.dimension };
  return {
    space: units,
    base: new BaseGuesses(matrix, rows, false),
    novelScore: (cosine, _length, scale) => cosine + OFFSET / scale,
    head: (novel, scale) => replaceJoin(base, novel, scale, OFFSET),
  };
}

export function append(matrix: EmbeddingMatrix, constants: BackboneConstants): Join {
  const { classes, dimension, bias, mean } = constants;
  const rows = baseRows(constants);
  const weight = meanOf(rowLengths(rows, dimension));
  return {
    space: new CentredSpace(matrix, mean),
    base: new BaseGuesses(matrix, { rows, count: classes, dimension, bias }, true),
    novelScore: (cosine, length) => weight * length! * cosine + OFFSET,
    head: (novel) => appendJoin(constants, novel, OFFSET),
  };
}
