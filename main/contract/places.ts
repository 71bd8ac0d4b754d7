/** @file Where an item was taken: what a person or a file says, else the folder where folders are places. Pure. */
import type { ProjectDocument } from '../projects/schema';

type Places = Pick<ProjectDocument, 'folders' | 'places'>;
interface Placed {
  id: string;
  folder: string;
  path: string;
}

/** The path of the image's folder below the project's folder; null where subfolders are no places, and at the root. */
export function folderPlace(
  { folders }: Pick<Places, 'folders'>,
  { folder, path }: Omit<Placed, 'id'>,
): string | null {
  const end = path.lastIndexOf('/');
  const isPlace = folders.some(({ id, subfolders }) => id === folder && subfolders === 'places');
  return isPlace && end > 0 ? path.slice(0, end) : null;
}

export function placeOf(document: Places, item: Placed): string | null {
  const said = Object.hasOwn(document.places, item.id) ? document.places[item.id] : undefined;
  return said ?? folderPlace(document, item);
}
