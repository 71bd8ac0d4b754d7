/**
 * @file Puts rows of base and novel classes together to a head. Pure: runs in the engine and in tests.
 */
import { requireHead, type Head } from '../head';
import type { Prototypes } from '../imprint';

/** Rows of consecutive classes of a head. */
export interface Rows {
  /** [n, D] unit rows. */
  readonly weights: Float32Array | Float64Array;
  /** [n] */
  readonly scale: Float64Array;
  /** [n] */
  readonly bias: Float64Array;
  /** Rows of each class; null: one each. */
  readonly counts: readonly number[] | null;
}

/** A head of a single matrix of rows, in the order given; no shift, no projection. */
export function assemble(input: Head['input'], dimension: number, parts: readonly Rows[]): Head {
  const counts = parts.flatMap((part) => part.counts ?? Array.from(part.scale, () => 1));
  const head: Head = {
    input,
    shift: null,
    projection: null,
    classes: counts.length,
    counts: parts.some((part) => part.counts) ? counts : null,
    dimension,
    weights: concatenate(parts.map(({ weights }) => weights)),
    scale: concatenate(parts.map(({ scale }) => scale)),
    bias: concatenate(parts.map(({ bias }) => bias)),
    temperature: 1,
  };
  requireHead(head);
  return head;
}

/** Prototypes as rows of one scale and one bias. */
export function rowsOf({ rows, dimension, counts }: Prototypes, scale: number, bias: number): Rows {
  const count = rows.length / dimension;
  return {
    weights: rows,
    scale: new Float64Array(count).fill(scale),
    bias: new Float64Array(count).fill(bias),
    counts,
  };
}

/** A head of the project's own classes alone: logit = s·u·p_c, of the best p_c where there are several. */
export function cosineHead(prototypes: Prototypes, scale: number): Head {
  return assemble('unit', prototypes.dimension, [rowsOf(prototypes, scale, 0)]);
}

function concatenate(parts: readonly (Float32Array | Float64Array)[]): Float64Array {
  const joined = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
