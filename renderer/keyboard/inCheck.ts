/** @file What keys do while the images of the blind check are shown one by one. */
import type { Session } from '../state/session';
import type { Action } from './keymap';

/** Carries the action out and answers true where it is one of the check. */
export function inCheck(action: Action, { checking }: Session): boolean {
  if (!checking.running) return false;
  switch (action.name) {
    case 'labelWithKey':
      void checking.labelWithKey(action.key);
      return true;
    case 'unlabel':
      void checking.label(null);
      return true;
    case 'exclude':
      void checking.cannotTell();
      return true;
    case 'newClass':
      checking.naming = true;
      return true;
    case 'move':
      checking.go(action.step);
      return true;
    case 'clear':
      checking.leave();
      return true;
    default:
      return false;
  }
}
