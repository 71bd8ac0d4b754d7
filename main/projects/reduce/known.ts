/** @file Whether the items that a command names are items of this project. Pure. Runs in main. */
import { folderOf, imageOf } from '../document';
import { refuse } from '../errors';
import type { ProjectDocument } from '../schema';
import { told } from '../../../strings/words';

/**
 * The items, each once. Whether an image file is there now is not asked: labels outlive files that are away.
 * @throws {ProjectError} 'refused' where an item lies in a folder or is a box that the project does not have.
 */
export function knownItems(
  document: Readonly<Pick<ProjectDocument, 'boxes' | 'folders'>>,
  items: readonly string[],
): string[] {
  const folders = new Set(document.folders.map((f) => f.id));
  const distinct = [...new Set(items)];
  for (const item of distinct) {
    const image = imageOf(document, item);
    if (image === null) refuse(told().refusals.noSuchBox);
    if (!folders.has(folderOf(image))) refuse(told().refusals.folderOfNoProject(image));
  }
  return distinct;
}

/** Sees to it that no item is named twice in one command, where the two could say different things. */
export class Once {
  readonly #taken = new Set<string>();

  /** @param what continues 'was given …': 'two labels' */
  constructor(private readonly what: string) {}

  /** The items. @throws {ProjectError} 'refused' where one was taken before. */
  take(items: string[]): string[] {
    for (const item of items) {
      if (this.#taken.has(item)) refuse(told().refusals.namedTwice(item, this.what));
      this.#taken.add(item);
    }
    return items;
  }
}
