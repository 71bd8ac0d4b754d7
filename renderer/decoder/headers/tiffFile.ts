/** @file Reads a TIFF file's header: size, orientation, colour profile, what EXIF says. Its pixels: `../tiff/`. Pure. */
import type { Bytes } from '../bytes';
import { readLayout } from '../tiff/layout';
import { readExif } from './exif';
import { header, takeExif, type ImageHeader } from './header';
import { Tiff } from './tiff';

const PROFILE = 34675;

export function readTiffFile(file: Bytes): ImageHeader {
  const { width, height } = readLayout(file.data);
  const profile = Tiff.open(file.data)?.bytes(PROFILE) ?? null;
  const found = header('tiff', width, height, { profile: profile && { bytes: profile, deflated: false } });
  // EXIF data are a TIFF structure: the file's own first directory.
  const exif = readExif(file, 0, file.length);
  takeExif(found, exif);
  found.orientation = exif.orientation;
  return found;
}
