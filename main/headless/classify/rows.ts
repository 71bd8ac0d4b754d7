/** @file What `classify` says of each image. Pure; runs in main. */
import type { ClassInfo, GuessTable } from '../../contract/model';
import type { NoneReason, NoneRule } from '../../contract/none';
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
  /** Why it is none of them; absent where it may be one. */
  none?: NoneReason;
  /** Best classes, best first. */
  top: { label: string; confidence: number | null }[];
  /** Why it could not be read; absent where it was. */
  reason?: string;
}

/** @param rule when an image is none of the own classes; null: that cannot be told */
export function rowsOf(
  images: readonly FolderRow[],
  guesses: GuessTable,
  classes: readonly Pick<ClassInfo, 'id' | 'name' | 'kind'>[],
  rule: NoneRule,
): ClassifiedRow[] {
  const known = new Map(classes.map((one) => [one.id, one]));
  return images.map(({ index, path, state, reason }) =>
    state === 'ready'
      ? classified(path, index, guesses, known, rule)
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

const NOTHING = { label: null, confidence: null, known: null, none: null };

function classified(
  path: string,
  index: number,
  guesses: GuessTable,
  classes: ReadonlyMap<string, Pick<ClassInfo, 'name' | 'kind'>>,
  rule: NoneRule,
): ClassifiedRow {
  const guess = guessOf(index, guesses, classes, rule) ?? NOTHING;
  const { label, confidence, known, none } = guess;
  const labels = guesses.classes.map((id) => classes.get(id)?.name ?? id);
  return {
    ...{ path, label, confidence, known },
    ...(none && { none }),
    top: topOf(index, guesses, labels),
  };
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
