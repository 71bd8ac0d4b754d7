/** @file Makes a new project's folder. Runs in main. */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { PersonError } from '../contract/errors';
import { newDocument, newFolder, serialise } from './document';
import { errorCode, explain, ProjectError } from './errors';
import { syncFolder, writeDurably } from './files';
import { PROJECT_SUFFIX, projectPaths } from './paths';
import type { ProjectDocument, SeenBy } from './schema';
import { told } from '../../strings/words';

export interface NewProject {
  /** What the person calls it; becomes the folder's name as far as file systems allow. */
  name: string;
  /** The first folder of images, absolute; null for a project that has none yet. */
  folder: string | null;
  /** Where projects are kept, '<Documents>/Imprint Studio'; made where it is missing. */
  directory: string;
  /** Where this one is kept if `directory` lies in the images' folder, as when someone opens all of Documents. */
  otherwise?: string;
  /** What it begins with, besides nothing: may put files into its folder, which goes again where that fails. */
  begin?: (folder: string, document: ProjectDocument) => Promise<ProjectDocument>;
  now?: Date;
  /** Absent: by the usual backbone. */
  seenBy?: SeenBy;
}

/**
 * Makes `<directory>/<name>.imprint` ('… 2' where there is one already) with a project in which nothing is decided.
 * @returns its path, for `openProject`.
 * @throws {ProjectError} 'inside-images' where it would lie in the images' folder; 'not-created' with the reason.
 */
export async function createProject(project: NewProject): Promise<string> {
  const directory = await chooseDirectory(project);
  try {
    await fs.mkdir(directory, { recursive: true });
    return await makeProject(directory, project);
  } catch (error) {
    if (error instanceof PersonError) throw error;
    const { what, advice } = explain(error);
    const message = told().projects.notMade(directory, what, advice).trim();
    throw new ProjectError('not-created', message, directory);
  }
}

async function makeProject(
  directory: string,
  { name, folder, begin, now = new Date(), seenBy }: NewProject,
): Promise<string> {
  const project = await claimFolder(directory, safeName(name));
  const folders = folder === null ? [] : [newFolder(folder)];
  const shown = [...name.trim()].slice(0, 100).join('') || safeName(name);
  const empty = newDocument({
    ...{ name: shown, folders, now: now.toISOString() },
    ...(seenBy && { seenBy }),
  });
  const document = begin ? await begun(project, () => begin(project, empty)) : empty;
  await writeDurably(projectPaths(project).document, Buffer.from(serialise(document)));
  await syncFolder(directory);
  return project;
}

async function begun(folder: string, begin: () => Promise<ProjectDocument>): Promise<ProjectDocument> {
  try {
    return await begin();
  } catch (error) {
    await fs.rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** A project among the images would be scanned, copied and published with them. */
async function chooseDirectory({ folder, directory, otherwise }: NewProject): Promise<string> {
  for (const place of [directory, otherwise]) {
    if (place !== undefined && !(folder !== null && (await lies(place, folder)))) return place;
  }
  throw new ProjectError('inside-images', told().projects.insideImages(directory, folder ?? ''));
}

/** Whether `inner` is `outer` or lies in it, whatever links lead there. */
async function lies(inner: string, outer: string): Promise<boolean> {
  const relative = path.relative(await realPlace(outer), await realPlace(inner));
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

/** Where a path really leads, also where its end does not exist yet. */
async function realPlace(place: string): Promise<string> {
  const parent = path.dirname(place);
  const real = await fs.realpath(place).catch(() => null);
  return real ?? (parent === place ? place : path.join(await realPlace(parent), path.basename(place)));
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
