/** @file Labelled images for a measurement: of a folder, or invented. */
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';

const SIDE = 224;
const keyOf = (/** @type {string} */ name) => createHash('sha256').update(name).digest('hex');

/**
 * One subfolder per class; what follows the first '-' of a file's name is its group, or its name where there is none. Whole frames,
 * reduced by sharp.
 * @param {string} folder
 */
export async function imagesOf(folder) {
  const classes = (await readdir(folder)).sort();
  const rows = [];
  for (const [label, name] of classes.entries()) {
    const files = (await readdir(path.join(folder, name))).sort();
    const groups = [...new Set(files.map(groupOf))];
    for (const file of files) {
      const image = sharp(path.join(folder, name, file))
        .flatten({ background: 'white' })
        .removeAlpha();
      const pixels = new Uint8Array(await image.resize(SIDE, SIDE, { fit: 'fill' }).raw().toBuffer());
      rows.push({ pixels, label, group: groups.indexOf(groupOf(file)), key: keyOf(`${name}/${file}`) });
    }
  }
  return { classes: classes.length, rows };
}

/** @param {string} file */
const groupOf = (file) => file.slice(file.indexOf('-') + 1);

/**
 * Waves, each class with a length of its own: only the time they take means anything.
 * @param {number} items
 * @param {number} classes
 */
export function invented(items, classes) {
  const rows = Array.from({ length: items }, (_, i) => {
    const [label, group] = [i % classes, Math.floor(i / classes)];
    const wave = (/** @type {number} */ at) => 128 + 120 * Math.sin(at * 0.001 * (label + 2) + group);
    const pixels = Uint8Array.from({ length: SIDE * SIDE * 3 }, (__, at) => wave(at));
    return { pixels, label, group, key: keyOf(String(i)) };
  });
  return { classes, rows };
}
