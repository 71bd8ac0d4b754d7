/** @file What Enter does in the fields that take a class's name: the finder's, and the one for a new class. */
import type { ClassInfo } from '../../main/contract/model';
import { findClasses } from '../logic/findClass';
import type { Session } from './session';

type Room = Pick<Session, 'classes' | 'labelling' | 'project' | 'selection'>;

/** Labels with the class that the letters find first, or makes one of that name. @returns false where there is nothing to do */
export function enterFound(letters: string, room: Room): boolean {
  const [first] = findClasses(letters, room.project.document.classes);
  if (first) void room.labelling.label(first.id);
  else if (letters.trim() === '') return false;
  else makeFound(letters, room);
  return true;
}

/** The selected images, or the focused one, get the new class. */
export function makeFound(name: string, { classes, selection }: Room): void {
  void classes.create(name.trim(), { orFocused: selection.focus !== -1 });
}

/** Makes a class that what is selected gets; without a name, nothing. @returns false where the name is taken */
export function enterNamed(name: string, { classes }: Room, kind: ClassInfo['kind'] = 'class'): boolean {
  if (name.trim() === '') return true;
  if (classes.isTaken(name)) return false;
  void classes.create(name, { kind });
  return true;
}
