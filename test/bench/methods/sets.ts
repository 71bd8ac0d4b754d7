/**
 * @file Labelled sets for the bench of methods, from projects that `imprint --project` made of folders of emoji: a class is a
 * folder, a domain the vendor in front of the file's name. Embeddings are the product's own.
 */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { RecordFile } from '../../../main/engine/embeddings/recordFile';
import type { EvaluatedSet } from '../../../main/engine/evaluation/evaluatedSet';
import { labelledSetFrom } from '../../../main/engine/evaluation/labelledSet';

/** Names and classes beside the set. */
export interface EmojiSet {
  readonly set: EvaluatedSet;
  /** [C] */
  readonly classes: readonly string[];
  /** [domains] */
  readonly vendors: readonly string[];
}

/** @param project a folder `….imprint` */
export const emojiSet = (project: string): EmojiSet => rawEmoji(project);

/** The same with raw embeddings [N, D]. */
export function rawEmoji(project: string): EmojiSet & { readonly values: Float32Array } {
  const embedding = embeddingsOf(path.join(project, 'cache/embeddings'));
  const images = imagesOf(project).sort((a, b) => (a.file < b.file ? -1 : 1));
  const classes = [...new Set(images.map((image) => path.dirname(image.file)))].sort();
  const vendor = images.map(({ file }) => path.basename(file).split('-')[0]!);
  const rows = images.map(({ hash }) => embedding(hash));
  const dimension = rows[0]!.length;
  const values = new Float32Array(rows.length * dimension);
  rows.forEach((row, i) => values.set(row, i * dimension));
  const set = labelledSetFrom({
    dimension,
    values,
    labels: images.map(({ file }) => classes.indexOf(path.dirname(file))),
    domains: vendor,
  });
  return { set, values, classes, vendors: [...new Set(vendor)].sort() };
}

/**
 * The same images by subcategory of Unicode instead of by name; the pictures of one emoji are one group.
 * @param list emoji.json of one of the packages
 */
export function kindsSet(project: string, list: string): EvaluatedSet {
  const { set } = emojiSet(project);
  const files = imagesOf(project)
    .map(({ file }) => file)
    .sort();
  const emoji = JSON.parse(readFileSync(list, 'utf8')) as { image: string; subcategory: string }[];
  const kindOf = new Map(emoji.map(({ image, subcategory }) => [image, subcategory]));
  const kinds = files.map((file) =>
    kindOf.get(file.slice(file.lastIndexOf('/') + 1).replace(/^[a-z]+-/, ''))!,
  );
  const names = [...new Set(kinds)].sort();
  const labels = Int32Array.from(kinds, (kind) => names.indexOf(kind));
  return { ...set, classes: names.length, labels, groups: set.labels, places: [...names.keys()] };
}

function imagesOf(project: string): { file: string; hash: string }[] {
  const scan = JSON.parse(readFileSync(path.join(project, 'cache/scan.json'), 'utf8')) as {
    images: [string, string, number, number, number, number, string][];
  };
  return scan.images.map((row) => ({ file: row[1], hash: row[6] }));
}

/** The fullest file is that of whole images; its header says what it holds (`layout.ts`). */
function embeddingsOf(folder: string): (hash: string) => Float32Array {
  const files = readdirSync(folder).map((name) => path.join(folder, name));
  const bytes = files.map((file) => readFileSync(file)).sort((a, b) => b.length - a.length)[0]!;
  const file = files.find((one) => readFileSync(one).length === bytes.length)!;
  const [dimension, extra, length] = [12, 16, 20].map((at) => bytes.readUInt32LE(at)) as [
    number,
    number,
    number,
  ];
  const space = bytes.toString('utf8', 24, 24 + length);
  const records = RecordFile.open(file, { dimension, extra, space }, true)!;
  return (hash) => records.read(hash)!.values(0);
}
