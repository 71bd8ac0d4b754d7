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
import { told } from '../../../strings/words';

/**
 * @param chosen the project's folder, or any that holds its project.json
 * @param own folder of the open project
 * @throws {PersonError} where it is no project, a broken one, a newer one, or the open one
 */
export async function readOther(chosen: string, own: string): Promise<Theirs> {
  const folder = await projectIn(chosen);
  if ((await real(folder)) === (await real(own))) throw new PersonError(told().takingOver.theOpenOne);
  const name = projectName(folder);
  const file = projectPaths(folder).document;
  const found = await loadDocument(file, migrations);
  const kept = told().takingOver.notChanged;
  if (found.kind === 'missing') throw new PersonError(told().takingOver.noProjectIn(chosen, kept));
  if (found.kind === 'broken') throw new PersonError(told().takingOver.badProject(name, found.problem, kept));
  if (found.kind === 'newer') throw new PersonError(told().takingOver.newer(name, found.version, kept));
  const { document } = found;
  const { contentOf, notes } = await contents(folder);
  return { name: document.name, document, contentOf, notes: [...notes, ...notesOnSums(document)] };
}

/** Labels are compared image by image, and of these there are none. */
function notesOnSums({ classes }: ProjectDocument): string[] {
  const given = classes.filter((one) => one.given).map(({ name }) => name);
  if (given.length === 0) return [];
  return [told().takingOver.sumsNotTaken(given.join(', '), given.length)];
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
        ? told().takingOver.withoutCache
        : told().takingOver.unusableCache(explain(error).what);
    return {
      contentOf: () => null,
      notes: [told().takingOver.foundByPaths(why)],
    };
  }
}

const real = (place: string): Promise<string> => fs.realpath(place).catch(() => path.resolve(place));
