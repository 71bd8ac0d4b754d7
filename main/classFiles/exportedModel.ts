/**
 * @file An exported model as the beginning of a project: its classes as sums, and the settings that it was made with. Runs in main.
 */
import path from 'node:path';
import { PersonError } from '../contract/errors';
import { plainName } from '../contract/names';
import type { ProjectDocument } from '../contract/model';
import type { BackboneIdentity } from '../engine/backbone/backbone';
import type { Metadata } from '../engine/modelFile/metadata';
import { readModelFolder } from '../engine/modelFile/modelFolder';
import { exists } from '../projects/freshFolder';
import { projectPaths } from '../projects/paths';
import { reduce } from '../projects/reduce';
import { addingOf, allOf } from './adding';
import { CLASSES_FILE } from './format';
import { GivenFiles } from './givenFiles';
import { readClassFile, type NamedClassFile } from './readFile';
import { mismatch, spaceOf } from './space';
import { told } from '../../strings/words';

export interface ExportedClasses {
  /** What the project is called that it came from. */
  name: string;
  metadata: Metadata;
  sums: NamedClassFile;
}

/**
 * @param chosen the folder of an export, or of one format in it
 * @throws {PersonError} where it is no whole model, or one without the sums of its classes
 */
export async function readExportedClasses(chosen: string): Promise<ExportedClasses> {
  const { dir, metadata } = await readModelFolder(chosen);
  const place = path.join(dir, CLASSES_FILE);
  if (!(await exists(place))) throw new PersonError(withoutSums(dir, metadata));
  const { file, sha256 } = await readClassFile(place);
  const own = metadata.classes.filter(({ base }) => !base).map(({ label }) => plainName(label));
  if (
    own.sort().join('\n') !==
    file.classes
      .map(({ name }) => plainName(name))
      .sort()
      .join('\n')
  )
    throw new PersonError(told().sums.otherClasses(place));
  if (metadata.sums && metadata.sums.sha256 !== sha256) throw new PersonError(told().sums.otherSums(place));
  // What it is known by in the list of classes.
  const name = `${metadata.name} model`.slice(0, 255);
  return { name: metadata.name, metadata, sums: { file, name } };
}

function withoutSums(dir: string, { method = 'imprinting' }: Metadata): string {
  const why =
    method === 'imprinting' || method === 'balanced' ? told().sums.earlierExport : told().sums.fineTunedHead;
  return told().sums.noGoingOn(dir, CLASSES_FILE, why);
}

/** @throws {PersonError} where the model was not made with this backbone: both are named */
export function requireBackbone({ sums: { file }, metadata }: ExportedClasses, ours: BackboneIdentity): void {
  const why = mismatch(file.space, spaceOf(ours, metadata.preprocessing.framing));
  if (why !== null) throw new PersonError(told().sums.modelCannotCountHere(why));
}

/** What the project has to be set to for these sums to count, and guesses to be those of the model. */
export function settingsOf({
  preprocessing,
  base,
  join,
  imprinting,
  offset,
  leftOut,
}: Metadata): Partial<ProjectDocument['settings']> {
  return {
    framing: preprocessing.framing,
    base,
    // Appended classes are imprinted plainly, whatever the project was set to.
    ...(join !== 'append' && { balanced: imprinting === 'balanced' }),
    ...(join && { join }),
    ...(typeof offset === 'number' && { offset }),
    ...(leftOut && { suppressed: leftOut }),
  };
}

/** A new project that begins with the model: its sums are in the folder before it names them. */
export async function beginWith(
  model: ExportedClasses,
  folder: string,
  document: ProjectDocument,
): Promise<ProjectDocument> {
  const given = new GivenFiles(projectPaths(folder).given);
  const command = await addingOf(model.sums, allOf(model.sums, []), { classes: [], given });
  const context = { by: '', now: document.createdAt };
  const { patches } = reduce(document, command, context);
  const [classes] = patches.map(({ value }) => value as ProjectDocument['classes']);
  const settings = { ...document.settings, ...settingsOf(model.metadata) };
  return { ...document, classes: classes ?? [], settings };
}
