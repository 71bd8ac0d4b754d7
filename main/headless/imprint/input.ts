/**
 * @file What `imprint` is given, looked at before any helper is started: a person who mistyped should know at once.
 * Runs in main.
 */
import { PersonError } from '../../contract/errors';
import { sameName } from '../../contract/names';
import { shippedId } from '../../contract/backboneIds';
import type { InstalledBackbones } from '../../desk/backbones/installed';
import { DEFAULT_BACKBONE } from '../../projects/document';
import type { SeenBy } from '../../projects/schema';
import { baseFolders, type BaseFolders } from '../folder/baseFolders';
import { readFolder, type FolderImages } from '../folder/folder';
import type { ImprintOptions } from '../invocation';
import { requireWritable } from '../outputs';
import { requireInstalled, requireKnownLayers, seenByChosen } from '../ownBackbone';
import { exists, readProject, withSuffix } from '../projectPlace';
import { givenNames, readGiven, type GivenInput } from './given';
import { requireNames } from './names';
import { requireExportable } from './exports';

/** So many classes are named where one was not found. */
const NAMED = 10;

export interface ImprintInput {
  images: FolderImages;
  /** The project's folder, and whether it is there already; null: a temporary one. */
  project: { folder: string; there: boolean } | null;
  /** Classes that come as sums. */
  given: GivenInput;
  /** null: base classes are not measured. */
  base: BaseFolders | null;
}

/** @throws {PersonError} for the first thing that cannot work */
export async function inspect(
  options: ImprintOptions,
  backbones: Pick<InstalledBackbones, 'of'>,
): Promise<ImprintInput> {
  await requireWritable([options.json], options.force);
  await requireExportable(options);
  const images = await readFolder(options.folder);
  const project = await projectOf(options.project);
  const given = await readGiven(options);
  requireClasses(images, options, project?.there === true, givenNames(given));
  requireNames(images.classes.map(({ name }) => name));
  requireBackground(images, options);
  const seen =
    options.backbone === null && project?.there
      ? await seenIn(project.folder, backbones)
      : seenByChosen(backbones, options.backbone ?? DEFAULT_BACKBONE);
  requireKnownLayers(seen, options);
  return { images, project, given, base: await baseFolders(options.baseImages, seen.backbone) };
}

async function projectOf(chosen: string | null): Promise<ImprintInput['project']> {
  if (chosen === null) return null;
  const folder = withSuffix(chosen);
  return { folder, there: await exists(folder) };
}

async function seenIn(project: string, backbones: Pick<InstalledBackbones, 'of'>): Promise<SeenBy> {
  const { settings } = await readProject(project);
  requireInstalled(project, settings, backbones);
  return { backbone: shippedId(settings.backbone), ownBackbone: settings.ownBackbone };
}

/** A project that is there may have classes already. */
function requireClasses(
  { folder, classes }: FolderImages,
  { base }: ImprintOptions,
  there: boolean,
  given: readonly string[],
): void {
  const [first] = classes;
  const others = given.filter((name) => !classes.some((one) => sameName(one.name, name)));
  const second = classes[1] ?? others[0];
  if (!first && others.length < 2)
    throw new PersonError(
      `${folder} has no subfolder with images, so there are no classes: put the images of each class into a folder of its own.`,
    );
  if (first && !second && base !== 'imagenet' && !there)
    throw new PersonError(
      `${folder} holds images of one class only, ${first.name}, and a classifier needs two: add a folder of other images, or choose --base imagenet.`,
    );
}

/** It must be one of the folders: a misspelt name would quietly be no background at all. */
function requireBackground({ folder, classes }: FolderImages, { background }: ImprintOptions): void {
  if (background === null || classes.some(({ name }) => sameName(name, background))) return;
  const names = classes.map(({ name }) => name).slice(0, NAMED);
  throw new PersonError(
    `${folder} has no class ${background} to be the background. Its classes are ${names.join(', ')}${classes.length > NAMED ? ', …' : ''}.`,
  );
}
