/** @file Makes a new project's folder. Runs in main. */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { newDocument, newId, serialise } from './document';
import { errorCode, explain, ProjectError } from './errors';
import { syncFolder, writeDurably } from './files';
import { PROJECT_SUFFIX, projectPaths } from './paths';

export interface NewProject {
  /** What the person calls it; becomes the folder's name as far as file systems allow. */
  name: string;
  /** The first folder of images, absolute; null for a project that has none yet. */
  folder: string | null;
  /** Where projects are kept, '<Documents>/Imprint Studio'; made where it is missing. */
  directory: string;
  now?: Date;
}

/**
 * Makes `<directory>/<name>.imprint` ('… 2' where there is one already) with a project in which nothing is decided.
 * @returns its path, for `openProject`.
 * @throws {ProjectError} 'inside-images' where it would lie in the images' folder; 'not-created' with the reason.
 */
export async function createProject({
  name,
  folder,
  directory,
  now = new Date(),
}: NewProject): Promise<string> {
  try {
    await fs.mkdir(directory, { recursive: true });
    if (folder !== null) await checkOutside(directory, folder);
    const project = await claimFolder(directory, safeName(name));
    const folders = folder === null ? [] : [{ id: newId(), path: folder }];
    const shown = [...name.trim()].slice(0, 100).join('') || safeName(name);
    const document = newDocument({ name: shown, folders, now: now.toISOString() });
    await writeDurably(projectPaths(project).document, Buffer.from(serialise(document)));
    await syncFolder(directory);
    return project;
  } catch (error) {
    if (error instanceof ProjectError) throw error;
    const { what, advice } = explain(error);
    throw new ProjectError(
      'not-created',
      `No project could be made in ${directory}: ${what}. ${advice}`.trim(),
    );
  }
}

/** A project among the images would be scanned, copied and published with them. */
async function checkOutside(directory: string, folder: string): Promise<void> {
  const relative = path.relative(await fs.realpath(folder), await fs.realpath(directory));
  const outside = relative.startsWith('..') || path.isAbsolute(relative);
  if (outside) return;
  throw new ProjectError(
    'inside-images',
    `Projects are kept in ${directory}, which is inside the images' folder ${folder}. Nothing was made: keep the project elsewhere, or open a folder below it.`,
  );
}

/** Making the folder is what reserves the name: two programs at once get two names. */
async function claimFolder(directory: string, name: string): Promise<string> {
  for (let n = 1; ; n++) {
    const folder = path.join(directory, (n === 1 ? name : `${name} ${n}`) + PROJECT_SUFFIX);
    try {
      await fs.mkdir(folder);
      return folder;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
}

const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

const MAX_NAME_BYTES = 180;

/** The name as a folder of any system: without what Windows forbids, never hidden, short enough with a number. */
export function safeName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[<>:"/\\|?*\u0000-\u001f]/g, ' ')
    .replace(/\s+/g, ' ');
  const letters = [...plain.replace(/^[. ]+/, '')];
  while (Buffer.byteLength(letters.join('')) > MAX_NAME_BYTES) letters.pop();
  const trimmed = letters.join('').replace(/[. ]+$/, '');
  if (trimmed === '') return 'Project';
  return RESERVED.test(trimmed) ? `${trimmed} project` : trimmed;
}
