/** @file Known images as methods and evaluations take them. Copies: labels given meanwhile change nothing. Runs in the engine and in tests. */
import { PersonError } from '../../contract/errors';
import type { BaseImages } from '../evaluation/answering';
import type { EvaluatedSet } from '../evaluation/evaluatedSet';
import { labelledSetFrom, labelledSetOf } from '../evaluation/labelledSet';
import type { EmbeddingMatrix } from '../guessing/embeddings';
import type { HashedImages, KnownImage, KnownImages } from './question';
import { told } from '../../../strings/words';

/**
 * Rows of the set are numbered anew; `rows` of the set are those of the images.
 * @param matrix of the open project
 * @throws {PersonError} where embeddings are no finite numbers
 */
export function setOf(known: KnownImages, matrix: EmbeddingMatrix): EvaluatedSet {
  const { embeddings, images } = known;
  if (!embeddings) return projectSet(images, matrix);
  const { dimension, values } = embeddings;
  const own = new Float32Array(images.length * dimension);
  images.forEach(({ row }, i) =>
    own.set(values.subarray(row * dimension, (row + 1) * dimension), i * dimension),
  );
  const set = labelledSetFrom({
    dimension,
    values: own,
    labels: images.map((image) => image.class),
    groups: images.map(({ group }) => group),
    domains: domainsOf(images),
  });
  return { ...set, rows: Int32Array.from(images, ({ row }) => row) };
}

function projectSet(images: readonly KnownImage[], matrix: EmbeddingMatrix): EvaluatedSet {
  const samples = images.map(({ row, ...image }) => ({ ...image, index: row }));
  const set = labelledSetOf({ samples }, matrix);
  const domains = domainsOf(images);
  if (!domains) return set;
  const numbers = new Map([...new Set(domains)].sort().map((name, number) => [name, number]));
  const domainOf = new Map(images.map(({ row }, i) => [row, numbers.get(domains[i]!)!]));
  return { ...set, domains: Int32Array.from(set.rows, (row) => domainOf.get(row)!) };
}

/** Null where some do not say theirs. */
function domainsOf(images: readonly KnownImage[]): string[] | null {
  const domains = images.flatMap(({ domain }) => domain ?? []);
  return domains.length === images.length && images.length > 0 ? domains : null;
}

/**
 * Images of base classes; their class is its number. Null where none can be asked about.
 * @param read raw embedding of a file that was read for the project; null: it has none any more
 */
export function baseImagesOf(
  known: KnownImages | HashedImages | null,
  matrix: EmbeddingMatrix,
  read: (hash: string) => Float32Array | null,
): BaseImages | null {
  if (!known) return null;
  const { units, lengths, labels, places } =
    'hashed' in known ? hashedSet(known, matrix.dimension, read) : setOf(known, matrix);
  if (labels.length === 0) return null;
  return { units, lengths, labels: labels.map((position) => places[position]!) };
}

function hashedSet({ hashed }: HashedImages, dimension: number, read: (hash: string) => Float32Array | null) {
  const there = hashed.flatMap(({ hash, class: own }) => {
    const embedding = read(hash);
    return embedding ? [{ embedding, own }] : [];
  });
  const values = new Float32Array(there.length * dimension);
  there.forEach(({ embedding }, i) => values.set(embedding, i * dimension));
  return labelledSetFrom({ dimension, values, labels: there.map(({ own }) => own) });
}

/** @throws {PersonError} where both are not from the same backbone */
export function requireSameDimension(set: EvaluatedSet, dimension: number, what: string): void {
  if (set.dimension === dimension) return;
  throw new PersonError(told().engine.otherNetwork(set.dimension, what, dimension));
}
