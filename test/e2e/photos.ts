/** @file Folders of real photos for tests, made from the sample. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';

const photos = path.resolve(import.meta.dirname, '../../resources/samples/photos');

/** The first `count` photos of a class of the sample, absolute, in the order of their names. */
export async function samplePhotos(name: string, count: number): Promise<string[]> {
  const files = (await fs.readdir(path.join(photos, name))).sort().slice(0, count);
  return files.map((file) => path.join(photos, name, file));
}

/** A flat folder under `home` with so many photos of each class of the sample: 'fish-1.webp', 'fish-2.webp', … */
export async function photosOf(
  home: string,
  counts: Readonly<Record<string, number>>,
  name = 'Pond',
): Promise<string> {
  const folder = path.join(home, name);
  await fs.mkdir(folder);
  for (const [kind, count] of Object.entries(counts))
    for (const [i, file] of (await samplePhotos(kind, count)).entries())
      await fs.copyFile(file, path.join(folder, `${kind}-${i + 1}.webp`));
  return folder;
}

/** A folder at `place` with the first `count` photos of each of these classes of the sample, in a folder of its own. */
export async function photosByClass(place: string, names: readonly string[], count: number): Promise<string> {
  for (const name of names) {
    await fs.mkdir(path.join(place, name), { recursive: true });
    for (const file of await samplePhotos(name, count))
      await fs.copyFile(file, path.join(place, name, path.basename(file)));
  }
  return place;
}

/** `count` files under `home`, in a folder of that name: real photos, each with bytes of its own after the image's end. */
export async function manyPhotos(home: string, count: number, named = 'Many'): Promise<string> {
  const folder = path.join(home, named);
  await fs.mkdir(folder);
  const sources = await samplePhotos('fish', 10);
  for (let i = 0; i < count; i++) {
    const bytes = await fs.readFile(sources[i % sources.length] ?? '');
    const name = `${String(i + 1).padStart(4, '0')}.webp`;
    await fs.writeFile(path.join(folder, name), Buffer.concat([bytes, Buffer.from(`copy ${i} in ${named}`)]));
  }
  return folder;
}

/** Replaces every file's bytes by zeros without a trace in its size or time: whoever reads one cannot decode it. */
export async function blankSilently(folder: string): Promise<void> {
  const reference = path.join(folder, '..', 'reference');
  for (const file of await fs.readdir(folder)) {
    const place = path.join(folder, file);
    await fs.copyFile(place, reference);
    execFileSync('touch', ['-r', place, reference]);
    await fs.writeFile(place, Buffer.alloc((await fs.stat(reference)).size));
    execFileSync('touch', ['-r', reference, place]);
  }
}
