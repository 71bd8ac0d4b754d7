/** @file A spot that a scan comes to. Pure. Runs in main. */
import path from 'node:path';

export interface Place {
  /** Id of the project's folder that it counts to. */
  folder: string;
  /** Its path below that folder, '/' separated; '' for the folder itself. */
  relative: string;
  /** Where it really is. */
  real: string;
}

export const below = (place: Place, name: string): Place => ({
  folder: place.folder,
  relative: place.relative === '' ? name : `${place.relative}/${name}`,
  real: path.join(place.real, name),
});

/** Whether `folder` is `place` or holds it. */
export function holds(folder: string, place: string): boolean {
  return place === folder || place.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);
}
