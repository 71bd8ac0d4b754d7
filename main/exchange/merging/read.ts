/**
 * @file Reads another person's project: never locked, never changed, brought up to this version in memory only. Runs in
 * main.
 */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { PersonError } from '../../contract/errors';
import type { ProjectDocument } from '../../contract/model';
import { DECODER_VERSION } from '../../images/decoder/protocol';
import { decodeIndex } from '../../images/scanIndexFile';
import { errorCode, explain } from '../../projects/errors';
import { loadDocument } from '../../projects/load';
import { migrations } from '../../projects/migrations';
import { PROJECT_SUFFIX, projectName, projectPaths } from '../../projects/paths';
import type { Theirs } from './parts';

/**
 * @param chosen the project's folder, or any that holds its project.json
 * @param own folder of the open project
 * @throws {PersonError} where it is no project, a broken one, a newer one, or the open one
 */
export async function readOther(chosen: string, own: string): Promise<Theirs> {
  const folder = await projectIn(chosen);
  if ((await real(folder)) === (await real(own)))
    throw new PersonError('This is the project that is open. Choose the one of the other person.');
  const name = projectName(folder);
  const file = projectPaths(folder).document;
  const found = await loadDocument(file, migrations);
  const kept = 'It was not changed, and nothing was taken over.';
  if (found.kind === 'missing')
    throw new PersonError(
      `There is no project in ${chosen}: choose the folder that ends in .imprint. ${kept}`,
    );
  if (found.kind === 'broken')
    throw new PersonError(
      `project.json of ${name} ${found.problem}. ${kept} Ask for it once more, or open it: a backup may be good.`,
    );
  if (found.kind === 'newer')
    throw new PersonError(
      `${name} was written by a newer version of Imprint Studio (format ${found.version}). ${kept} Update Imprint Studio first.`,
    );
  const { document } = found;
  const { contentOf, notes } = await contents(folder);
  return { name: document.name, document, contentOf, notes: [...notes, ...notesOnSums(document)] };
}

/** Labels are compared image by image, and of these there are none. */
function notesOnSums({ classes }: ProjectDocument): string[] {
  const given = classes.filter((one) => one.given).map(({ name }) => name);
  if (given.length === 0) return [];
  return [
    `In the other project ${given.join(', ')} also ${given.length === 1 ? 'has' : 'have'} sums of images that are not there. These are not taken over: have the class saved there, and add it here from its file.`,
  ];
}

/** A folder that holds exactly one project stands for it: people send them in folders. */
async function projectIn(chosen: string): Promise<string> {
  const isFile = (await fs.stat(chosen).catch(() => null))?.isFile();
  if (isFile) return path.dirname(chosen);
  const names = await fs.readdir(chosen).catch((): string[] => []);
  const inside = names.filter((one) => one.endsWith(PROJECT_SUFFIX));
  const [only] = inside;
  return !names.includes('project.json') && only !== undefined && inside.length === 1
    ? path.join(chosen, only)
    : chosen;
}

/** Its scan index is a sidecar: without it images are found by their paths. */
async function contents(folder: string): Promise<Pick<Theirs, 'contentOf' | 'notes'>> {
  try {
    const text = await fs.readFile(projectPaths(folder).scanIndex, 'utf8');
    const hashes = new Map<string, string>();
    for (const { facts, folder: id, path: below } of decodeIndex(text, DECODER_VERSION))
      if (facts && 'hash' in facts) hashes.set(`${id}/${below}`, facts.hash);
    return { contentOf: (key) => hashes.get(key) ?? null, notes: [] };
  } catch (error) {
    const why =
      errorCode(error) === 'ENOENT'
        ? 'came without its cache'
        : `has a cache that cannot be used (${explain(error).what})`;
    return {
      contentOf: () => null,
      notes: [`The other project ${why}, so its images are found by their paths and not by their content.`],
    };
  }
}

const real = (place: string): Promise<string> => fs.realpath(place).catch(() => path.resolve(place));
