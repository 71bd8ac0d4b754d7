/** @file Each format that is saved, read by a real reader. */
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SaveFormat } from '../../../main/contract/exchange';
import { Saver } from '../../../main/exchange/saver';
import { savedProject } from '../../unit/main/exchange/savedProject';
import { readers, readWith, type Reader } from './readers';

let home = '';
beforeAll(async () => {
  home = mkdtempSync(path.join(os.tmpdir(), 'imprint-interop-data-'));
  await readers.install();
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const photos = path.resolve(import.meta.dirname, '../../../resources/samples/photos/fish');

/** Saves the project of the unit tests, with real photos. @returns the folder */
async function saved(format: SaveFormat): Promise<string> {
  const images = mkdtempSync(path.join(home, 'images-'));
  const project = await savedProject(images);
  const real = readdirSync(photos);
  for (const [i, index] of [0, 1, 2, 3].entries())
    copyFileSync(path.join(photos, real[i]!), project.absolute(index));
  const options = { format, of: 'labels', unlabelled: format !== 'folders', link: false } as const;
  const result = await new Saver(() => undefined).save(
    project,
    options,
    mkdtempSync(path.join(home, 'out-')),
  );
  const golden = process.env['IMPRINT_GOLDEN'];
  if (golden) {
    mkdirSync(golden, { recursive: true });
    cpSync(result!.folder, path.join(golden, format), { recursive: true });
  }
  // Readers of CVAT's XML want the images beside it.
  if (format === 'cvat-xml') cpSync(images, path.join(result!.folder, 'images'), { recursive: true });
  return result!.folder;
}

/** Runs where the reader installed. */
function reads(reader: Reader, title: string, body: () => Promise<void>): void {
  it(`${reader} reads ${title}`, async ({ skip }) => {
    const why = readers.missing(reader);
    if (why !== null) skip(why);
    await body();
  });
}

const CLASSES = ['Perch', 'Pike, northern', 'N/A'];

describe('what is saved', () => {
  reads('pandas', 'the CSV', async () => {
    expect(await readWith('pandas', 'pandas', await saved('csv'))).toEqual({
      columns: ['path', 'label', 'x', 'y', 'width', 'height', 'group', 'station', 'time', 'role'],
      labels: { Perch: 2, 'Pike, northern': 2 },
      classes: CLASSES,
      boxes: 1,
    });
  });

  reads('numpy', 'the embeddings', async () => {
    expect(await readWith('numpy', 'numpy', await saved('embeddings'))).toEqual({
      ...{ shape: [4, 3], dtype: 'float32', c: true, rows: 4 },
      first: [
        [0, 0.5, 1],
        [1, 1.5, 2],
      ],
    });
  });

  reads('datumaro', 'class folders as ImageFolder does', async () => {
    expect(await readWith('datumaro', 'image_folder', await saved('folders'))).toEqual({
      Perch: 2,
      'Pike, northern': 1,
    });
  });

  reads('datumaro', "CVAT's zip of images", async () => {
    expect(await readWith('datumaro', 'datumaro_imagenet', await saved('cvat-images'))).toEqual([
      ['Perch:Perch_a', 'Perch', null],
      ['Perch:Perch_a (2)', 'Perch', null],
      ['Pike, northern:Pike, northern_b', 'Pike, northern', null],
    ]);
  });

  reads('datumaro', "CVAT's XML", async () => {
    expect(await readWith('datumaro', 'datumaro_cvat', await saved('cvat-xml'))).toEqual([
      ['north/a', 'Perch', null],
      ['north/b', 'Pike, northern', null],
      ['south/a', 'Perch', null],
      ['south/a', 'Pike, northern', [40, 40, 120, 80]],
    ]);
  });

  reads('label-studio-sdk', 'tasks, predictions and interface', async () => {
    expect(await readWith('label-studio-sdk', 'label_studio', await saved('label-studio'))).toEqual({
      ...{ valid: true, tasks: 4, problems: [], choices: CLASSES },
    });
  });

  reads('fiftyone', 'its dataset', async () => {
    expect(await readWith('fiftyone', 'fiftyone', await saved('fiftyone'))).toEqual({
      labels: { 'a.jpg': 'Perch', 'b.jpg': 'Pike, northern', 'a (2).jpg': 'Perch', 'c.jpg': null },
      classes: CLASSES,
    });
  });
});
