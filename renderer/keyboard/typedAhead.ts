/** @file Keys that are meant for a field which is still on its way: letters wait for it, Enter and Escape do at once what they would do there. */
import type { Session } from '../state/session';
import { enterFound, enterNamed } from '../state/enterClass';

/** @returns whether the key was meant for the field: nobody else may act on it then */
export function takenAhead(event: KeyboardEvent, session: Session): boolean {
  const { fields } = session.view;
  if (!fields.typed.take(event)) return false;
  if (event.key === 'Escape') fields.stopTyping();
  if (event.key === 'Enter') enter(session);
  return true;
}

/** Where the letters do not do, the field comes after all and says why. */
function enter(session: Session): void {
  const { fields } = session.view;
  const letters = fields.typed.letters ?? '';
  const isDone = fields.finding ? enterFound(letters, session) : enterNamed(letters, session);
  if (isDone) fields.stopTyping();
}
