/**
 * @file How far two tables of probabilities are apart. Pure; runs in main.
 */
import type { ExportComparison } from '../contract/exporting';
import { argmax } from '../engine/imprinting/vectors';

/** Probabilities [N, C] by rows, a column per class. */
export interface Answers {
  /** [C] */
  labels: readonly string[];
  probabilities: Float32Array;
}

/**
 * Compares class by class, each found by its label, as a person who reads labels.txt would; of labels that occur more
 * than once in the order they come.
 * @param tie classes this near are equally probable
 * @returns null where the two name different classes
 */
export function compare(app: Answers, file: Answers, tie: number): ExportComparison | null {
  const columns = columnsOf(app.labels, file.labels);
  if (!columns) return null;
  const classes = columns.length;
  const images = app.probabilities.length / classes;
  let [maxAbsDiff, agreed] = [0, 0];
  for (let i = 0; i < images; i++) {
    const mine = app.probabilities.subarray(i * classes, (i + 1) * classes);
    const theirs = Float32Array.from(columns, (column) => file.probabilities[i * classes + column]!);
    for (let c = 0; c < classes; c++) maxAbsDiff = larger(maxAbsDiff, Math.abs(mine[c]! - theirs[c]!));
    if (agree(mine, theirs, tie)) agreed++;
  }
  return { images, maxAbsDiff, top1Agreement: agreed / images };
}

/**
 * Whether an export that differs by this much may be used. A difference that is no number is none that may.
 * @param limit of `maxAbsDiff`
 */
export function passes({ images, maxAbsDiff, top1Agreement }: ExportComparison, limit: number): boolean {
  return images > 0 && maxAbsDiff <= limit && top1Agreement === 1;
}

/** The rows of probabilities in the order of other labels; null where these name other classes. */
export function inOrderOf(
  labels: readonly string[],
  { labels: own, probabilities }: Answers,
): number[][] | null {
  const columns = columnsOf(labels, own);
  if (!columns) return null;
  const images = probabilities.length / own.length;
  return Array.from({ length: images }, (_, i) =>
    columns.map((column) => probabilities[i * own.length + column]!),
  );
}

/** For each class of the app its column in the file. */
function columnsOf(app: readonly string[], file: readonly string[]): number[] | null {
  const places = new Map<string, number[]>();
  file.forEach((label, column) => places.set(label, [...(places.get(label) ?? []), column]));
  const columns = app.map((label) => places.get(label)?.shift());
  const found = columns.filter((column) => column !== undefined);
  return app.length === file.length && found.length === app.length ? found : null;
}

function agree(mine: Float32Array, theirs: Float32Array, tie: number): boolean {
  const [first, second] = [argmax(mine), argmax(theirs)];
  return first === second || mine[first]! - mine[second]! <= tie || theirs[second]! - theirs[first]! <= tie;
}

const larger = (a: number, b: number): number => (b <= a ? a : b);
