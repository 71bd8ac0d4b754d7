/**
 * @file What `evaluate` is given, looked at before any helper is started: folders of images, or embeddings and what is said of
 * them. Runs in main.
 */
import { promises as fs } from 'node:fs';
import { PersonError } from '../../contract/errors';
import type { InstalledBackbones } from '../../desk/backbones/installed';
import { textOf } from '../../exchange/read/text';
import { scanFolders } from '../../images/scan';
import { baseFolders, type BaseFolders } from '../folder/baseFolders';
import { classOf, readFolder, type FolderImages } from '../folder/folder';
import { requireNames } from '../imprint/names';
import type { EvaluateOptions } from '../invocation';
import { requireWritable } from '../outputs';
import { requireKnownLayers, seenByChosen } from '../ownBackbone';
import { exists } from '../projectPlace';
import { fileName, labelledRows, type LabelledImage } from './labelled';
import { readNpy, type NpyMatrix } from './npy';

/** Images to be read, or embeddings that are there already. */
export type Source =
  | { kind: 'folder'; images: FolderImages }
  | { kind: 'embeddings'; matrix: NpyMatrix; images: LabelledImage[] };

export interface EvaluateInput {
  set: Source;
  others: Source | null;
  base: BaseFolders | null;
}

/** @throws {PersonError} for the first thing that cannot work */
export async function inspect(
  options: EvaluateOptions,
  backbones: Pick<InstalledBackbones, 'of'>,
): Promise<EvaluateInput> {
  const { embeddings, others, across, folder } = options;
  requireKnownLayers(seenByChosen(backbones, options.backbone), { base: options.base });
  await requireWritable([options.json, options.csv, options.html], options.force);
  const set =
    embeddings === null ? await folderSource(folder, across) : await given(embeddings, folder, across);

  requireNames(namesOf(set));
  requireTwo(namesOf(set), folder);
  return {
    set,
    others: others === null ? null : await otherSource(others),
    base: await baseFolders(options.baseImages, options.backbone),
  };
}

/** Names of the classes, in order. */
export function namesOf(source: Source): string[] {
  if (source.kind === 'folder') return source.images.classes.map(({ name }) => name);
  return [...new Set(source.images.map((image) => image.class))].sort();
}

function requireTwo([first, second]: readonly string[], folder: string): void {
  if (first !== undefined && second === undefined)
    throw new PersonError(
      `${folder} holds images of one class only, ${first}: nothing can be told apart. Add a folder of other images.`,
    );
}

async function folderSource(folder: string, across: string | null): Promise<Source> {
  if (across !== null && across !== 'camera' && across !== 'file')
    throw new PersonError(
      `Images of a folder can be asked about across 'camera' or 'file', and there is no '${across}'. A column is one of the CSV beside --embeddings.`,
    );
  const images = await readFolder(folder);
  if (images.classes.length === 0)
    throw new PersonError(
      `${folder} has no subfolder with images, so there are no classes: put the images of each class into a folder of its own.`,
    );
  return { kind: 'folder', images };
}

async function otherSource(place: string): Promise<Source> {
  return place.endsWith('.npy') ? given(place, null, null) : folderSource(place, null);
}

/** @param folder whose images the rows are where no CSV lies beside the file */
async function given(file: string, folder: string | null, across: string | null): Promise<Source> {
  const matrix = await readNpy(file);
  const csv = file.replace(/\.npy$/, '') + '.csv';
  const { rows } = matrix;
  if (await exists(csv)) {
    const text = textOf(await fs.readFile(csv));
    return { kind: 'embeddings', matrix, images: labelledRows(text, { file: csv, rows, across }) };
  }
  if (folder === null) throw new PersonError(`There is no ${csv} to say what the rows of ${file} show.`);
  return { kind: 'embeddings', matrix, images: await rowsOfFolder(folder, file, rows, across) };
}

/** The images of a folder in path order, none of which is opened. */
async function rowsOfFolder(
  folder: string,
  file: string,
  rows: number,
  across: string | null,
): Promise<LabelledImage[]> {
  if (across !== null && across !== 'file')
    throw new PersonError(
      `Without a CSV beside ${file} images can be asked about across 'file' alone, not '${across}'.`,
    );
  await readFolder(folder);
  const { images } = await scanFolders([{ id: 'folder', path: folder }]);
  const paths = images.map(({ path }) => path).sort();
  if (paths.length !== rows)
    throw new PersonError(
      `${folder} holds ${paths.length} images and ${file} ${rows} rows: there must be one for each, in the order of the paths, or a CSV beside the file that says which is which.`,
    );
  return paths.flatMap((path, row) => {
    const own = classOf(path);
    const domain = across === null ? null : fileName(path);
    return own === null ? [] : [{ row, class: own, group: `row ${row}`, domain }];
  });
}
