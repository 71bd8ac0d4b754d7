/** @file What filters, sorts and counts read: rows, labels and guesses, all by row number. */
import type { GuessTable, ItemRow } from '../../main/contract/model';
import type { LabelTable } from './labels';
import type { RowTable } from './rowTable';

export interface Tables {
  items: readonly ItemRow[];
  rows: RowTable;
  labels: LabelTable;
  guesses: GuessTable | null;
  /** Rows in an order in which those that look alike lie beside each other; null before it was asked for. */
  alike: Uint32Array | null;
  /** When the project was opened the time before, ms since 1970; NaN for the first time. */
  lastOpening: number;
}
