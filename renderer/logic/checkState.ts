/** @file The blind check as the window sees it: its items in the order drawn, how far it is, what it says. Pure. */
import { isExcluded } from '../../main/contract/items';
import type { CheckReport, GuessTable, ItemRow, ProjectDocument } from '../../main/contract/model';
import { labelsBoxes } from '../../main/organise/checkPlan';
import { baseGuessAt, guessAt } from './guesses';

export interface CheckItem {
  row: number;
  item: ItemRow;
  /** What the person said it is. */
  class: string | null;
  /** Taken out: nobody can tell what it shows. */
  cannotTell: boolean;
}

export interface CheckCounts {
  total: number;
  labelled: number;
  cannotTell: number;
  /** Neither labelled nor taken out. */
  left: number;
}

/** Items whose files are there, in the order in which they were drawn, which is random. */
export function checkItems(
  document: ProjectDocument,
  items: readonly ItemRow[],
  rowOf: (item: string) => number | undefined,
  classOf: (row: number) => string | null,
): CheckItem[] {
  return Object.keys(document.roles).flatMap((id) => {
    const row = rowOf(id);
    const item = row === undefined ? undefined : items[row];
    if (row === undefined || !item || item.state === 'gone' || item.state === 'removed') return [];
    return [{ row, item, class: classOf(row), cannotTell: isExcluded(document, id) }];
  });
}

export const isLeft = (one: CheckItem): boolean => one.class === null && !one.cannotTell;

export function countsOf(items: readonly CheckItem[]): CheckCounts {
  const cannotTell = items.filter((one) => one.cannotTell).length;
  const left = items.filter(isLeft).length;
  return { total: items.length, cannotTell, left, labelled: items.length - cannotTell - left };
}

/** Items that came after the check had begun, and so could not be drawn. */
export function addedSince(
  checked: readonly CheckItem[],
  items: readonly ItemRow[],
  document: ProjectDocument,
): number {
  const begun = Math.min(
    ...checked.flatMap(({ item }) => Date.parse(document.labels[item.id]?.at ?? '') || []),
  );
  if (!Number.isFinite(begun)) return 0;
  const boxes = labelsBoxes(document);
  const folders = new Set(document.folders.filter((f) => f.purpose === 'label').map((f) => f.id));
  return items.filter(
    ({ addedAt, box, folder, state }) =>
      addedAt > begun && (box !== null) === boxes && folders.has(folder) && state !== 'removed',
  ).length;
}

/** Rows of check items that were labelled as one class and are guessed to be another; null: a class of the backbone. */
export function confusedRows(
  checked: readonly CheckItem[],
  guesses: GuessTable | null,
  { class: own, guessed }: Pick<CheckReport['confusions'][number], 'class' | 'guessed'>,
): Uint32Array {
  const taken = (row: number): string | null =>
    baseGuessAt(guesses, row)?.wins ? null : (guessAt(guesses, row)?.class ?? null);
  return Uint32Array.from(
    checked.filter((one) => one.class === own && !one.cannotTell && taken(one.row) === guessed),
    ({ row }) => row,
  );
}
