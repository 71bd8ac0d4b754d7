/**
 * @file Puts rows of base and novel classes together to a head. Pure: runs in the engine and in tests.
 */
import { requireHead, type Head } from '../head';
import type { Prototypes } from '../imprint';

/** Consecutive classes of a head. */
export interface Rows {
  /** [n, D] unit rows. */
  readonly weights: Float32Array | Float64Array;
  /** [n] */
  readonly scale: Float64Array;
  /** [n] */
  readonly bias: Float64Array;
}

/** A head of a single matrix of rows, in the order given; no shift, no projection. */
export function assemble(input: Head['input'], dimension: number, parts: readonly Rows[]): Head {
  const head: Head = {
    input,
    shift: null,
    projection: null,
    classes: parts.reduce((sum, { scale }) => sum + scale.length, 0),
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
export function rowsOf({ rows, classes }: Prototypes, scale: number, bias: number): Rows {
  return {
    weights: rows,
    scale: new Float64Array(classes).fill(scale),
    bias: new Float64Array(classes).fill(bias),
  };
}

/** A head of the project's own classes alone: logit = s·u·p_c. */
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
