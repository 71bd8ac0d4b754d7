/** @file Images of base classes as commands are given them: a subfolder for each class. Runs in main. */
import { baseClassesOf } from '../../desk/baseClasses';
import { readDescription, readLabels } from '../../engine/backbone/description';
import { resource } from '../../shell/places';
import { readFolder } from './folder';

/** Base class of each folder below `folder`. */
export interface BaseFolders {
  folder: string;
  classes: ReadonlyMap<string, number>;
}

/**
 * @param folder of --base-images; null: base classes are not measured
 * @throws {PersonError} where a subfolder names no class of the backbone
 */
export async function baseFolders(folder: string | null, backbone: string): Promise<BaseFolders | null> {
  if (folder === null) return null;
  const { classes } = await readFolder(folder);
  const dir = resource('backbones', backbone);
  const labels = await readLabels(dir, await readDescription(dir));
  const folders = [...new Set(classes.map(({ name }) => topFolder(name)))];
  return { folder, classes: baseClassesOf(folders, labels) };
}

/** The class of a base image is the first folder on its path: what lies deeper is the person's own order. */
export const topFolder = (path: string): string => path.split('/')[0] ?? path;
