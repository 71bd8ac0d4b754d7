/**
 * @file Feeds a decoded picture, band by band and upright, to whatever is made of it: a 100-megapixel picture never lies in
 * memory a second time. Runs in the decoder's workers.
 */
import type { Picture } from './picture';
import { storedRect, stripOf, uprightSize, type Strip } from './reduce/strip';

/** Pixels of a band: 16 MB of RGBA. */
const STRIP_PIXELS = 4 * 2 ** 20;

/** What is made of a picture's upright rows as they come. */
export interface Sink {
  add(strip: Strip): void;
}

export async function feed(picture: Picture, orientation: number, sinks: Sink[]): Promise<void> {
  const upright = uprightSize(picture, orientation);
  const height = Math.max(1, Math.floor(STRIP_PIXELS / upright.width));
  for (let top = 0; top < upright.height; top += height) {
    const rows = Math.min(height, upright.height - top);
    const rect = storedRect(picture, orientation, top, rows);
    await picture.read(rect, (pixels) => {
      const strip = stripOf(pixels, rect, orientation, top, rows);
      for (const sink of sinks) sink.add(strip);
    });
  }
}
