/**
 * @file What EXIF data say of a picture: how it is turned, when it was taken and with what (EXIF 2.32 section 4.6).
 * Whatever is broken, absurd or not there is not known; the picture itself may be whole. Pure.
 */
import type { Bytes } from '../bytes';
import { DecodeError } from '../errors';
import type { BytePatch } from './header';
import { Tiff } from './tiff';

const MAKE = 0x010f;
const MODEL = 0x0110;
const ORIENTATION = 0x0112;
const CHANGED = 0x0132;
const EXIF_DIRECTORY = 0x8769;
const TAKEN = 0x9003;

export interface Exif {
  orientation: number;
  /** Sets the orientation to 1 in the file's bytes; null where there is none. */
  patch: BytePatch | null;
  /** Local time of the camera, 'YYYY-MM-DDTHH:MM:SS'. */
  capturedAt: string | null;
  /** Make and model. */
  camera: string | null;
}

/** The EXIF data in [start, end) of the file, which begin with the TIFF structure. */
export function readExif(file: Bytes, start: number, end: number): Exif {
  const tiff = Tiff.open(file.slice(start, end));
  return {
    ...{ orientation: 1, patch: null },
    ...(tiff && known(() => findOrientation(tiff, start))),
    capturedAt: tiff && known(() => findTime(tiff)),
    camera: tiff && known(() => findCamera(tiff)),
  };
}

/** null where the data break off or lead out of themselves. */
function known<T>(find: () => T | null): T | null {
  try {
    return find();
  } catch (error) {
    if (error instanceof DecodeError) return null;
    throw error;
  }
}

function findOrientation(tiff: Tiff, start: number): Pick<Exif, 'orientation' | 'patch'> | null {
  const entry = tiff.find(tiff.first, ORIENTATION);
  const bytes = entry && tiff.encode(entry, 1);
  if (!bytes) return null;
  const value = tiff.number(entry) ?? 1;
  return { orientation: value >= 1 && value <= 8 ? value : 1, patch: { at: start + entry.at, bytes } };
}

/** When it was taken; where that is not said, when the file was last changed, which for cameras is the same. */
function findTime(tiff: Tiff): string | null {
  const directory = tiff.find(tiff.first, EXIF_DIRECTORY);
  const at = directory && tiff.number(directory);
  const taken = at ? known(() => timeAt(tiff, at, TAKEN)) : null;
  return taken ?? timeAt(tiff, tiff.first, CHANGED);
}

function timeAt(tiff: Tiff, directory: number, tag: number): string | null {
  const entry = tiff.find(directory, tag);
  return entry && localTime(tiff.text(entry, 32) ?? '');
}

const TIME = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)$/;

/** 'YYYY:MM:DD HH:MM:SS' as ISO 8601; null for a day or an hour that there is not. Clocks never set say 0000. */
export function localTime(text: string): string | null {
  const parts = TIME.exec(text.trim());
  if (!parts) return null;
  const iso = `${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}:${parts[5]}:${parts[6]}`;
  const time = new Date(`${iso}Z`);
  const real = !Number.isNaN(time.getTime()) && time.toISOString().startsWith(iso);
  return real && Number(parts[1]) >= 1800 ? iso : null;
}

const MOST_LETTERS = 80;

function findCamera(tiff: Tiff): string | null {
  const [make, model] = [MAKE, MODEL].map((tag) => known(() => nameAt(tiff, tag)) ?? '') as [string, string];
  const [brand = ''] = make.toLowerCase().split(' ');
  const repeated = model.toLowerCase().startsWith(brand);
  const name = (repeated ? model : `${make} ${model}`).trim();
  return name.slice(0, MOST_LETTERS).trim() || null;
}

/** What is printable of a name, with single blanks. */
function nameAt(tiff: Tiff, tag: number): string | null {
  const entry = tiff.find(tiff.first, tag);
  const text = entry && tiff.text(entry, 200);
  return (
    text &&
    text
      .replace(/[^\x20-\x7e\xa1-\xac\xae-\xff]/g, ' ')
      .replace(/ +/g, ' ')
      .trim()
  );
}
