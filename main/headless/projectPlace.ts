/**
 * @file Where a command's project is: in a folder of the person's, or in a temporary one that goes when the command
 * ends. Runs in main.
 */
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PersonError } from '../contract/errors';
import { createProject, safeName } from '../projects/create';
import { loadDocument } from '../projects/load';
import { migrations } from '../projects/migrations';
import { PROJECT_SUFFIX, projectName, projectPaths } from '../projects/paths';
import type { ProjectDocument, SeenBy } from '../projects/schema';

/** Folders that are removed when the command ends, however it ends. */
export class TemporaryPlaces {
  readonly #made: string[] = [];
  readonly #ends: (() => Promise<void>)[] = [];

  async make(): Promise<string> {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'imprint-studio-command-'));
    this.#made.push(folder);
    return folder;
  }

  /** What else is to be stopped and put away then, before the folders go. */
  atEnd(end: () => Promise<void>): void {
    this.#ends.push(end);
  }

  async end(): Promise<void> {
    for (const end of this.#ends.splice(0)) await end();
  }

  async remove(): Promise<void> {
    for (const folder of this.#made.splice(0)) await fs.rm(folder, { recursive: true, force: true });
  }
}

/** NAME.imprint, whether or not the person typed the ending. */
export const withSuffix = (folder: string): string =>
  folder.endsWith(PROJECT_SUFFIX) ? folder : folder + PROJECT_SUFFIX;

export const exists = (place: string): Promise<boolean> =>
  fs.lstat(place).then(
    () => true,
    () => false,
  );

/** A project of the images that goes with the command. */
export async function temporaryProject(
  images: string,
  places: TemporaryPlaces,
  seenBy?: SeenBy,
): Promise<string> {
  const name = path.basename(images) || 'Images';
  return createProject({ name, folder: images, directory: await places.make(), ...(seenBy && { seenBy }) });
}

/**
 * Makes the project that the person named, where there is none yet.
 * @throws {PersonError} where the name cannot be a project's on every system
 */
export async function newProject(folder: string, images: string, seenBy?: SeenBy): Promise<string> {
  const name = projectName(folder);
  if (safeName(name) !== name)
    throw new PersonError(
      `A project cannot be named '${name}', because other systems refuse the name: '${safeName(name)}' would do.`,
    );
  return createProject({ name, folder: images, directory: path.dirname(folder), ...(seenBy && { seenBy }) });
}

/**
 * A copy that goes with the command, embeddings included, so that the person's project stays as it is and may be open in
 * a window meanwhile.
 * @throws {PersonError} where there is no whole project
 */
export async function copiedProject(folder: string, places: TemporaryPlaces): Promise<string> {
  await readProject(folder);
  const copy = path.join(await places.make(), path.basename(folder));
  const [from, to] = [projectPaths(folder), projectPaths(copy)];
  await fs.mkdir(copy);
  await fs.copyFile(from.document, to.document);
  if (await exists(from.cache)) await copyFolder(from.cache, to.cache);
  if (await exists(from.given)) await copyFolder(from.given, to.given);
  return copy;
}

/** @throws {PersonError} as `copiedProject` */
export async function readProject(folder: string): Promise<ProjectDocument> {
  const found = await loadDocument(projectPaths(folder).document, migrations);
  if (found.kind === 'missing') throw new PersonError(`There is no project at ${folder}.`);
  if (found.kind === 'broken')
    throw new PersonError(
      `The project ${folder} cannot be read, because its project.json ${found.problem}: open it in the window to have it repaired.`,
    );
  return found.document;
}

async function copyFolder(from: string, to: string): Promise<void> {
  await fs.mkdir(to);
  for (const entry of await fs.readdir(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) await copyFolder(source, target);
    else if (entry.isFile()) await fs.copyFile(source, target);
  }
}
