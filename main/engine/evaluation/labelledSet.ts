/**
 * @file Makes the set that is evaluated: from the open project, or from embeddings that somebody gives. It is a copy, so that
 * labels given meanwhile do not change what is being measured. Runs in the engine, in commands and in tests.
 */
import { PersonError } from '../../contract/errors';
import type { EmbeddingMatrix } from '../guessing/embeddings';
import type { Lesson } from '../guessing/lesson';
import { hasSeveral, type Looks } from '../guessing/lessonSupport';
import { writeUnit } from '../imprinting/unit';
import type { EvaluatedSet } from './evaluatedSet';
import { told } from '../../../strings/words';

/** Raw embeddings of N images and what is known of them. */
export interface GivenEmbeddings {
  /** D */
  readonly dimension: number;
  /** [N, D] raw embeddings a. */
  readonly values: ArrayLike<number>;
  /** [N] class of each image; a class without images is left out, see `places`. */
  readonly labels: readonly number[];
  /** [N] images of the same name are one group, also across classes; none: every image is its own. */
  readonly groups?: readonly string[] | null;
  /** [N] camera, station, vendor. */
  readonly domains?: readonly string[] | null;
}

/** A lesson; of classes that are not told each has one prototype. */
type Taught = Pick<Lesson, 'samples'> & Partial<Pick<Lesson, 'classes'>>;

/** The learning images of a lesson that have an embedding, in the order of their rows. */
export function labelledSetOf({ samples, classes = [] }: Taught, matrix: EmbeddingMatrix): EvaluatedSet {
  const taught = samples.filter(({ index }) => matrix.has(index)).sort((a, b) => a.index - b.index);
  const { dimension } = matrix;
  const units = new Float32Array(taught.length * dimension);
  taught.forEach(({ index }, i) => units.set(matrix.unit(index), i * dimension));
  const numbers = positions(taught.map((sample) => sample.class));
  return {
    dimension,
    units,
    lengths: Float64Array.from(taught, ({ index }) => matrix.length(index)),
    ...numbers,
    groups: numbered(taught.map(({ group }) => group)),
    rows: Int32Array.from(taught, ({ index }) => index),
    asked: Uint8Array.from(taught, ({ bulk }) => Number(!bulk)),
    domains: null,
    several: severalOf(numbers, classes),
  };
}

/** [C] which classes of a set have several prototypes; null: none. @param classes where those of the set came from */
export function severalOf(
  { places }: Pick<EvaluatedSet, 'places'>,
  classes: readonly Looks[],
): boolean[] | null {
  const several = places.map((place) => hasSeveral(classes[place] ?? {}));
  return several.includes(true) ? several : null;
}

/**
 * The set of embeddings that somebody gives.
 * @throws {PersonError} where there are not as many rows as labels, and for rows that are NaN, infinite or zero
 */
export function labelledSetFrom(given: GivenEmbeddings): EvaluatedSet {
  const { labels, groups, domains } = given;
  return {
    ...unitsOf(given),
    ...positions(labels),
    groups: groups ? numbered(groups) : Int32Array.from(labels, (_, row) => row),
    rows: Int32Array.from(labels, (_, row) => row),
    asked: new Uint8Array(labels.length).fill(1),
    domains: domains ? numbered(domains) : null,
    several: null,
  };
}

function unitsOf({ dimension, values, labels }: GivenEmbeddings) {
  if (values.length !== labels.length * dimension)
    throw new PersonError(
      told().engine.embeddingsMissing(values.length / dimension, dimension, labels.length),
    );
  const [units, lengths] = [new Float32Array(values.length), new Float64Array(labels.length)];
  const bad: number[] = [];
  for (let row = 0; row < labels.length; row++) {
    const a = Float64Array.from({ length: dimension }, (_, i) => values[row * dimension + i]!);
    try {
      lengths[row] = writeUnit(a, units.subarray(row * dimension, (row + 1) * dimension));
    } catch {
      bad.push(row);
    }
  }
  if (bad.length > 0) throw new PersonError(told().engine.badEmbeddings(bad, labels.length));
  return { dimension, units, lengths };
}

/** Labels with the classes that have images numbered from 0, in the order they had. */
function positions(labels: readonly number[]): Pick<EvaluatedSet, 'classes' | 'labels' | 'places'> {
  const places = [...new Set(labels)].sort((a, b) => a - b);
  const position = new Map(places.map((place, own) => [place, own]));
  return { classes: places.length, places, labels: Int32Array.from(labels, (label) => position.get(label)!) };
}

/** Numbers for names, in the order of names, so that folds go by them as those of section 1 do. */
function numbered(names: readonly string[]): Int32Array {
  const numbers = new Map([...new Set(names)].sort().map((name, number) => [name, number]));
  return Int32Array.from(names, (name) => numbers.get(name)!);
}
