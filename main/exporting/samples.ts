/**
 * @file The samples that go with each format: programs which read the export's own files when they run, and are the same
 * for every export. Runs in main; knows no Electron.
 */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { ExportFormat } from '../contract/exportFormats';
import { syncFolder, writeNew } from '../projects/files';

/** Where samples are copied from. */
export interface SampleSources {
  /** `resources/export`: a folder for each kind of model, and what they share. */
  samples: string;
  /** Holds what others wrote: tf.min.js. */
  library: string;
}

interface Samples {
  /** Folder of the samples themselves; all of its files are copied. */
  folder: string;
  shared: readonly string[];
  library: readonly string[];
}

const PYTHON = ['preprocess.py', 'answers.py'];
const NODE = ['preprocess.mjs', 'jpeg.mjs', 'answers.mjs', 'decode-node.mjs', 'command-line.mjs'];
const BROWSER = [...NODE, 'decode-browser.mjs'];
const TFJS = ['tf.min.js'];

const samples: Record<ExportFormat, Samples> = {
  tfjs: { folder: 'tfjs', shared: BROWSER, library: TFJS },
  'teachable-machine': { folder: 'tfjs', shared: BROWSER, library: TFJS },
  savedmodel: { folder: 'savedmodel', shared: [...PYTHON, ...NODE], library: [] },
  onnx: { folder: 'onnx', shared: [...PYTHON, ...NODE], library: [] },
  tflite: { folder: 'tflite', shared: PYTHON, library: [] },
  'tflite-float16': { folder: 'tflite', shared: PYTHON, library: [] },
};

/**
 * Copies the samples of a format beside its model.
 * @returns their size, bytes
 * @throws Error with the system's code where the disk refuses
 */
export async function copySamples(
  sources: SampleSources,
  format: ExportFormat,
  folder: string,
): Promise<number> {
  let bytes = 0;
  for (const file of await sampleFiles(sources, samples[format])) {
    const content = await fs.readFile(file);
    await writeNew(path.join(folder, path.basename(file)), content);
    bytes += content.length;
  }
  await syncFolder(folder);
  return bytes;
}

async function sampleFiles(sources: SampleSources, { folder, shared, library }: Samples): Promise<string[]> {
  const own = path.join(sources.samples, folder);
  const entries = await fs.readdir(own, { withFileTypes: true });
  return [
    ...entries.filter((entry) => entry.isFile()).map(({ name }) => path.join(own, name)),
    ...new Set(shared.map((name) => path.join(sources.samples, 'shared', name))),
    ...library.map((name) => path.join(sources.library, name)),
  ];
}
