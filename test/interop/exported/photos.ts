/** @file The images that the exports of this test are made from: the sample's, and JPEGs as cameras write them. */
import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { root } from '../../../scripts/setup/paths.mjs';

const CLASSES = ['bird', 'fish', 'hammer', 'hoofed animal', 'windmill'];
const shipped = path.join(root, 'resources/samples/photos');
/** Of EXIF, one after another: large JPEGs are decoded at half their size, and turned. */
const ORIENTATIONS = [1, 6, 3, 8];

/** A folder of class folders. */
export async function makePhotos(folder: string): Promise<void> {
  for (const name of CLASSES) {
    cpSync(path.join(shipped, name), path.join(folder, name), { recursive: true });
    const small = readdirSync(path.join(folder, name)).sort();
    for (const [i, file] of small.slice(0, ORIENTATIONS.length).entries())
      await enlarge(path.join(folder, name, file), i);
  }
}

export const countPhotos = (folder: string): number =>
  CLASSES.reduce((sum, name) => sum + readdirSync(path.join(folder, name)).length, 0);

async function enlarge(file: string, i: number): Promise<void> {
  // Sides that are no multiples of eight, since libraries part ways there.
  const size = [997 + 13 * i, 743 + 5 * i] as const;
  await sharp(file)
    .resize(...size, { fit: 'fill' })
    .withMetadata({ orientation: ORIENTATIONS[i]! })
    .jpeg({ quality: 90, chromaSubsampling: i % 2 ? '4:4:4' : '4:2:0' })
    .toFile(file.replace(/\.\w+$/, ' large.jpg'));
}

/** A few of them, for readers that take seconds an image. */
export function fewPhotos(from: string, to: string, each: number): void {
  for (const name of CLASSES) {
    mkdirSync(path.join(to, name), { recursive: true });
    const files = readdirSync(path.join(from, name)).sort().slice(0, each);
    for (const file of files) cpSync(path.join(from, name, file), path.join(to, name, file));
  }
}
