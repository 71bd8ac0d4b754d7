/**
 * @file Guesses for the fake project. The 'embedding' of a row is its path's kind (its folder, or the letters its name begins
 * with) blurred by seeded noise: wrong now and then, as guesses are.
 */
import type { GuessTable, ItemRow, ProjectDocument } from '../../../../main/contract/model';

const DIMENSIONS = 24;
const K = 3;
const SCALE = 9;

/** The same numbers for the same seed, 0 to 1. */
function random(seed: number): number {
  const value = Math.sin(seed * 12.9898) * 43758.5453;
  return value - Math.floor(value);
}

export function kindOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const letters = /^[a-zA-Z]+/.exec(name)?.[0] ?? name;
  return path.startsWith('tools') ? letters.toLowerCase() : (path.split('/')[0] ?? letters);
}

function hash(text: string): number {
  let value = 7;
  for (const letter of text) value = (value * 31 + letter.charCodeAt(0)) % 1_000_003;
  return value;
}

export function embeddingOf(item: ItemRow): Float64Array {
  const kind = hash(kindOf(item.path));
  const values = Float64Array.from({ length: DIMENSIONS }, (_, i) => {
    return random(kind + i * 17) + 0.9 * random(hash(item.path) + i * 31);
  });
  const length = Math.hypot(...values);
  return values.map((value) => value / length);
}

export interface Prototype {
  class: string;
  images: number;
  vector: Float64Array;
}

export function prototypes(
  document: ProjectDocument,
  embeddings: ReadonlyMap<string, Float64Array>,
): Prototype[] {
  return document.classes.flatMap((info) => {
    const mine = Object.entries(document.labels).flatMap(([item, label]) => {
      const embedding = label.class === info.id ? embeddings.get(item) : undefined;
      return embedding ? [embedding] : [];
    });
    if (mine.length === 0) return [];
    const sum = new Float64Array(DIMENSIONS);
    for (const one of mine) one.forEach((value, i) => (sum[i] = (sum[i] ?? 0) + value));
    const length = Math.hypot(...sum);
    return [{ class: info.id, images: mine.length, vector: sum.map((value) => value / length) }];
  });
}

export function cosine(one: Float64Array, other: Float64Array): number {
  return one.reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0);
}

export function fakeGuesses(
  document: ProjectDocument,
  items: readonly ItemRow[],
  embeddings: ReadonlyMap<string, Float64Array>,
  revision: number,
): GuessTable {
  const own = prototypes(document, embeddings);
  const scale = own.filter((one) => one.images > 1).length >= 2 ? SCALE : null;
  const table = emptyTable(
    items.length,
    own.map((one) => one.class),
    revision,
    scale,
  );
  for (const item of items) {
    const embedding = embeddings.get(item.id);
    if (!embedding || item.state !== 'ready' || own.length === 0) continue;
    fillRow(
      table,
      item.index,
      own.map((one) => cosine(embedding, one.vector)),
      document.settings.base === 'imagenet',
    );
  }
  return table;
}

function emptyTable(count: number, classes: string[], revision: number, scale: number | null): GuessTable {
  return {
    ...{ revision, count, k: K, classes, scale },
    top: new Int16Array(count * K).fill(-1),
    confidence: new Float32Array(count * K).fill(NaN),
    cosine: new Float32Array(count * K).fill(NaN),
    word: new Uint8Array(count),
    base: new Int16Array(count).fill(-1),
    baseWins: new Uint8Array(count),
    baseNames: { 0: 'tench', 1: 'hammer', 2: 'solar dish', 3: 'dam', 4: 'analog clock' },
  };
}

function fillRow(table: GuessTable, row: number, cosines: number[], withBase: boolean): void {
  const order = cosines.map((_, i) => i).sort((a, b) => (cosines[b] ?? 0) - (cosines[a] ?? 0));
  const logits = cosines.map((value) => Math.exp((table.scale ?? 0) * 4 * value));
  const sum = logits.reduce((a, b) => a + b, 0);
  order.slice(0, table.k).forEach((place, rank) => {
    table.top[row * table.k + rank] = place;
    table.cosine[row * table.k + rank] = cosines[place] ?? NaN;
    if (table.scale !== null) table.confidence[row * table.k + rank] = (logits[place] ?? 0) / sum;
  });
  const best = cosines[order[0] ?? 0] ?? 0;
  const margin = best - (cosines[order[1] ?? 0] ?? 0);
  table.word[row] = best < 0.9 ? 1 : margin < 0.02 ? 2 : 3;
  if (!withBase) return;
  table.base[row] = row % 5;
  table.baseWins[row] = row % 7 === 0 ? 1 : 0;
}
