/** @file Finds the project that a folder of images has already. Runs in main. */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { modifiedAt } from './backups';
import { PROJECT_SUFFIX, projectPaths } from './paths';

/**
 * The project in `directory` whose images are those of `folder`, the one that was changed last where there are
 * several; null where there is none. Opening a folder again must lead to the labels given before, not beside them.
 */
export async function findProject(directory: string, folder: string): Promise<string | null> {
  const wanted = await realPath(folder);
  for (const project of await newestFirst(directory)) {
    for (const known of await foldersOf(project)) if ((await realPath(known)) === wanted) return project;
  }
  return null;
}

async function newestFirst(directory: string): Promise<string[]> {
  const names = await fs.readdir(directory).catch(() => []);
  const projects = names
    .filter((name) => name.endsWith(PROJECT_SUFFIX))
    .map((name) => path.join(directory, name));
  const dated = await Promise.all(
    projects.map(async (project) => ({
      project,
      at: await modifiedAt(projectPaths(project).document).catch(() => null),
    })),
  );
  return dated.sort((a, b) => (b.at ?? 0) - (a.at ?? 0)).map(({ project }) => project);
}

/** Paths of a project's folders; none where its file cannot be read, which opening it will report. */
async function foldersOf(project: string): Promise<string[]> {
  try {
    const value: unknown = JSON.parse(await fs.readFile(projectPaths(project).document, 'utf8'));
    if (typeof value !== 'object' || value === null || !('folders' in value) || !Array.isArray(value.folders))
      return [];
    return (value.folders as unknown[]).flatMap(pathOf);
  } catch {
    return [];
  }
}

function pathOf(folder: unknown): string[] {
  const named = typeof folder === 'object' && folder !== null && 'path' in folder;
  return named && typeof folder.path === 'string' ? [folder.path] : [];
}

const realPath = (place: string): Promise<string> => fs.realpath(place).catch(() => path.resolve(place));
