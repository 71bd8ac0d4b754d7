/** @file Whether the folders' names can be names of classes. Pure; runs in main. */
import { PersonError } from '../../contract/errors';
import { plainName } from '../../contract/names';
import { MAX_CLASSES, MAX_CLASS_NAME } from '../../projects/schema';

/** What a project would refuse in its own words, which know nothing of folders. */
export function requireNames(names: readonly string[]): void {
  if (names.length > MAX_CLASSES)
    throw new PersonError(`There are ${names.length} classes, and a project holds at most ${MAX_CLASSES}.`);
  const long = names.find((name) => name.trim().length > MAX_CLASS_NAME);
  if (long !== undefined)
    throw new PersonError(
      `The path of ${long} is longer than the ${MAX_CLASS_NAME} letters that a class name has.`,
    );
  const known = new Map<string, string>();
  for (const name of names) {
    const other = known.get(plainName(name));
    if (other !== undefined)
      throw new PersonError(
        `The folders '${other}' and '${name}' would be the same class: rename one of them.`,
      );
    known.set(plainName(name), name);
  }
}
