/** @file Where things are: the app's own files, and the person's folders for settings, cache and projects. */
import { app } from 'electron';
import os from 'node:os';
import path from 'node:path';
import { SEEN_FILE } from './nativeParts';

const APP_FOLDER = 'imprint-studio';

/** Built pages and scripts, inside the package or the checkout. */
export const built = (...parts: string[]): string => path.join(app.getAppPath(), 'out', ...parts);

/** Beside package.json: what `npm run package` writes about the package, and a checkout does not have. */
export const packageFile = (name: string): string => path.join(app.getAppPath(), name);

/** Backbones and samples: real files, outside the archive in a package. */
export const resource = (...parts: string[]): string => shipped('resources', ...parts);

/** Real files that come with the app, beside its archive in a package. */
export function shipped(...parts: string[]): string {
  const root =
    app.isPackaged && path.extname(app.getAppPath()) === '.asar' ? process.resourcesPath : app.getAppPath();
  return path.join(root, ...parts);
}

let chosenCache: string | null = null;

/** The cache is below this folder from now on; null: where the system has caches. */
export function putCacheInto(folder: string | null): void {
  chosenCache = folder;
}

/** Of what the engine loads natively (nativeParts.ts). */
export const nativePlaces = () => ({
  list: packageFile('native-parts.json'),
  folder: `${app.getAppPath()}.unpacked`,
  seen: cache(SEEN_FILE),
});

/** What may be deleted at any time and is made again: thumbnails, the engine's written backbones. */
export function cache(...parts: string[]): string {
  return path.join(cacheIn(chosenCache), ...parts);
}

/** Where the cache is when it is below this folder, always a folder of its own; null: where the system has caches. */
export const cacheIn = (folder: string | null): string => path.join(folder ?? usualCache(), APP_FOLDER);

function usualCache(): string {
  const home = os.homedir();
  if (process.platform === 'win32') return process.env['LOCALAPPDATA'] ?? path.join(home, 'AppData', 'Local');
  if (process.platform === 'darwin') return path.join(home, 'Library', 'Caches');
  return process.env['XDG_CACHE_HOME'] ?? path.join(home, '.cache');
}

export const userFolder = (name: string): string => path.join(app.getPath('userData'), name);
export const preferenceFile = (): string => path.join(app.getPath('userData'), 'preferences.json');
export const logFile = (): string => path.join(app.getPath('userData'), 'logs', 'main.log');
export const projectsFolder = (): string => path.join(app.getPath('documents'), 'Imprint Studio');
