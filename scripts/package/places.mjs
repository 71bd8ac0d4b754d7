/** @file Where packaging reads and writes. Everything it makes lies in dist/. */
import path from 'node:path';
import { root } from '../setup/paths.mjs';

export const output = path.join(root, 'dist');
/** What goes into the archive, laid out as it will lie there. */
export const stage = path.join(output, 'stage');

/** As electron-builder names the folders of its `dir` target. @param {NodeJS.Platform} [platform] @param {string} [arch] */
export function unpackedFolder(platform = process.platform, arch = process.arch) {
  const system = { darwin: 'mac', win32: 'win' }[/** @type {string} */ (platform)] ?? 'linux';
  const suffix = arch === 'x64' ? '' : `-${arch}`;
  return path.join(output, platform === 'darwin' ? `mac${suffix}` : `${system}${suffix}-unpacked`);
}

/** The same package with one fuse more, for Playwright. @param {string} [unpacked] */
export const inspectableFolder = (unpacked = unpackedFolder()) => `${unpacked}-inspectable`;

export const PROGRAM = 'imprint-studio';
const PRODUCT = 'Imprint Studio';

/**
 * @typedef {object} AppPlaces
 * @property {string} binary what a person starts
 * @property {string} resources Electron's own folder of resources
 * @property {string} archive
 * @property {string} unpacked what lies beside the archive as files
 */

/**
 * @param {string} folder as `unpackedFolder`
 * @param {NodeJS.Platform} [platform]
 * @returns {AppPlaces}
 */
export function placesIn(folder, platform = process.platform) {
  const mac = path.join(folder, `${PRODUCT}.app`, 'Contents');
  const resources = path.join(
    platform === 'darwin' ? mac : folder,
    platform === 'darwin' ? 'Resources' : 'resources',
  );
  const binaries = { darwin: path.join(mac, 'MacOS', PRODUCT), win32: path.join(folder, `${PRODUCT}.exe`) };
  const binary = binaries[/** @type {keyof typeof binaries} */ (platform)] ?? path.join(folder, PROGRAM);
  const archive = path.join(resources, 'app.asar');
  return { binary, resources, archive, unpacked: `${archive}.unpacked` };
}
