/**
 * @file Makes a few hundred different photos of 500 × 375 from those of a folder, and a thumbnail of each: the whole
 * frame, its mirror image, and two corners. Plain Node, since sharp is no part of the app. Photo p of variant v is number
 * v · photos + p. Answers with {photos, made}.
 *
 *   node test/bench/photos.mjs '{"from": "<folder>", "to": "<folder>"}'
 */
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';

const WIDTH = 500;
const HEIGHT = 375;
/** Share of each side that a corner shows. */
const CORNER = 0.8;
const THUMBNAIL = 256;

const { from, to } = JSON.parse(process.argv[2] ?? '{}');

/** @param {string} file @param {{left: number, top: number} | null} corner @param {boolean} mirrored */
async function variant(file, corner, mirrored) {
  const { width = 0, height = 0 } = await sharp(file).metadata();
  const side = corner ? CORNER : 1;
  const size = { width: Math.floor(width * side), height: Math.floor(height * side) };
  const place = {
    left: Math.floor((corner?.left ?? 0) * (width - size.width)),
    top: Math.floor((corner?.top ?? 0) * (height - size.height)),
  };
  const picture = sharp(file)
    .extract({ ...place, ...size })
    .resize(WIDTH, HEIGHT, { fit: 'fill' });
  return (mirrored ? picture.flop() : picture).flatten({ background: '#fff' }).png().toBuffer();
}

const VARIANTS = /** @type {const} */ ([
  [null, false],
  [null, true],
  [{ left: 0, top: 0 }, false],
  [{ left: 1, top: 1 }, true],
]);

const names = await readdir(from, { recursive: true });
const files = names.filter((name) => name.endsWith('.webp')).sort();
await mkdir(path.join(to, 'photos'), { recursive: true });
await mkdir(path.join(to, 'thumbnails'), { recursive: true });
let made = 0;
for (const [corner, mirrored] of VARIANTS) {
  for (const file of files) {
    const picture = await variant(path.join(from, file), corner, mirrored);
    const name = `${String(made++).padStart(3, '0')}.jpg`;
    await sharp(picture)
      .jpeg({ quality: 82 })
      .toFile(path.join(to, 'photos', name));
    await sharp(picture)
      .resize(THUMBNAIL)
      .jpeg({ quality: 80 })
      .toFile(path.join(to, 'thumbnails', name));
  }
}
console.log(JSON.stringify({ photos: files.length, made }));
