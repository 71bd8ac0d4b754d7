/**
 * @file The images of the bench of labelling: a few hundred photos again and again, no two files alike. They lie in the
 * user's cache with the projects that were made of them, because embedding 50,000 takes minutes. Runs in main.
 */
import { app } from 'electron';
import { execFile } from 'node:child_process';
import { existsSync, promises as fs } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { PersonError } from '../../contract/errors';
import { cache, resource } from '../../shell/places';
import type { Step } from '../progressLine';

/** Photos of the sample, from which the others are made: image i shows photo i modulo this. */
export const PHOTOS = 117;
const PER_FOLDER = 1000;
const AT_ONCE = 16;

export interface Places {
  photos: string;
  thumbnails: string;
  /** Folder of so many images. */
  images: string;
  /** Home of the app that has embedded them. */
  home: string;
}

export const placesOf = (images: number): Places => ({
  photos: cache('bench', 'photos'),
  thumbnails: cache('bench', 'thumbnails'),
  images: cache('bench', `images-${images}`),
  home: cache('bench', `home-${images}`),
});

const script = (): string => path.join(app.getAppPath(), 'test', 'bench', 'photos.mjs');

/** Makes what is not there yet. @throws {PersonError} outside a checkout, where there is no sharp */
export async function provideImages(count: number, show: (step: Step) => void): Promise<Places> {
  const places = placesOf(count);
  if (!existsSync(places.thumbnails)) await makePhotos();
  if (!existsSync(places.images)) await copyPhotos(places, count, show);
  return places;
}

async function makePhotos(): Promise<void> {
  if (app.isPackaged || !existsSync(script()))
    throw new PersonError('This bench is part of the source checkout: run it there.');
  const to = cache('bench');
  const making = `${to}.making-${process.pid}`;
  await fs.mkdir(to, { recursive: true });
  const what = JSON.stringify({ from: resource('samples', 'photos'), to: making });
  await promisify(execFile)(process.env['npm_node_execpath'] ?? 'node', [script(), what]);
  // Thumbnails last: where they are, the rest is.
  for (const name of ['photos', 'thumbnails']) await fs.rename(path.join(making, name), path.join(to, name));
  await fs.rm(making, { recursive: true, force: true });
}

async function copyPhotos(places: Places, count: number, show: (step: Step) => void): Promise<void> {
  const names = (await fs.readdir(places.photos)).sort();
  const photos = await Promise.all(names.map((name) => fs.readFile(path.join(places.photos, name))));
  const making = `${places.images}.making-${process.pid}`;
  for (let first = 0; first < count; first += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, count - first) }, (_, i) => first + i);
    for (const i of some) await fs.mkdir(path.join(making, folderOf(i)), { recursive: true });
    await Promise.all(some.map((i) => fs.writeFile(path.join(making, fileOf(i)), copyOf(photos, i))));
    show({ done: first + some.length, total: count, rate: null, secondsLeft: null });
  }
  await fs.rename(making, places.images);
}

const folderOf = (i: number): string => String(Math.floor(i / PER_FOLDER)).padStart(3, '0');
const fileOf = (i: number): string => `${folderOf(i)}/${String(i).padStart(6, '0')}.jpg`;

/** Number of an image, from its file's name. */
export const numberOf = (name: string): number => Number.parseInt(name, 10);

/** Behind its end marker a JPEG may hold anything: decoded alike, and yet another content. */
const copyOf = (photos: readonly Buffer[], i: number): Buffer =>
  Buffer.concat([photos[i % photos.length] ?? Buffer.alloc(0), Buffer.from(`copy ${i}`)]);
