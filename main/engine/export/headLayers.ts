/**
 * @file A head as a few more layers of the backbone's own form, so that every emitter writes it without knowing what a
 * head is. Pure: runs in the engine and in tests.
 */
import { linearForm, requireHead, type Head } from '../imprinting/head';
import type { WeightTensor } from '../backbone/layers';
import { Chain, type HeadLayers } from './chain';

/** Layers that every exported model has, whatever its head. */
export const OUTPUTS = { logits: 'logits', probabilities: 'probabilities' } as const;

/**
 * logit_r = (scale_r·(z'·w_r) + bias_r)/temperature as layers after `input`, the embedding [N, D], and of each class the
 * largest of its rows'; the last two are {@link OUTPUTS}, [N, C] each. Cosines stay a product with unit rows, scaled afterwards,
 * which is what the app computes.
 * @throws RangeError where the parts of the head do not fit together
 */
export function headLayers(head: Head, input: string): HeadLayers {
  requireHead(head);
  const chain = new Chain(input);
  if (head.shift) chain.operand('imprint/shift', 'sub', head.shift);
  if (head.projection) chain.dense('imprint/projection', transposed(head.projection, head.dimension));
  if (head.input === 'unit') chain.plain('imprint/unit', 'l2Normalise');
  if (head.counts) addBestRows(chain, head, head.counts);
  else addRows(chain, head, 'imprint', OUTPUTS.logits);
  chain.plain(OUTPUTS.probabilities, 'softmax');
  return chain;
}

/** A product for each class of several rows, of which the best is taken, and for each run of other classes. */
function addBestRows(chain: Chain, head: Head, counts: readonly number[]): void {
  const input = chain.last;
  const scores = runsOf(counts).map(({ first, rows, several }, i) => {
    chain.last = input;
    const name = `imprint/part${i}`;
    addRows(chain, rowsOf(head, first, rows), name, `${name}/logits`);
    if (several) chain.plain(`${name}/best`, 'channelMax');
    return chain.last;
  });
  // A single class alone has nothing beside it.
  if (scores.length > 1) chain.concat(OUTPUTS.logits, scores);
  else chain.operand(OUTPUTS.logits, 'add', Float32Array.of(0));
}

interface Run {
  first: number;
  rows: number;
  /** Rows of one class; otherwise of as many classes. */
  several: boolean;
}

function runsOf(counts: readonly number[]): Run[] {
  const runs: Run[] = [];
  let first = 0;
  for (const rows of counts) {
    const last = runs[runs.length - 1];
    if (rows === 1 && last && !last.several) last.rows += 1;
    else runs.push({ first, rows, several: rows > 1 });
    first += rows;
  }
  return runs;
}

/** Some consecutive rows of a head as a class each. */
function rowsOf(head: Head, first: number, rows: number): Head {
  const [from, to] = [first, first + rows];
  return {
    ...head,
    classes: rows,
    counts: null,
    weights: head.weights.subarray(from * head.dimension, to * head.dimension),
    scale: head.scale.subarray(from, to),
    bias: head.bias.subarray(from, to),
  };
}

/** The rows' logits as the layer `logits`; layers before it are named with the prefix. */
function addRows(chain: Chain, head: Head, prefix: string, logits: string): void {
  if (head.input === 'unit') addCosine(chain, head, prefix, logits);
  else addLinear(chain, head, logits);
}

function addCosine(
  chain: Chain,
  { weights, classes, scale, bias, temperature }: Head,
  prefix: string,
  logits: string,
): void {
  chain.dense(`${prefix}/cosine`, transposed(weights, classes));
  const biased = bias.some((value) => value !== 0);
  const factor = Float32Array.from(scale, (value) => value / temperature);
  chain.operand(biased ? `${prefix}/scaled` : logits, 'mul', factor);
  if (biased)
    chain.operand(
      logits,
      'add',
      Float32Array.from(bias, (value) => value / temperature),
    );
}

function addLinear(chain: Chain, head: Head, logits: string): void {
  const { weights, bias } = linearForm({ ...head, shift: null, projection: null });
  const kernel = { shape: [head.dimension, head.classes], values: weights };
  chain.dense(logits, kernel, bias);
}

/** A kernel [in, rows] of a matrix [rows, in], in float32. */
function transposed(matrix: Float32Array | Float64Array, rows: number): WeightTensor {
  const columns = matrix.length / rows;
  const values = new Float32Array(matrix.length);
  for (let row = 0; row < rows; row++)
    for (let i = 0; i < columns; i++) values[i * rows + row] = matrix[row * columns + i]!;
  return { shape: [columns, rows], values };
}
