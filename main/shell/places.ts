/** @file Where things are: the app's own files, and the person's folders for settings, cache and projects. */
import { app } from 'electron';
import os from 'node:os';
import path from 'node:path';

const APP_FOLDER = 'imprint-studio';

/** Built pages and scripts, inside the package or the checkout. */
export const built = (...parts: string[]): string => path.join(app.getAppPath(), 'out', ...parts);

/** Beside package.json: what `npm run package` writes about the package, and a checkout does not have. */
export const packageFile = (name: string): string => path.join(app.getAppPath(), name);

/** Backbones and samples: real files, outside the archive in a package. */
export function resource(...parts: string[]): string {
  const root =
    app.isPackaged && path.extname(app.getAppPath()) === '.asar' ? process.resourcesPath : app.getAppPath();
  return path.join(root, 'resources', ...parts);
}

/** Of what the engine loads natively (nativeParts.ts). */
export const nativePlaces = () => ({
  list: packageFile('native-parts.json'),
  folder: `${app.getAppPath()}.unpacked`,
  seen: cache('native-parts.json'),
});

/** What may be deleted at any time and is made again: thumbnails, the engine's written backbones. */
export function cache(...parts: string[]): string {
  return path.join(cacheRoot(), APP_FOLDER, ...parts);
}

function cacheRoot(): string {
  const home = os.homedir();
  if (process.platform === 'win32') return process.env['LOCALAPPDATA'] ?? path.join(home, 'AppData', 'Local');
  if (process.platform === 'darwin') return path.join(home, 'Library', 'Caches');
  return process.env['XDG_CACHE_HOME'] ?? path.join(home, '.cache');
}

export const userFolder = (name: string): string => path.join(app.getPath('userData'), name);
export const preferenceFile = (): string => path.join(app.getPath('userData'), 'preferences.json');
export const logFile = (): string => path.join(app.getPath('userData'), 'logs', 'main.log');
export const projectsFolder = (): string => path.join(app.getPath('documents'), 'Imprint Studio');
