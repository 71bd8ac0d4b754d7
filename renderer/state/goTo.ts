/** @file To an image that something points at, in whatever view it is looked for. */
import type { Parts } from './labelling';

/** Selects the row alone; a filter that hides it is put away. Nothing happens where the view cannot show it. */
export function goTo({ selection, view }: Pick<Parts, 'selection' | 'view'>, row: number): void {
  if (!view.reach.has(row)) view.show({});
  if (view.reach.has(row)) selection.only(row);
}
