/** @file Steps from image to image: in the grid by its columns, in the preview one by one. */
import { stepFrom } from '../logic/steps';
import type { Session } from '../state/session';
import type { Step } from './keymap';

/** A preview shows one image: up and down lead to the one before and after. */
const ONE_BY_ONE = { columns: 1, rowsPerPage: 10 };

export function step({ selection, view }: Session, how: 'move' | 'extend' | 'moveFocus', to: Step): void {
  if (view.name !== 'label') return;
  const shape = view.preview ? ONE_BY_ONE : view.shape;
  const place = stepFrom(view.list.placeOf(selection.focus), to, view.list.length, shape);
  if (place < 0) return;
  const row = view.list.rowAt(place);
  if (how === 'move') selection.only(row);
  else if (how === 'extend') selection.extendTo(row, view.list);
  else selection.focusOn(row);
}
