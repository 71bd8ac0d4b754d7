/** @file Reads what a person pointed to: a file by its content, a folder by its subfolders. Runs in main. */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { PersonError } from '../../contract/errors';
import { scanFolders } from '../../images/scan';
import { atOnce } from '../../organise/slices';
import { boxOf } from '../../projects/document';
import { explain } from '../../projects/errors';
import type { OpenLabels } from '../parts';
import type { PlanSource } from '../plan/plan';
import { readingCsv } from './csv/csv';
import { readFolderNames } from './folderNames';
import { readJson } from './json';
import { readLegend, type Legend } from './legend';
import type { ReadLabels } from './record';
import { MAX_BYTES, textOf } from './text';
import { told } from '../../../strings/words';

/** Carries long work out in pieces; `total` is how much there is, null where that is not known. */
export type Run = <T>(work: Generator<number, T>, total: number | null) => Promise<T>;

const RUN_AT_ONCE: Run = (work) => Promise.resolve(atOnce(work));

/** @throws {PersonError} where it cannot be read, or is nothing that is known */
export async function readFile(file: string, run: Run = RUN_AT_ONCE): Promise<PlanSource> {
  const text = textOf(await bytesOf(file));
  const read = isJson(file, text) ? readJson(text) : await run(readingCsv(text), null);
  return {
    read: withImages(read, await endings(file, read)),
    name: path.basename(file),
    near: path.dirname(file),
  };
}

/** A folder with one subfolder per class, or a FiftyOne dataset. */
export async function readTree(folder: string, run: Run = RUN_AT_ONCE): Promise<PlanSource> {
  const dataset = path.join(folder, 'labels.json');
  if (
    await fs.stat(dataset).then(
      (stat) => stat.isFile(),
      () => false,
    )
  )
    return readFile(dataset, run);
  const { images } = await scanFolders([{ id: 'tree', path: folder }]);
  if (images.length === 0) throw new PersonError(told().importing.noImagesIn(folder));
  const named = images.map((image) => ({ path: image.path, names: [path.join(folder, image.path)] }));
  const read = readFolderNames('tree', named, await legendOf(folder));
  return { read, name: path.basename(folder), near: null };
}

/** The subfolders of the project's own folders, of all or of one. */
export async function readOwnFolders(
  { rows, document, absolute, name }: OpenLabels,
  only?: string,
): Promise<PlanSource> {
  const folders = document.folders.filter(({ id, purpose }) => purpose === 'label' && (only ?? id) === id);
  const ids = new Set(folders.map(({ id }) => id));
  const images = rows.filter((row) => ids.has(row.folder) && boxOf(row.id) === null);
  const named = images.map((row) => ({ path: row.path, names: [absolute(row.index)] }));
  const from = folders.length === 1 ? path.basename(folders[0]!.path) : name;
  // What one folder says of itself cannot be about the others.
  const legend =
    folders.length === 1 ? { ...(await legendOf(folders[0]!.path)), sources: new Map() } : undefined;
  return { read: readFolderNames('folders', named, legend), name: from, near: null };
}

/** Nothing where the folder is none that this program saved. */
async function legendOf(folder: string): Promise<Legend> {
  const [labels, images] = await Promise.all(
    ['labels.csv', 'images.csv'].map((name) => bytesOf(path.join(folder, name)).then(textOf, () => null)),
  );
  return readLegend(labels ?? null, images ?? null);
}

async function bytesOf(file: string): Promise<Buffer> {
  try {
    const { size } = await fs.stat(file);
    if (size > MAX_BYTES) throw new PersonError(told().importing.tooLargeAFile(path.basename(file)));
    return await fs.readFile(file);
  } catch (error) {
    if (error instanceof PersonError) throw error;
    throw new PersonError(told().importing.couldNotBeRead(file, explain(error).what));
  }
}

const isJson = (file: string, text: string): boolean =>
  path.extname(file).toLowerCase() === '.json' || /^\ufeff?\s*[[{]/.test(text);

/** FiftyOne names images without their endings; the dataset's own files have them. */
async function endings(file: string, read: ReadLabels): Promise<Map<string, string>> {
  if (read.format !== 'fiftyone') return new Map();
  const data = path.join(path.dirname(file), 'data');
  const names = await fs.readdir(data).catch((): string[] => []);
  return new Map(names.map((name) => [name.replace(/\.[^.]*$/, ''), path.join(data, name)]));
}

function withImages(read: ReadLabels, files: ReadonlyMap<string, string>): ReadLabels {
  if (files.size === 0) return read;
  const records = read.records.map((record) => {
    const file = files.get(record.paths[0] ?? '');
    return file === undefined ? record : { ...record, paths: [file], stem: false };
  });
  return { ...read, records };
}
