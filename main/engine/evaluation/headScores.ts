/**
 * @file What a head says of many embeddings at once: the logits of `head.ts`, by the engine's products, to float32 precision.
 * Runs in the engine and in tests. Source: METHODS 3.
 *
 * z = projection·(a - shift), a = |a|·u. Without a shift |a| comes out of a product, or does not matter where z is normalised,
 * so u is multiplied as it is; with one, a - shift is written out first, a few hundred rows at a time.
 */
import type { PreparedRows, Scorer } from '../guessing/scorer';
import type { Head } from '../imprinting/head';
import { bestOfEach } from '../imprinting/imprint';
import { squaredLength } from '../imprinting/vectors';

/** Rows that are written out at a time: 2.5 MB of 1280 values. */
const ROWS_AT_ONCE = 512;

/** A head made ready for any number of embeddings; to be disposed of. */
export interface PreparedHead {
  /** Logits [n, C] of embeddings |a|·u: units [n, D], lengths [n]. A logit that is no number is told as NaN. */
  scores(units: Float32Array, lengths: Float64Array): Float32Array;
  dispose(): void;
}

export function prepareHead(head: Head, scorer: Scorer): PreparedHead {
  const rows = scorer.prepare({
    rows: Float32Array.from(head.weights),
    count: head.scale.length,
    dimension: head.dimension,
  });
  const projection = head.projection && scorer.prepare(projectionRows(head, head.projection));
  return {
    scores: (units, lengths) =>
      inParts(head, units, lengths, (u, a) => partScores(head, rows, projection, u, a)),
    dispose: () => [rows, projection].forEach((prepared) => prepared?.dispose()),
  };
}

/** {@link PreparedHead.scores} of a head that is asked once. */
export function headScores(
  head: Head,
  units: Float32Array,
  lengths: Float64Array,
  scorer: Scorer,
): Float32Array {
  const prepared = prepareHead(head, scorer);
  try {
    return prepared.scores(units, lengths);
  } finally {
    prepared.dispose();
  }
}

const projectionRows = ({ dimension }: Head, rows: Float32Array) => ({
  rows,
  count: dimension,
  dimension: rows.length / dimension,
});

type Part = (units: Float32Array, lengths: Float64Array) => Float32Array;

function inParts(head: Head, units: Float32Array, lengths: Float64Array, part: Part): Float32Array {
  const scores = new Float32Array(lengths.length * head.classes);
  const dimension = lengths.length === 0 ? 0 : units.length / lengths.length;
  for (let from = 0; from < lengths.length; from += ROWS_AT_ONCE) {
    const to = Math.min(lengths.length, from + ROWS_AT_ONCE);
    const some = part(units.subarray(from * dimension, to * dimension), lengths.subarray(from, to));
    scores.set(some, from * head.classes);
  }
  return scores;
}

function partScores(
  head: Head,
  rows: PreparedRows,
  projection: PreparedRows | null,
  units: Float32Array,
  lengths: Float64Array,
): Float32Array {
  const shifted = head.shift ? differences(units, lengths, head.shift) : units;
  const z = projection ? projection.products(shifted) : shifted;
  // What the rows of z are to be multiplied with; u itself is a unit vector already.
  const factors =
    head.input === 'raw'
      ? head.shift
        ? null
        : lengths
      : z === units
        ? null
        : inverseLengths(z, lengths.length);
  return bestOfEach(affine(rows.products(z), factors, head), { counts: head.counts });
}

/** |a|·u - shift, by rows. */
function differences(units: Float32Array, lengths: Float64Array, shift: Float32Array): Float32Array {
  const rows = new Float32Array(units.length);
  for (let row = 0, at = 0; row < lengths.length; row++)
    for (let i = 0; i < shift.length; i++, at++) rows[at] = lengths[row]! * units[at]! - shift[i]!;
  return rows;
}

/** 1/|z| of each row; infinite where a row has no direction, which makes its scores no numbers. */
function inverseLengths(z: Float32Array, count: number): Float64Array {
  const width = z.length / count;
  return Float64Array.from(
    { length: count },
    (_, i) => 1 / Math.sqrt(squaredLength(z.subarray(i * width, (i + 1) * width))),
  );
}

/** (scale·factor·product + bias)/temperature, written over the products [n, R]. */
function affine(products: Float32Array, factors: Float64Array | null, head: Head): Float32Array {
  const { scale, bias, temperature } = head;
  for (let at = 0, row = 0; at < products.length; row++)
    for (let r = 0; r < scale.length; r++, at++)
      products[at] = (scale[r]! * (factors?.[row] ?? 1) * products[at]! + bias[r]!) / temperature;
  return products;
}
