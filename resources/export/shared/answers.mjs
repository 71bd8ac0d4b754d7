// What a model's outputs mean, and its export check once more. Runs in Node and in browsers.

/** The lines of labels.txt: a class each, in the order of the outputs. */
export const labelsOf = (text) => text.split('\n').slice(0, -1);

/** Pixels as a model of tfjs takes them; one for Teachable Machine's library takes what that feeds. */
export const fedValues = (pixels, { input }) =>
  Float32Array.from(pixels, input.normalisation === 'x / 127 - 1' ? (value) => value / 127 - 1 : undefined);

/**
 * What to tell a person of one image.
 * @param probabilities [C] @param logits [C]
 * @returns { label, percentage, none }: percentage is null where none may be shown; none says that it is no class of these
 */
export function answerOf(probabilities, logits, metadata, labels) {
  const best = indexOfLargest(probabilities);
  const { base, kind } = metadata.classes[best];
  // A softmax always names a class: 'none of these' is a threshold on logits, or a class that stands for all else.
  const threshold = metadata.rejection.logit;
  const unlike = threshold !== null && !base && logits[best] < threshold;
  // Where probabilities were not calibrated they are good for an order, and no percentages.
  const percentage = metadata.calibration.calibrated ? 100 * probabilities[best] : null;
  return { label: labels[best], percentage, none: unlike || kind === 'background' };
}

export function sentenceOf({ label, percentage, none }) {
  if (none) return `none of these (the nearest is ${label})`;
  return percentage === null ? label : `${label}, ${percentage.toFixed(0)} %`;
}

/** Largest difference where a picture cannot be decoded bit for bit as the app does. */
const INEXACT_LIMIT = 0.01;

/** Compares the model's answers for the files that the app checked it with, one by one, with the app's. */
export class Recheck {
  #waiting;
  #columns;
  #stated;
  #found = [];

  /** @param stated check.json @param labels of labels.txt */
  constructor(stated, labels) {
    this.#stated = stated;
    this.#columns = columnsOf(stated.labels, labels);
    this.#waiting = new Map(stated.answers.map(({ sha256, probabilities }) => [sha256, probabilities]));
  }

  /** Whether the app was asked about this file and the model was not yet. @param sha256 hexadecimal */
  wants(sha256) {
    return this.#waiting.has(sha256);
  }

  /** @param probabilities [C] of the file @param exact of its decoding, see decode */
  add(sha256, probabilities, exact) {
    const app = this.#waiting.get(sha256);
    this.#waiting.delete(sha256);
    const mine = this.#columns.map((column) => probabilities[column]);
    const [limit, tie] = exact ? [this.#stated.limit, this.#stated.tie] : [INEXACT_LIMIT, INEXACT_LIMIT];
    this.#found.push({ ...compare(app, mine, tie), exact, limit });
  }

  get result() {
    const found = this.#found;
    const largest = (some) =>
      some.length > 0 ? Math.max(...some.map(({ difference }) => difference)) : null;
    const [exact, inexact] = [true, false].map((kind) => found.filter((one) => one.exact === kind));
    return {
      images: found.length,
      missing: this.#waiting.size,
      maxAbsDiff: largest(exact),
      limit: this.#stated.limit,
      inexact: inexact.length,
      inexactMaxAbsDiff: largest(inexact),
      cosine: found.length > 0 ? Math.min(...found.map(({ cosine }) => cosine)) : null,
      top1Agreement: found.length > 0 ? found.filter(({ agree }) => agree).length / found.length : null,
      passed: found.length > 0 && found.every(({ agree, difference, limit }) => agree && difference <= limit),
    };
  }
}

/** For each class of the app its place in labels.txt; of labels that occur more than once, in the order they come. */
function columnsOf(app, labels) {
  const places = new Map();
  labels.forEach((label, place) => places.set(label, [...(places.get(label) ?? []), place]));
  return app.map((label) => {
    const place = places.get(label)?.shift();
    if (place === undefined) throw new Error(`labels.txt does not name ${label}, which the app exported.`);
    return place;
  });
}

function compare(app, mine, tie) {
  const [first, second] = [indexOfLargest(app), indexOfLargest(mine)];
  const agree = first === second || app[first] - app[second] <= tie || mine[second] - mine[first] <= tie;
  const dot = (a, b) => a.reduce((sum, value, i) => sum + value * b[i], 0);
  const cosine = dot(app, mine) / Math.sqrt(dot(app, app) * dot(mine, mine));
  return { difference: Math.max(...app.map((value, i) => Math.abs(value - mine[i]))), cosine, agree };
}

const indexOfLargest = (values) => values.reduce((best, value, i) => (value > values[best] ? i : best), 0);

/** @param found of Recheck */
export function reportOf(found) {
  const { images, missing, maxAbsDiff, limit, inexact, inexactMaxAbsDiff, cosine, top1Agreement, passed } =
    found;
  if (images === 0) return 'None of these files is one that the export was checked with.';
  const parts = [`${passed ? 'Passed' : 'FAILED'}: ${images} images, ${missing} more not found`];
  if (maxAbsDiff !== null) parts.push(`largest difference ${maxAbsDiff.toPrecision(2)} (at most ${limit})`);
  if (inexact > 0)
    parts.push(
      `${inexactMaxAbsDiff.toPrecision(2)} (at most ${INEXACT_LIMIT}) for ${inexact} that are decoded otherwise than by the app`,
    );
  parts.push(`least cosine ${cosine.toFixed(7)}`);
  parts.push(`same first class ${Math.round(top1Agreement * images)} of ${images}`);
  return `${parts.join('; ')}.`;
}
