/** @file What the fake engine finds: images by cosine, and unlabelled ones by the margin of their guess. */
import type { Similar } from '../../../../main/contract/areas/search';
import type { GuessTable, ItemRow, ProjectDocument } from '../../../../main/contract/model';
import { marginAt } from '../../../../renderer/logic/guesses';
import { cosine } from './guesses';

export function fakeSimilar(
  items: readonly string[],
  rows: readonly ItemRow[],
  embeddings: ReadonlyMap<string, Float64Array>,
): Similar {
  const asked = embeddings.get(items[0] ?? '') ?? new Float64Array();
  const found = rows.flatMap(({ id, index }) => {
    const embedding = embeddings.get(id);
    return embedding ? [{ index, cosine: cosine(asked, embedding) }] : [];
  });
  found.sort((a, b) => b.cosine - a.cosine);
  return {
    rows: Uint32Array.from(found, ({ index }) => index),
    cosines: Float32Array.from(found, ({ cosine: value }) => value),
  };
}

/** Rows that have been read, those of even number first. */
export function fakeAlike(rows: readonly ItemRow[]): Uint32Array {
  const read = rows.filter(({ state }) => state === 'ready').map(({ index }) => index);
  return Uint32Array.from(read.sort((a, b) => (a % 2) - (b % 2) || a - b));
}

/** Fewer than a real engine would look at; no two scenes are kept apart. */
export function fakeDoubtful(count: number, document: ProjectDocument, guesses: GuessTable): Uint32Array {
  const rows = Array.from({ length: guesses.count }, (_, row) => row);
  const margins = rows.map((row) => marginAt(guesses, row));
  const open = rows.filter((row) => Number.isFinite(margins[row]));
  open.sort((a, b) => (margins[a] ?? 0) - (margins[b] ?? 0));
  return Uint32Array.from(open.slice(0, document.classes.length === 0 ? 0 : count));
}
