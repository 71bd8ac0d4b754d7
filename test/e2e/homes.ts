/**
 * @file Home folders of tests. Playwright's global setup makes the SavedModel of the usual backbone once, and each new home
 * begins with it: every first engine in a home would otherwise decode, encode and flush 18 MB.
 */
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { ensureSavedModel } from '../../main/engine/backbone/savedModelCache';
import { linkAll } from '../../scripts/package/link.mjs';
import { root } from '../../scripts/setup/paths.mjs';

/** Names the folder to the workers. */
const MADE = 'IMPRINT_E2E_MODELS';

/** Where the app keeps the SavedModels of backbones that come with it. */
export const modelsIn = (home: string): string => path.join(cacheIn(home), 'imprint-studio', 'models');

const cacheIn = (home: string): string => path.join(home, '.cache');

/** For the whole run. @returns removes it again */
export default async function makeModels(): Promise<() => Promise<void>> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'imprint-models-'));
  await ensureSavedModel(path.join(root, 'resources/backbones/efficientnet-lite0'), folder);
  process.env[MADE] = folder;
  return () => fs.rm(folder, { recursive: true, force: true });
}

/** As after an earlier start of the app, which replaces such a file as a whole and never writes into it. */
export async function temporaryHome(): Promise<string> {
  const home = await emptyHome();
  await giveModels(home);
  return home;
}

/** As before the first start of all. */
export const emptyHome = (): Promise<string> => fs.mkdtemp(path.join(os.tmpdir(), 'imprint-studio-'));

export async function giveModels(home: string): Promise<void> {
  const made = process.env[MADE];
  if (made !== undefined) await linkAll(made, modelsIn(home));
}

export function homeEnvironment(home: string): Record<string, string> {
  const kept = Object.entries(process.env).filter((e): e is [string, string] => e[1] !== undefined);
  return {
    ...Object.fromEntries(kept),
    HOME: home,
    XDG_CONFIG_HOME: path.join(home, '.config'),
    XDG_CACHE_HOME: cacheIn(home),
  };
}
