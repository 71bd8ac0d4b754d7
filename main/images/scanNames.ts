/** @file Which names a scan takes for images, and which folders it does not enter. Pure. Runs in main. */
import path from 'node:path';
import { PROJECT_SUFFIX } from '../projects/paths';

/** Read by the decoder; it goes by the bytes, so a wrong name does no harm. */
const READABLE = [
  'jpg',
  'jpeg',
  'jpe',
  'jfif',
  'png',
  'apng',
  'gif',
  'webp',
  'avif',
  'bmp',
  'tif',
  'tiff',
  'heic',
  'heif',
  'hif',
];
/** Not read, but listed, so that a person sees them with the reason instead of missing them. */
const LISTED = ['dng', 'cr2', 'cr3', 'nef', 'arw', 'raf', 'orf', 'rw2'];
const IMAGE_EXTENSIONS = new Set([...READABLE, ...LISTED].map((extension) => `.${extension}`));

/** Folders that systems and programs keep for themselves: bins, previews, the other half of Mac archives. */
const PRIVATE_FOLDERS = new Set(['$recycle.bin', 'system volume information', '@eadir', '__macosx']);

/** Hidden files are none of the person's images: '._IMG_1.jpg' is half of one. */
const isHidden = (name: string): boolean => name.startsWith('.');

export function isImageName(name: string): boolean {
  return !isHidden(name) && IMAGE_EXTENSIONS.has(path.extname(name).toLowerCase());
}

export function isFolderToEnter(name: string): boolean {
  const plain = name.toLowerCase();
  return !isHidden(name) && !PRIVATE_FOLDERS.has(plain) && !plain.endsWith(PROJECT_SUFFIX);
}
