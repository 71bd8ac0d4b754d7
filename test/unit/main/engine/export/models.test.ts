/** @file Exported models of real photos, read back from the disk, beside what the engine says itself. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { EXPORT_FORMATS, FORMAT_CHECKS, type ExportFormat } from '../../../../../main/contract/exportFormats';
import { tf } from '../../../../../main/engine/backbone/tensorflow';
import type { PreparedExport } from '../../../../../main/engine/export/preparedExport';
import { readModelFolder } from '../../../../../main/engine/modelFile/modelFolder';
import { LoadedModel } from '../../../../../main/engine/modelFile/loadedModel';
import { smallBackbone } from '../backbone/small';
import { scratchFolder } from '../backbone/support';
import { lessonOf, PhotoProject, photos, type Teaching } from './photos';

let project: PhotoProject;
let small: PhotoProject;
beforeAll(async () => {
  [project, small] = [await PhotoProject.make(), await PhotoProject.make(smallBackbone)];
});
afterAll(() => Promise.all([project.dispose(), small.dispose()]));

const everyRow = photos.map((_, index) => index);

const cases: Record<string, Teaching> = {
  'one class': { shots: [5] },
  'many classes': { shots: [5, 5, 5, 5, 5, 5] },
  'one image per class': { shots: [1, 1, 1, 1] },
  'unequal shots, balanced': { shots: [1, 5, 2, 3] },
  'a background of two prototypes between others': { shots: [5, 5, 3, 4], background: 1 },
  'a background beside base classes, replaced': {
    ...{ shots: [3, 3, 5], background: 2, settings: { base: 'imagenet', join: 'replace' } },
  },
  'a background beside base classes, appended': {
    ...{ shots: [5, 3, 5], background: 0, settings: { base: 'imagenet', join: 'append' } },
  },
  'names of every script': { shots: [3, 3, 3], names: ['Größe „Ä“', '金魚, 🐟', 'سمك\nخط'] },
  'beside base classes, replaced': {
    ...{ shots: [2, 5, 3], settings: { base: 'imagenet', join: 'replace' } },
  },
  'beside base classes, appended': {
    ...{ shots: [5, 5, 5], settings: { base: 'imagenet', join: 'append' } },
  },
};

const MB = 1e6;
/** Megabytes that a format may take, with own classes only and beside base classes. */
const own = { tfjs: 20, 'teachable-machine': 20, savedmodel: 20, onnx: 20, tflite: 20, 'tflite-float16': 10 };
const beside = {
  tfjs: 23,
  'teachable-machine': 23,
  savedmodel: 20,
  onnx: 20,
  tflite: 20,
  'tflite-float16': 10,
};

/** Those with the most rows of their kind, so that no other takes more. */
const ofShipped: [string, most: Record<ExportFormat, number>][] = [
  ['many classes', own],
  ['a background beside base classes, appended', beside],
];

function largestDifference(a: Float32Array, b: Float32Array): number {
  expect(a.length).toBe(b.length);
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0);
}

/** Writes and reads back. @returns bytes */
async function expectAgreement(
  from: PhotoProject,
  prepared: PreparedExport,
  format: ExportFormat,
  rows: number[],
): Promise<number> {
  const before = tf.memory().numTensors;
  const folder = path.join(await scratchFolder(), format);
  const { bytes } = await prepared.write(format, folder);
  const model = await LoadedModel.load(folder);
  const { probabilities } = model.run(rows.map((row) => from.pixels[row]!));
  expect(largestDifference(probabilities, prepared.reference(rows))).toBeLessThan(
    FORMAT_CHECKS[format].limit,
  );
  expect(model.metadata.classes.map(({ label }) => label)).toEqual(prepared.facts.labels);
  model.dispose();
  expect(tf.memory().numTensors).toBe(before);
  return bytes;
}

/** Prepared without a tensor that stays. */
async function prepare(from: PhotoProject, teaching: Teaching): Promise<PreparedExport> {
  const before = tf.memory().numTensors;
  const prepared = await from.prepare(teaching);
  expect(tf.memory().numTensors).toBe(before);
  return prepared;
}

describe.each(Object.entries(cases))('of a small backbone: %s', (_, teaching) => {
  let prepared: PreparedExport;
  beforeAll(async () => (prepared = await prepare(small, teaching)));

  it.each(EXPORT_FORMATS)('as %s answers as the engine does', async (format) => {
    await expectAgreement(small, prepared, format, everyRow);
  });
});

describe.each(ofShipped)('of the shipped backbone: %s', (name, most) => {
  // Between them every photo is met, and every class by each.
  const rows = everyRow.filter(
    (row) => row % ofShipped.length === ofShipped.findIndex(([one]) => one === name),
  );
  let prepared: PreparedExport;
  beforeAll(async () => (prepared = await prepare(project, cases[name]!)));

  it.each(EXPORT_FORMATS)(
    'as %s answers as the engine does, and takes no more than it may',
    async (format) => {
      const bytes = await expectAgreement(project, prepared, format, rows);
      expect(bytes / MB).toBeLessThan(most[format]);
    },
  );
});

describe('an exported folder', () => {
  it('holds the model, its labels and its description, and nothing else', async () => {
    const folder = path.join(await scratchFolder(), 'tfjs');
    const { bytes } = await (await small.prepare(cases['names of every script']!)).write('tfjs', folder);
    const names = (await readdir(folder)).sort();
    expect(names).toEqual(['labels.txt', 'metadata.json', 'model.json', 'weights.bin']);
    const sizes = await Promise.all(
      names.map(async (name) => (await readFile(path.join(folder, name))).length),
    );
    expect(sizes.reduce((a, b) => a + b)).toBe(bytes);
    expect(await readFile(path.join(folder, 'labels.txt'), 'utf8')).toBe('Größe „Ä“\n金魚, 🐟\nسمك خط\n');
  });

  it('says what the window would show: the same confidences', async () => {
    const { guesses } = await project.guesser.teach(lessonOf({ shots: [4, 4, 4] }));
    const prepared = await project.prepare({ shots: [4, 4, 4] });
    const reference = prepared.reference(everyRow);
    everyRow.forEach((index) => {
      const best = guesses.top[index * guesses.k]!;
      expect(reference[index * 3 + best]).toBeCloseTo(guesses.confidence[index * guesses.k]!, 5);
    });
  });

  it('says which class is the background, with how many prototypes, and has one line for it', async () => {
    const folder = path.join(await scratchFolder(), 'tfjs');
    await (await small.prepare({ shots: [3, 5, 3], background: 1 })).write('tfjs', folder);
    expect((await readFile(path.join(folder, 'labels.txt'), 'utf8')).trim().split('\n')).toHaveLength(3);
    const { metadata } = await readModelFolder(folder);
    expect(metadata.classes.map(({ kind, prototypes }) => [kind, prototypes])).toEqual([
      ['class', 1],
      ['background', 2],
      ['class', 1],
    ]);
  });

  it('is refused where one of that name exists', async () => {
    const folder = await scratchFolder();
    const prepared = await small.prepare({ shots: [1, 1] });
    await expect(prepared.write('tfjs', folder)).rejects.toThrow('EEXIST');
  });
});
