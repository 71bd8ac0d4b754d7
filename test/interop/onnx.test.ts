/** @file ONNX models as the app exports them, read by the runtimes of others, beside the SavedModel that the app runs. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modelGraph } from '../../main/engine/export/modelGraph';
import { readModelFolder } from '../../main/engine/modelFile/modelFolder';
import { photos, PhotoProject } from '../unit/main/engine/export/photos';
import { heads, images, network } from '../unit/main/engine/export/tiny';
import { appAnswers, madeGraph, taught } from './models';
import { OUTPUTS, writeBoth, writeTaught, type Outputs } from './onnxModels';
import { installRuntimes, readOnnx, runtimes, type Runtime } from './onnxReaders';

/** Of the photos, two of each class and one more: no multiple of a batch. */
const seen = photos.filter((_, i) => i % 5 < 2).concat(photos.slice(2, 3));
/** What the export check allows, and when two classes count as equal. */
const [LIMIT, TIE] = [1e-4, 1e-6];

let there = new Set<Runtime>();
let home = '';
const place = (...names: string[]) => path.join(home, ...names);
beforeAll(async () => {
  home = mkdtempSync(path.join(os.tmpdir(), 'imprint-interop-onnx-data-'));
  there = await installRuntimes();
  for (const size of [224, 260]) await readOnnx('pixels', String(size), place(`${size}`), ...seen);
});
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
  process.stdout.write(`${figures.join('\n')}\n`);
});

/** Lines of a table: runtime, model, largest differences, first classes that agree. */
const figures: string[] = [];

interface Read {
  folder: string;
  pixels: string;
  size: number;
}

/** Compares one runtime's answers with the app's. */
async function compare(
  title: string,
  runtime: Runtime,
  batch: number,
  { folder, pixels, size }: Read,
): Promise<void> {
  const model = path.join(folder, 'onnx/model.onnx');
  const found = await readOnnx<Outputs>(runtime, model, pixels, String(batch));
  const app = await appAnswers(folder, pixels, size, OUTPUTS);
  const off = OUTPUTS.map((name) => difference(found[name], app[name]));
  const agreed = app.probabilities.filter((row, i) => agree(row, found.probabilities[i]!)).length;
  const said = OUTPUTS.map((name, i) => `${name} ${off[i]!.toExponential(1)}`).join(', ');
  figures.push(`${runtime} (batch ${batch}) | ${title} | ${said} | ${agreed} of ${app.probabilities.length}`);
  expect(off[0]).toBeLessThanOrEqual(LIMIT);
  // Logits reach tens, embeddings some units: float32 keeps seven digits, and 100 layers lose some of them.
  expect(off[1]).toBeLessThanOrEqual(1e-3);
  expect(off[2]).toBeLessThanOrEqual(1e-4);
  expect(agreed).toBe(app.probabilities.length);
}

function difference(found: number[][], app: number[][]): number {
  expect(found.map((row) => row.length)).toEqual(app.map((row) => row.length));
  return Math.max(
    ...app.map((row, i) => Math.max(...row.map((value, c) => Math.abs(value - found[i]![c]!)))),
  );
}

function agree(app: number[], found: number[]): boolean {
  const best = found.indexOf(Math.max(...found));
  return Math.max(...app) - app[best]! <= TIE;
}

function reads(runtime: Runtime, title: string, body: () => Promise<void>): void {
  it(`${runtime} answers as the app: ${title}`, async ({ skip }) => {
    if (!there.has(runtime)) skip(`${runtime} did not install`);
    await body();
  });
}

describe('exports of photos', () => {
  let project: PhotoProject;
  beforeAll(async () => {
    project = await PhotoProject.make();
    for (const [name, teaching] of Object.entries(taught)) await writeTaught(project, teaching, place(name));
  });
  afterAll(() => project.dispose());
  const of = (name: string): Read => ({ folder: place(name), pixels: place('224'), size: 224 });

  it.each(Object.keys(taught))("ONNX's checker and shape inference accept: %s", async (name) => {
    const found = await readOnnx<object>('valid', place(name, 'onnx/model.onnx'));
    const { classes } = (await readModelFolder(place(name, 'onnx'))).metadata;
    const names = classes.map(({ label }) => label);
    expect(found).toEqual({ ir: 8, opset: 17, untyped: [], sameBytes: true, names });
  });

  for (const name of Object.keys(taught))
    for (const batch of [1, 7])
      reads('onnxruntime', `${name}, batches of ${batch}`, () =>
        compare(name, 'onnxruntime', batch, of(name)),
      );

  for (const runtime of ['openvino', 'opencv', 'tract'] as const)
    for (const name of ['own classes', 'a background beside base classes'])
      reads(runtime, name, () => compare(name, runtime, 7, of(name)));
});

describe('what no photo taught', () => {
  const made = [
    { title: 'shift and projection, Lite0', id: 'efficientnet-lite0', isTuned: false, size: 224 },
    { title: 'a tuned backbone, Lite0', id: 'efficientnet-lite0', isTuned: true, size: 224 },
    { title: 'shift and projection, Lite2', id: 'efficientnet-lite2', isTuned: false, size: 260 },
  ] as const;
  beforeAll(async () => {
    for (const { title, id, isTuned } of made) writeBoth(await madeGraph(id, isTuned), place(title));
  });

  for (const { title, size } of made)
    for (const runtime of runtimes.filter((one) => one !== 'reference'))
      reads(runtime, title, () =>
        compare(title, runtime, 7, { folder: place(title), pixels: place(String(size)), size }),
      );
});

describe('every kind of head behind a network of a few weights', () => {
  const pixels = () => place('tiny pixels');
  beforeAll(() => {
    writeFileSync(pixels(), Buffer.concat(images));
    for (const [name, head] of Object.entries(heads))
      writeBoth(modelGraph(network, 'embedding', head), place(name));
  });

  for (const name of Object.keys(heads))
    for (const runtime of ['reference', 'onnxruntime'] as const)
      reads(runtime, name, () =>
        compare(name, runtime, 2, { folder: place(name), pixels: pixels(), size: 8 }),
      );
});
