/** @file Embeddings as a NumPy file, and a CSV that says which row is which item. Runs in main. */
import { promises as fs, type promises } from 'node:fs';
import { csvOf } from '../write/csv';
import { littleEndian, NPY_HEAD, npyHead } from '../write/npy';
import type { OutItem } from '../write/outItem';
import type { Job } from './job';
import { told } from '../../../strings/words';

/** 5 MB of 1280 values. */
const ROWS_AT_ONCE = 1024;

export async function writeEmbeddings(job: Job): Promise<void> {
  const { items } = job.parts.labels;
  job.begin(items.length);
  const handle = await fs.open(job.place('embeddings.npy'), 'wx');
  try {
    await writeRows(job, handle);
  } finally {
    await handle.close();
  }
  job.files.push('embeddings.npy');
}

async function writeRows(job: Job, handle: promises.FileHandle): Promise<void> {
  const { labels, project } = job.parts;
  const written: OutItem[] = [];
  let [dimension, at] = [0, NPY_HEAD];
  for (let i = 0; i < labels.items.length; i += ROWS_AT_ONCE) {
    const some = labels.items.slice(i, i + ROWS_AT_ONCE);
    const block = await project.embeddings(some.map(({ index }) => index));
    const bytes = littleEndian(block.values);
    await handle.write(bytes, 0, bytes.length, at);
    at += bytes.length;
    dimension = block.dimension;
    const had = new Set(block.rows);
    written.push(...some.filter(({ index }) => had.has(index)));
    job.step(some.length);
  }
  // Last, when it is known how many rows there are.
  await handle.write(npyHead(written.length, dimension), 0, NPY_HEAD, 0);
  await job.write('embeddings.csv', rowsCsv(written));
  const left = labels.items.length - written.length;
  job.note(left, told().savingLabels.noEmbedding);
}

function rowsCsv(items: readonly OutItem[]): string {
  const rows = items.map(({ id, image, box, label }, row) => [
    ...[row, id, image.name, box?.x ?? null, box?.y ?? null, box?.width ?? null, box?.height ?? null],
    label,
  ]);
  return csvOf(['row', 'id', 'path', 'x', 'y', 'width', 'height', 'label'], rows);
}
