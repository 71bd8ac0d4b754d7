/** @file Writes the bench's images, no two of them alike. Runs in main. */
import { nativeImage } from 'electron';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { Step } from '../progressLine';
import type { ImageSet } from './sets';
import { cut, SHARP, SOFT, textureOf } from './texture';

/** Odd and far from any power of two, so that pieces never start at the same place. */
const STEP_RIGHT = 1237;
const STEP_DOWN = 2111;
const LARGE = 2048;

/** @param show told after each image */
export async function generate(set: ImageSet, folder: string, show: (step: Step) => void): Promise<void> {
  const { images, width, height, quality } = set;
  await fs.mkdir(folder, { recursive: true });
  const texture = width > LARGE ? textureOf(4096, SOFT, 7) : textureOf(1024, SHARP, 7);
  for (let i = 0; i < images; i++) {
    const pixels = cut(texture, i * STEP_RIGHT, i * STEP_DOWN, width, height);
    const jpeg = nativeImage.createFromBitmap(pixels, { width, height }).toJPEG(quality);
    await fs.writeFile(path.join(folder, `${String(i).padStart(4, '0')}.jpg`), jpeg);
    show({ done: i + 1, total: images, rate: null, secondsLeft: null });
  }
}
