/**
 * @file All there is to say of one item. Runs in the engine and in tests.
 */
import type { ItemDetails } from '../../contract/model';
import { softmax } from '../imprinting/head';
import { dot } from '../imprinting/vectors';
import type { BackboneConstants } from './constants';
import type { EmbeddingMatrix } from './embeddings';
import { keptClasses } from './fillKept';
import type { KeptHead } from './kept';
import { bestOf } from './table';
import type { Taught } from './taught';

const NEIGHBOURS = 8;
const BASE_LABELS = 5;

/** All own classes, best first. @param cosines [C] to all prototypes */
export function guessesFor(
  cosines: Float32Array,
  { lesson, classes, scale }: Taught,
): ItemDetails['guesses'] {
  const confidences = scale === null ? null : softmax(cosines.map((cosine) => scale * cosine));
  return bestOf(cosines, cosines.length).map((c) => ({
    class: lesson.classes[classes[c]!.position]!.id,
    confidence: confidences?.[c] ?? null,
    cosine: cosines[c]!,
  }));
}

/** The same by a kept head, whose classes they are. */
export function keptGuessesFor(
  index: number,
  cosines: Float32Array,
  kept: KeptHead,
  taught: Taught,
): ItemDetails['guesses'] {
  const { prototypes } = keptClasses(kept, taught.lesson, taught);
  const [logits, confidences] = [kept.logits(index), kept.confidences(index)];
  return bestOf(logits, logits.length).map((c) => ({
    class: kept.about.classes[c]!,
    confidence: confidences?.[c] ?? null,
    cosine: cosines[prototypes[c]!] ?? NaN,
  }));
}

/** The backbone's own best labels for a raw embedding a [D]: softmax over all base classes of a·W + b. */
export function baseLabels(
  a: Float64Array,
  { classes, weights, bias, labels }: BackboneConstants,
): ItemDetails['base'] {
  const logits = Float64Array.from(bias);
  a.forEach((value, i) => {
    const row = i * classes;
    for (let k = 0; k < classes; k++) logits[k] = logits[k]! + value * weights[row + k]!;
  });
  const confidences = Float32Array.from(softmax(logits));
  return bestOf(confidences, BASE_LABELS).map((k) => ({
    label: labels[k] ?? `class ${k}`,
    confidence: confidences[k]!,
  }));
}

/**
 * The labelled items nearest to a row by the cosine of their unit embeddings, nearest first.
 * @returns items named by their row, which is all the engine knows of them
 */
export function neighboursOf(
  index: number,
  labelled: readonly number[],
  matrix: EmbeddingMatrix,
): ItemDetails['neighbours'] {
  const others = labelled.filter((other) => other !== index);
  const unit = matrix.unit(index);
  const cosines = Float32Array.from(others, (other) => dot(unit, matrix.unit(other)));
  return bestOf(cosines, NEIGHBOURS).map((i) => ({ item: String(others[i]!), cosine: cosines[i]! }));
}
