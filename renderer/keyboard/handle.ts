/** @file Carries out the action of a key, where the focus allows it. */
import { stepFrom } from '../logic/steps';
import type { Session } from '../state/session';
import { actionOf, type Action, type Step } from './keymap';

/** Keys that belong to whatever control has the focus, unless that is the grid. */
const ONLY_IN_GRID: ReadonlySet<Action['name']> = new Set([
  ...(['accept', 'unlabel', 'toggle', 'selectAll'] as const),
  ...(['move', 'extend', 'moveFocus'] as const),
]);
const IN_EVERY_VIEW: ReadonlySet<Action['name']> = new Set(['undo', 'redo', 'shortcuts'] as const);

export function handleKey(event: KeyboardEvent, session: Session): void {
  const target = event.target instanceof Element ? event.target : null;
  if (
    event.defaultPrevented ||
    event.isComposing ||
    target?.closest('input, textarea, [role=dialog], [role=alertdialog], [role=menu]')
  ) {
    return;
  }
  const action = actionOf(event);
  if (!action) return;
  const inGrid = target === null || target === document.body || target.closest('[data-grid]') !== null;
  if (ONLY_IN_GRID.has(action.name) && !inGrid) return;
  if (session.view.name !== 'label' && !IN_EVERY_VIEW.has(action.name)) return;
  event.preventDefault();
  void carryOut(action, session);
}

async function carryOut(action: Action, session: Session): Promise<void> {
  const { labelling, selection, view, work } = session;
  switch (action.name) {
    case 'labelWithKey':
      return labelling.labelWithKey(action.key);
    case 'accept':
      return labelling.accept();
    case 'unlabel':
      return labelling.label(null);
    case 'exclude':
      return labelling.toggleExcluded();
    case 'undo':
      return work.undo();
    case 'redo':
      return work.redo();
    case 'reveal':
      return work.reveal();
    case 'newClass':
      view.naming = !session.project.readOnly;
      return;
    case 'toggle':
      if (selection.focus >= 0) selection.toggle(selection.focus);
      return;
    case 'selectAll':
      return selection.all(view.list);
    case 'clear':
      return selection.clear();
    case 'shortcuts':
      view.shortcuts = true;
      return;
    case 'move':
    case 'extend':
    case 'moveFocus':
      return step(session, action.name, action.step);
  }
}

function step({ selection, view }: Session, how: 'move' | 'extend' | 'moveFocus', to: Step): void {
  const place = stepFrom(view.list.placeOf(selection.focus), to, view.list.length, view.shape);
  if (place < 0) return;
  const row = view.list.rowAt(place);
  if (how === 'move') selection.only(row);
  else if (how === 'extend') selection.extendTo(row, view.list);
  else selection.focusOn(row);
}
