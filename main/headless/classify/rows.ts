/** @file What `classify` says of each image. Pure; runs in main. */
import type { ClassInfo, GuessTable } from '../../contract/model';
import { guessOf } from '../../exchange/write/guess';
import type { Unread } from '../folder/unread';
import type { FolderRow } from '../folder/rows';

export interface ClassifiedRow {
  /** Below the folder, '/' separated. */
  path: string;
  /** null: it could not be read. */
  label: string | null;
  /** A fraction; null where no percentage may be shown. */
  confidence: number | null;
  /** false: none of the classes; null where that cannot be told. */
  known: boolean | null;
  /** Best classes, best first. */
  top: { label: string; confidence: number | null }[];
  /** Why it could not be read; absent where it was. */
  reason?: string;
}

/** @param threshold cosine below which an image is none of the own classes; null: there is none */
export function rowsOf(
  images: readonly FolderRow[],
  guesses: GuessTable,
  classes: readonly Pick<ClassInfo, 'id' | 'name'>[],
  threshold: number | null,
): ClassifiedRow[] {
  const names = new Map(classes.map(({ id, name }) => [id, name]));
  const labels = new Map(guesses.classes.map((id) => [id, names.get(id) ?? id]));
  return images.map(({ index, path, state, reason }) =>
    state === 'ready'
      ? classified(path, index, guesses, labels, threshold)
      : unreadRow({ path, reason: reason ?? 'It was not read.' }),
  );
}

export const unreadRow = ({ path, reason }: Unread): ClassifiedRow => ({
  path,
  label: null,
  confidence: null,
  known: null,
  top: [],
  reason,
});

function classified(
  path: string,
  index: number,
  guesses: GuessTable,
  labels: ReadonlyMap<string, string>,
  threshold: number | null,
): ClassifiedRow {
  const guess = guessOf(index, guesses, labels, threshold) ?? { label: null, confidence: null, known: null };
  const { label, confidence, known } = guess;
  return { path, label, confidence, known, top: topOf(index, guesses, [...labels.values()]) };
}

function topOf(index: number, guesses: GuessTable, labels: readonly string[]): ClassifiedRow['top'] {
  const ranks = Array.from({ length: guesses.k }, (_, rank) => index * guesses.k + rank);
  return ranks
    .filter((at) => (guesses.top[at] ?? -1) >= 0)
    .map((at) => {
      const confidence = guesses.confidence[at] ?? NaN;
      const label = labels[guesses.top[at] ?? -1] ?? '';
      return { label, confidence: Number.isNaN(confidence) ? null : confidence };
    });
}
