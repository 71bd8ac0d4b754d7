/** @file Exported models before the tools that come with their formats: checkers, readers of metadata, ready-made classifiers. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FORMAT_CHECKS } from '../../../main/contract/exportFormats';
import { readModelFolder } from '../../../main/engine/modelFile/modelFolder';
import { runtimes, type Runtime } from '../runtimes';
import { compare } from '../table/compare';
import { record } from '../table/reading';
import { GROUPS, pixelsIn } from './cases';
import { appAnswers, taught } from './models';
import { modelIn, OUTPUTS } from './written';

const home = mkdtempSync(path.join(os.tmpdir(), 'imprint-interop-tools-'));
const LITE = ['tflite', 'tflite-float16'] as const;

const read = <T>(runtime: Runtime, script: 'onnx' | 'tflite', ...words: string[]): Promise<T> =>
  runtimes.json<T>(runtime, [path.join(import.meta.dirname, `${script}_read.py`), ...words]);

beforeAll(async () => {
  await runtimes.install();
  await GROUPS['exports of photos']!.write(home);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

it.each(Object.keys(taught))("ONNX's checker and shape inference accept: %s", async (title) => {
  const folder = path.join(home, title);
  const found = await read<object>('onnx', 'onnx', 'valid', modelIn(folder, 'onnx'));
  const { classes } = (await readModelFolder(path.join(folder, 'onnx'))).metadata;
  const names = classes.map(({ label }) => label);
  expect(found).toEqual({ ir: 8, opset: 17, untyped: [], sameBytes: true, names });
});

interface Described {
  metadata: { name: string; subgraph_metadata: [Record<string, object>] };
  files: Record<string, string>;
}

describe.each(LITE)("TensorFlow Lite's own tools for %s", (format) => {
  it("tflite-support reads the metadata and the labels' own scripts", async ({ skip }) => {
    const why = runtimes.missing('tflite-support');
    if (why !== null) skip(why);
    const model = modelIn(path.join(home, 'names of every script'), format);
    const { metadata, files } = await read<Described>('tflite-support', 'tflite', 'described', model);
    expect(files).toEqual({ 'labels.txt': 'Größe „Ä“\n金魚, 🐟\nسمك خط\n' });
    expect(metadata).toMatchObject({
      name: 'Garden',
      author: 'Imprint Studio 1.2.3',
      min_parser_version: '1.0.0',
    });
    expect(metadata.subgraph_metadata[0]).toMatchObject(TENSORS);
  });

  it.for([
    ['tflite-support', 'task_library'],
    ['mediapipe', 'mediapipe'],
  ] as const)(
    'the classifier of %s answers by label, with both outputs as heads',
    async ([runtime, what], { skip, task }) => {
      const why = runtimes.missing(runtime);
      if (why !== null) skip(why);
      const model = 'a background of two prototypes';
      const folder = path.join(home, model);
      const pixels = pixelsIn(home, 224);
      const found = await read<Heads[]>(runtime, 'tflite', what, modelIn(folder, format), pixels);
      const app = await appAnswers(folder, pixels, 224, OUTPUTS[format]);
      const labels = ['arch', 'bird', 'castle', 'fish'];
      const rows = (head: 0 | 1) => found.map((one) => labels.map((label) => one[head][label]!));
      const said = compare(rows(0), app.probabilities, FORMAT_CHECKS[format].tie);
      record(task, {
        way: 'out',
        given: 'pixels',
        format,
        reader: `ImageClassifier of ${runtimes.titled(runtime)} (Python)`,
        model,
        ...said,
      });
      expect(said.maxAbsDiff).toBeLessThanOrEqual(FORMAT_CHECKS[format].limit);
      expect(said.top1Agreement).toBe(1);
      if (format === 'tflite')
        expect(compare(rows(1), app.logits, null).maxAbsDiff).toBeLessThanOrEqual(1e-3);
    },
  );
});

type Heads = [probabilities: Record<string, number>, logits: Record<string, number>];

const labels = { name: 'labels.txt', type: 'TENSOR_AXIS_LABELS' };
const TENSORS = {
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
};
