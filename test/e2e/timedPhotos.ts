/** @file Real photos with times and cameras in them, as JPEG files: bursts, copies, near-copies. Made with sharp. */
import fs from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';

export interface TimedPhoto {
  /** Below the folder, with '/'. */
  name: string;
  /** Absolute path of the photo that it shows. */
  source: string;
  /** Seconds after noon of 1 May 2026; none where the camera says nothing. */
  second?: number;
  camera?: string;
  /** Part of the width and height that is cut off at the left and the top, as when the camera moved. */
  shift?: number;
  /** Width in pixels. */
  width?: number;
  /** JPEG quality. */
  quality?: number;
}

/** 'YYYY:MM:DD HH:MM:SS', as EXIF writes it. */
function exifTime(second: number): string {
  const time = new Date(Date.UTC(2026, 4, 1, 12) + second * 1000).toISOString();
  return time.slice(0, 19).replace('T', ' ').replaceAll('-', ':');
}

/** Writes the photos below `folder`. @returns the folder */
export async function writeTimed(folder: string, photos: readonly TimedPhoto[]): Promise<string> {
  for (const photo of photos) {
    const file = path.join(folder, photo.name);
    await fs.mkdir(path.dirname(file), { recursive: true });
    await fs.writeFile(file, await jpeg(photo));
  }
  return folder;
}

async function jpeg({ source, second, camera, shift = 0, width, quality = 90 }: TimedPhoto): Promise<Buffer> {
  const { width: wide, height: high } = await sharp(source).metadata();
  const [left, top] = [Math.round(wide * shift), Math.round(high * shift)];
  let picture = sharp(source).extract({ left, top, width: wide - left, height: high - top });
  if (width !== undefined) picture = picture.resize({ width });
  if (camera !== undefined || second !== undefined)
    picture = picture.withExif({
      IFD0: camera === undefined ? {} : { Make: 'Imprint', Model: camera },
      // The sub-IFD of EXIF proper.
      IFD2: second === undefined ? {} : { DateTimeOriginal: exifTime(second) },
    });
  return picture.jpeg({ quality }).toBuffer();
}
