/**
 * @file Makes a labelled folder of emoji as four vendors draw them, for the benches of effort and of methods: the packages
 * emoji-datasource-apple, -google, -twitter and -facebook, unpacked side by side under the vendors' names. Their pictures
 * are never committed. The draw is by seed, as everywhere (xoroshiro128+, first steps of Fisher and Yates).
 *
 *   node test/bench/emoji.mjs '{"packs": "<folder>", "to": "<folder>", "seed": 0, "by": "name"}'
 *
 * categories: every emoji a class of four pictures, in the folders train (people, objects, symbols, smileys), validation (travel)
 * and test (animals, food, activities), for the bench of methods · name: 20 emoji, each a class of four pictures · subcategory: 20 of Unicode's subcategories with ten emoji or more, ten of
 * each, so 40 pictures in a class
 */
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

const VENDORS = ['apple', 'google', 'twitter', 'facebook'];
const CLASSES = 20;
const EMOJI = 10;

const { packs, to, seed, by } = JSON.parse(process.argv[2] ?? '{}');
const random = xoroshiro128plus(seed | 0);

/** @template T @param {readonly T[]} values @param {number} count @returns {T[]} */
function draw(values, count) {
  const left = [...values];
  for (let i = 0; i < count; i++) {
    const chosen = uniformInt(random, i, left.length - 1);
    [left[i], left[chosen]] = [left[chosen], left[i]];
  }
  return left.slice(0, count);
}

/** A name of a folder; + stays, which is all that tells some emoji apart. @param {string} name */
const safe = (name) => name.replaceAll(/[^\w +-]/g, '_');

/** @typedef {{ short_name: string, image: string, category: string, subcategory: string }} Emoji */

/** @type {(Emoji & Record<string, unknown>)[]} */
const all = JSON.parse(await readFile(path.join(packs, VENDORS[0], 'emoji.json'), 'utf8'));
const drawn = all
  .filter((one) => one.category !== 'Component' && VENDORS.every((vendor) => one[`has_img_${vendor}`]))
  .sort((a, b) => (a.image < b.image ? -1 : 1));

/** @type {Record<string, string>} */
const PARTS = {
  'People & Body': 'train',
  Objects: 'train',
  Symbols: 'train',
  'Smileys & Emotion': 'train',
  'Travel & Places': 'validation',
  'Animals & Nature': 'test',
  'Food & Drink': 'test',
  Activities: 'test',
};

/** @returns {[string, Emoji[]][]} */
function classes() {
  if (by === 'categories')
    return drawn.flatMap((one) => {
      const part = PARTS[one.category];
      return part ? [[path.join(part, safe(one.short_name)), [one]]] : [];
    });
  if (by === 'name') return draw(drawn, CLASSES).map((one) => [safe(one.short_name), [one]]);
  /** @type {Map<string, Emoji[]>} */
  const groups = new Map();
  for (const one of drawn) groups.set(one.subcategory, [...(groups.get(one.subcategory) ?? []), one]);
  const large = [...groups].filter(([, emoji]) => emoji.length >= EMOJI).sort(([a], [b]) => (a < b ? -1 : 1));
  return draw(large, CLASSES).map(([name, emoji]) => [safe(name), draw(emoji, EMOJI)]);
}

for (const [name, emoji] of classes()) {
  const folder = path.join(to, name);
  await mkdir(folder, { recursive: true });
  for (const { image } of emoji)
    for (const vendor of VENDORS)
      await copyFile(
        path.join(packs, vendor, 'img', vendor, '64', image),
        path.join(folder, `${vendor}-${image}`),
      );
}
