/** @file TFLite models as the app exports them, run by TensorFlow's own interpreters, beside the SavedModel that the app runs. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FORMAT_CHECKS } from '../../main/contract/exportFormats';
import type { LayerGraph } from '../../main/engine/backbone/layers';
import { modelGraph } from '../../main/engine/export/modelGraph';
import { photos, PhotoProject } from '../unit/main/engine/export/photos';
import { heads, images, network } from '../unit/main/engine/export/tiny';
import { appAnswers, madeGraph, taught } from './models';
import {
  FORMATS,
  modelIn,
  OUTPUTS,
  writeGraph,
  writeTaught,
  type Outputs,
  type TfliteFormat,
} from './tfliteModels';
import { installReaders, INTERPRETERS, read, type Reader } from './tflitePython';

/** Of the photos, two of each class and one more: no multiple of a batch. */
const seen = photos.filter((_, i) => i % 5 < 2).concat(photos.slice(2, 3));

let there = new Set<Reader>();
let home = '';
const place = (...names: string[]) => path.join(home, ...names);
beforeAll(async () => {
  home = mkdtempSync(path.join(os.tmpdir(), 'imprint-interop-tflite-data-'));
  there = await installReaders();
  for (const size of [224, 260]) await read('litert', 'pixels', String(size), place(`${size}`), ...seen);
});
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
  process.stdout.write(`${figures.join('\n')}\n`);
});

/** Lines of a table: reader, format, model, largest differences, first classes that agree. */
const figures: string[] = [];

interface Case {
  title: string;
  pixels: string;
  size: number;
  batch: number;
}

/** Answers of every interpreter in every format, each asked once for all cases. */
class Asked {
  readonly #found = new Map<string, Outputs>();

  async ask(cases: readonly Case[]): Promise<void> {
    const asked = cases.flatMap((one) => FORMATS.map((format) => ({ ...one, format })));
    const jobs = asked.map(({ title, format, pixels, batch }) => [
      modelIn(place(title), format),
      pixels,
      batch,
    ]);
    writeFileSync(place('jobs.json'), JSON.stringify(jobs));
    for (const reader of INTERPRETERS.filter((one) => there.has(one))) {
      const found = await read<Outputs[]>(reader, 'answers', place('jobs.json'));
      asked.forEach((one, i) => this.#found.set(keyOf(reader, one.format, one), found[i]!));
    }
  }

  /** Compares one interpreter's answers with the app's. */
  async compare(reader: Reader, format: TfliteFormat, one: Case): Promise<void> {
    const { title, pixels, size, batch } = one;
    const found = this.#found.get(keyOf(reader, format, one))!;
    const app = await appAnswers(place(title), pixels, size, OUTPUTS);
    const off = difference(found.probabilities, app.probabilities);
    const logits = difference(found.logits, app.logits);
    const { limit, tie } = FORMAT_CHECKS[format];
    const agreed = app.probabilities.filter((row, i) => agree(row, found.probabilities[i]!, tie)).length;
    const differences = `${off.toExponential(1)}, logits ${logits.toExponential(1)}`;
    const what = `${format}, ${title}, ${batch} at once`;
    figures.push(`${reader} | ${what} | ${differences} | ${agreed} of ${app.logits.length}`);
    expect(off).toBeLessThanOrEqual(limit);
    // Logits reach tens, of which float32 keeps seven digits and 100 layers lose some.
    if (format === 'tflite') expect(logits).toBeLessThanOrEqual(1e-3);
    expect(agreed).toBe(app.probabilities.length);
  }
}

const keyOf = (reader: Reader, format: TfliteFormat, { title, batch }: Case): string =>
  [reader, format, title, batch].join('|');

function difference(found: number[][], app: number[][]): number {
  expect(found.map((row) => row.length)).toEqual(app.map((row) => row.length));
  return Math.max(
    ...app.map((row, i) => Math.max(...row.map((value, c) => Math.abs(value - found[i]![c]!)))),
  );
}

function agree(app: number[], found: number[], tie: number): boolean {
  const best = found.indexOf(Math.max(...found));
  return Math.max(...app) - app[best]! <= tie;
}

/** @param cases known once the folders are */
function answers(cases: () => readonly Case[], titles: readonly string[]): void {
  const asked = new Asked();
  beforeAll(() => asked.ask(cases()));
  for (const reader of INTERPRETERS)
    for (const format of FORMATS)
      it.for(titles.map((title, i) => [title, i] as const))(
        `${reader} answers as the app: ${format}, %s`,
        async ([, i], { skip }) => {
          if (!there.has(reader)) skip(`${reader} did not install`);
          await asked.compare(reader, format, cases()[i]!);
        },
      );
}

describe('exports of photos', () => {
  beforeAll(async () => {
    const project = await PhotoProject.make();
    for (const [title, teaching] of Object.entries(taught))
      await writeTaught(project, teaching, place(title));
    await project.dispose();
  });

  const titles = Object.keys(taught);
  for (const batch of [1, 7])
    answers(() => titles.map((title) => ({ title, pixels: place('224'), size: 224, batch })), titles);
});

describe('what no photo taught', () => {
  const made = [
    { title: 'shift and projection, Lite0', id: 'efficientnet-lite0', isTuned: false, size: 224 },
    { title: 'a tuned backbone, Lite0', id: 'efficientnet-lite0', isTuned: true, size: 224 },
    { title: 'shift and projection, Lite2', id: 'efficientnet-lite2', isTuned: false, size: 260 },
  ] as const;
  beforeAll(async () => {
    for (const { title, id, isTuned } of made) writeGraph(await madeGraph(id, isTuned), 4, place(title));
  });

  answers(
    () => made.map(({ title, size }) => ({ title, pixels: place(String(size)), size, batch: 7 })),
    made.map(({ title }) => title),
  );
});

/** A vector of nothing, and one that is nearly nothing: TensorFlow and its Lite take the same as the least length. */
function shortVectors(factor: number): LayerGraph {
  const layers: LayerGraph['layers'] = [
    { name: 'short', op: 'mul', inputs: ['embedding'], operand: 'factor' },
    { name: 'logits', op: 'l2Normalise', inputs: ['short'] },
    { name: 'probabilities', op: 'softmax', inputs: ['logits'] },
  ];
  const factors = { shape: [], values: Float32Array.of(factor) };
  return {
    ...network,
    layers: [...network.layers.slice(0, -1), ...layers],
    tensors: new Map([...network.tensors, ['factor', factors]]),
  };
}

describe('every kind of head behind a network of a few weights', () => {
  const graphs: Record<string, [LayerGraph, number]> = {
    ...Object.fromEntries(
      Object.entries(heads).map(([title, head]) => [
        title,
        [modelGraph(network, 'embedding', head), head.classes],
      ]),
    ),
    'a vector of nothing': [shortVectors(0), 5],
    'a vector of nearly nothing': [shortVectors(1e-7), 5],
  };
  beforeAll(() => {
    writeFileSync(place('tiny pixels'), Buffer.concat(images));
    for (const [title, [graph, classes]] of Object.entries(graphs)) writeGraph(graph, classes, place(title));
  });

  const titles = Object.keys(graphs);
  answers(() => titles.map((title) => ({ title, pixels: place('tiny pixels'), size: 8, batch: 2 })), titles);
});

interface Described {
  metadata: { name: string; subgraph_metadata: [Record<string, object>] };
  files: Record<string, string>;
}

describe("TensorFlow's own tools", () => {
  it("tflite-support reads the metadata and the labels' own scripts", async ({ skip }) => {
    if (!there.has('tflite-support')) skip('tflite-support did not install');
    for (const format of FORMATS) {
      const model = modelIn(place('names of every script'), format);
      const { metadata, files } = await read<Described>('tflite-support', 'described', model);
      expect(files).toEqual({ 'labels.txt': 'Größe „Ä“\n金魚, 🐟\nسمك خط\n' });
      expect(metadata).toMatchObject({
        name: 'Garden',
        author: 'Imprint Studio 1.2.3',
        min_parser_version: '1.0.0',
      });
      const labels = { name: 'labels.txt', type: 'TENSOR_AXIS_LABELS' };
      expect(metadata.subgraph_metadata[0]).toMatchObject({
        input_tensor_metadata: [
          {
            name: 'image',
            content: { content_properties: { color_space: 'RGB' } },
            process_units: [{ options_type: 'NormalizationOptions', options: { mean: [0], std: [1] } }],
            stats: { min: [0], max: [255] },
          },
        ],
        output_tensor_metadata: [
          { name: 'probabilities', associated_files: [labels] },
          { name: 'logits', associated_files: [labels] },
        ],
      });
    }
  });

  it.for([
    ['tflite-support', 'task_library'],
    ['mediapipe', 'mediapipe'],
  ] as const)(
    'the classifier of %s answers by label, with both outputs as heads',
    async ([reader, what], { skip }) => {
      if (!there.has(reader)) skip(`${reader} did not install`);
      for (const format of FORMATS) {
        const title = 'a background of two prototypes';
        const found = await read<[Record<string, number>, Record<string, number>][]>(
          reader,
          what,
          modelIn(place(title), format),
          place('224'),
        );
        const app = await appAnswers(place(title), place('224'), 224, OUTPUTS);
        const labels = ['arch', 'bird', 'castle', 'fish'];
        const rows = (head: 0 | 1) => found.map((one) => labels.map((label) => one[head][label]!));
        expect(difference(rows(0), app.probabilities)).toBeLessThanOrEqual(FORMAT_CHECKS[format].limit);
        if (format === 'tflite') expect(difference(rows(1), app.logits)).toBeLessThanOrEqual(1e-3);
      }
    },
  );
});
