/** @file The sample photos that come with the app, as models are tried on them: their folders are their classes. Runs in main. */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { told } from '../../strings/words';
import { PersonError, describe } from '../contract/errors';

export interface SamplePhoto {
  /** Absolute. */
  file: string;
  /** null: of none. */
  class: string | null;
  /** For `img://thumb/`. */
  token: string;
}

/** @param folder photos of no class, and a folder of photos for each class */
export async function samplePhotos(folder: string): Promise<SamplePhoto[]> {
  const found = await below(folder, null).catch((error: unknown) => {
    throw new PersonError(told().adding.noPhotos, describe(error));
  });
  if (found.length === 0) throw new PersonError(told().adding.noPhotos);
  return found.map((photo, i) => ({ ...photo, token: `sample-${i}` }));
}

async function below(folder: string, name: string | null): Promise<Omit<SamplePhoto, 'token'>[]> {
  const entries = await fs.readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const lists = await Promise.all(
    entries.map(async (entry) => {
      const inside = path.join(folder, entry.name);
      if (entry.isDirectory()) return name === null ? below(inside, entry.name) : [];
      return [{ file: inside, class: name }];
    }),
  );
  return lists.flat();
}

/** Those of classes, `most` of each. */
export function someOfEach<P extends SamplePhoto>(photos: readonly P[], most: number): P[] {
  const counts = new Map<string, number>();
  return photos.filter(({ class: name }) => {
    if (name === null) return false;
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    return count < most;
  });
}
