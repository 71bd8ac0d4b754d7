/**
 * @file Draws the icons of resources/icons/ from icon.svg: `node scripts/package/icons.mjs`, needed again only when the
 * drawing changes. PNGs for Linux, and from the same pictures the containers of macOS and Windows.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { root } from '../setup/paths.mjs';

const folder = path.join(root, 'resources/icons');
export const LINUX_SIZES = [16, 24, 32, 48, 64, 128, 256, 512];
/** Types of macOS 10.7 and newer that hold PNGs, with their side in pixels; double density has types of its own. */
export const ICNS_TYPES = /** @type {const} */ ({
  icp4: 16,
  icp5: 32,
  ic11: 32,
  ic12: 64,
  ic07: 128,
  ic13: 256,
  ic08: 256,
  ic14: 512,
  ic09: 512,
  ic10: 1024,
});
export const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256];

export async function drawIcons() {
  const svg = await readFile(path.join(folder, 'icon.svg'));
  const draw = (/** @type {number} */ side) =>
    sharp(svg, { density: 72 }).resize(side, side).png().toBuffer();
  await mkdir(path.join(folder, 'linux'), { recursive: true });
  for (const side of LINUX_SIZES)
    await writeFile(path.join(folder, `linux/${side}x${side}.png`), await draw(side));
  const icns = Object.entries(ICNS_TYPES).map(async ([type, side]) => ({ type, png: await draw(side) }));
  await writeFile(path.join(folder, 'icon.icns'), encodeIcns(await Promise.all(icns)));
  const ico = ICO_SIZES.map(async (side) => ({ side, png: await draw(side) }));
  await writeFile(path.join(folder, 'icon.ico'), encodeIco(await Promise.all(ico)));
}

/**
 * Apple's container: 'icns' and the length of the file, then each picture with its type and length, big-endian.
 * @param {readonly { type: string, png: Uint8Array }[]} pictures
 */
export function encodeIcns(pictures) {
  const parts = pictures.map(({ type, png }) => chunk(type, png));
  return chunk('icns', Buffer.concat(parts));
}

/** @param {string} type @param {Uint8Array} data */
function chunk(type, data) {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(8 + data.length, 4);
  return Buffer.concat([head, data]);
}

/**
 * Windows' container: a directory of 16 bytes a picture, then the PNGs, which Windows reads in it since Vista.
 * @param {readonly { side: number, png: Uint8Array }[]} pictures
 */
export function encodeIco(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let at = head.length;
  for (const [i, { side, png }] of pictures.entries()) {
    const entry = head.subarray(6 + 16 * i);
    // A byte has no room for 256, so 0 says it.
    entry.writeUInt8(side % 256, 0);
    entry.writeUInt8(side % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(at, 12);
    at += png.length;
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await drawIcons();
