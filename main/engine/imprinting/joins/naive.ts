/**
 * @file Two joins that destroy the base, for comparison only: they show why `replace` and `append` are as they are.
 * Never offered, exported or set. Pure: runs in the engine and in tests. Source: METHODS 2.
 */
import { requireLength } from '../checks';
import type { Head } from '../head';
import type { Prototypes } from '../imprint';
import { assemble, rowsOf } from './assemble';
import { linearRows } from './append';
import { meanOf, type BaseClassifier } from './base';

/** u·norm(w_k) beside u·p_c, all times s: base accuracy falls from 82 to 44 % at one shot, to 23 % at five. */
export function allCosineJoin(base: BaseClassifier, novel: Prototypes, scale: number): Head {
  requireLength('novel prototype', novel.dimension, base.dimension);
  const { weights } = linearRows(base);
  const rows = {
    weights,
    scale: new Float64Array(base.classes).fill(scale),
    bias: new Float64Array(base.classes),
    counts: null,
  };
  return assemble('unit', base.dimension, [rows, rowsOf(novel, scale, 0)]);
}

/** a·W + b beside |w|·(a·p_c): lengths agree, means do not. */
export function normMatchedJoin(base: BaseClassifier, novel: Prototypes): Head {
  requireLength('novel prototype', novel.dimension, base.dimension);
  const rows = linearRows(base);
  return assemble('raw', base.dimension, [rows, rowsOf(novel, meanOf(rows.scale), 0)]);
}
