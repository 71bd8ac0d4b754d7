/**
 * @file Rows on their way to the window. The bridge between its two worlds copies objects property by property, 2000 rows
 * in 20 ms; as one string they take 2. Pure; main and window go by it.
 */
import type { ItemRow } from './model';

/** JSON of rows. */
export type EncodedRows = string & { readonly rows: unique symbol };

export const encodeRows = (rows: readonly ItemRow[]): EncodedRows => JSON.stringify(rows) as EncodedRows;

export const decodeRows = (rows: EncodedRows): ItemRow[] => JSON.parse(rows) as ItemRow[];
