/** @file What each format puts into the new folder. Runs in main. */
import path from 'node:path';
import type { SaveFormat } from '../../contract/exchange';
import { classesCsv, csvOf, labelsCsv } from '../write/csv';
import { cvatXml } from '../write/cvatXml';
import { fiftyOneJson } from '../write/fiftyone';
import { NONE_OF_THESE } from '../write/guess';
import { labelStudioConfig, labelStudioTasks } from '../write/labelStudio';
import { classFolders, FreeNames, UNLABELLED } from '../write/names';
import { writeEmbeddings } from './embeddings';
import { groupsCsv } from './groups';
import { placeImages, wholeImages, type Placed } from './images';
import type { Job } from './job';
import { writeZip } from './zip';
import { told } from '../../../strings/words';

export const FORMATS: Record<SaveFormat, (job: Job) => Promise<void>> = {
  csv: async (job) => {
    await job.write('images.csv', labelsCsv(job.parts.labels));
    await writeClasses(job);
  },
  folders: writeFolders,
  fiftyone: writeFiftyOne,
  'label-studio': async (job) => {
    const { labels, project } = job.parts;
    const version = `${labels.project} ${project.guesses?.revision ?? 0}`;
    await job.write('tasks.json', labelStudioTasks(labels, version));
    await job.write('config.xml', labelStudioConfig(labels.classes));
    await writeClasses(job);
  },
  'cvat-images': writeCvatImages,
  'cvat-xml': async (job) => {
    const { text, left } = cvatXml(job.parts.labels);
    await job.write('annotations.xml', text);
    await writeClasses(job);
    job.note(left, told().savingLabels.noSize);
  },
  embeddings: async (job) => {
    await writeEmbeddings(job);
    await writeClasses(job);
  },
  guesses: writeGuesses,
};

/** Whatever else is written, the order of the classes is: an index means nothing without it. */
async function writeClasses(job: Job, folders?: ReadonlyMap<string, string>): Promise<void> {
  await job.write('labels.csv', classesCsv(job.parts.labels.classes, folders));
}

/** Where each image goes: below its class's folder, under its own name or, where that is taken, a numbered one. */
function byFolder(job: Job, folders: ReadonlyMap<string, string>, prefix: boolean): Placed[] {
  const names = new Map<string, FreeNames>();
  return wholeImages(job).map((item) => {
    const folder = item.label === null ? UNLABELLED : folders.get(item.label)!;
    const free = names.get(folder) ?? new FreeNames();
    names.set(folder, free);
    const name = path.posix.basename(item.image.name);
    return { item, to: `${folder}/${free.take(prefix ? `${folder}_${name}` : name)}` };
  });
}

async function writeFolders(job: Job): Promise<void> {
  const folders = classFolders(job.parts.labels.classes);
  const images = byFolder(job, folders, false);
  job.begin(images.length);
  const placed = await placeImages(job, images);
  job.files.push(...new Set(placed.map(({ to }) => `${path.posix.dirname(to)}/`)));
  await writeClasses(job, folders);
  const rows = placed.map(({ item, to }) => [to, item.label, item.image.name]);
  await job.write('images.csv', csvOf(['path', 'label', 'source'], rows));
}

async function writeFiftyOne(job: Job): Promise<void> {
  const free = new FreeNames([], true);
  const images = wholeImages(job).map((item) => ({
    item,
    to: `data/${free.take(path.posix.basename(item.image.name))}`,
  }));
  job.begin(images.length);
  const placed = await placeImages(job, images);
  const files = placed.map(({ item, to }) => ({ file: path.posix.basename(to), label: item.label }));
  job.files.push('data/');
  await job.write('labels.json', fiftyOneJson(job.parts.labels.classes, files));
  await writeClasses(job);
}

async function writeCvatImages(job: Job): Promise<void> {
  const folders = classFolders(job.parts.labels.classes);
  const images = byFolder(job, folders, true).filter(({ item }) => item.label !== null);
  job.begin(images.length);
  await writeZip(job, 'images.zip', images);
  await writeClasses(job, folders);
}

async function writeGuesses(job: Job): Promise<void> {
  const { labels, options } = job.parts;
  const guessed = labels.items.filter(({ guess }) => guess !== null);
  job.note(labels.items.length - guessed.length, told().savingLabels.noGuess);
  const rows = guessed.map(({ image, label, guess, box }) => [
    ...[image.name, ...(box ? [box.x, box.y, box.width, box.height] : [null, null, null, null])],
    ...[options.of === 'labels' ? label : null, guess!.known === false ? NONE_OF_THESE : guess!.label],
    ...[guess!.confidence, guess!.known === null ? null : String(guess!.known), guess!.none],
  ]);
  const fields = ['path', 'x', 'y', 'width', 'height', 'label', 'guess', 'confidence', 'known', 'none'];
  await job.write('guesses.csv', csvOf(fields, rows));
  const groups = groupsCsv(guessed);
  if (groups !== null) await job.write('groups.csv', groups);
  await writeClasses(job);
}
