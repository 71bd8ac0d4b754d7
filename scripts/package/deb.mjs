/** @file A Linux package for Debian and its relatives, by the system's own dpkg-deb. */
import { chmod, copyFile, mkdir, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../setup/paths.mjs';
import { run } from '../setup/run.mjs';
import { artifactName, readConfig, readManifest } from './config.mjs';
import { linkAll } from './link.mjs';
import { output, PROGRAM } from './places.mjs';
import { sizesOf } from './sizes.mjs';

const scripts = path.join(path.dirname(fileURLToPath(import.meta.url)), 'deb');
const INSTALLED = `/opt/${PROGRAM}`;

/** As Debian calls processors. */
const ARCHITECTURES = { x64: 'amd64', arm64: 'arm64' };

/**
 * @param {string} folder of the program
 * @returns {Promise<string>} the file
 */
export async function makeDeb(folder) {
  const tree = path.join(output, 'deb');
  const file = path.join(output, artifactName('deb'));
  await rm(tree, { recursive: true, force: true });
  await linkAll(folder, path.join(tree, INSTALLED));
  await put(tree, `usr/share/applications/${PROGRAM}.desktop`, desktopEntry());
  await put(tree, `usr/share/doc/${PROGRAM}/copyright`, await copyright());
  await icons(tree);
  await mkdir(path.join(tree, 'usr/bin'), { recursive: true });
  await symlink(`${INSTALLED}/${PROGRAM}`, path.join(tree, 'usr/bin', PROGRAM));
  await put(tree, 'DEBIAN/control', control((await sizesOf(folder)).total));
  for (const name of await readdir(scripts)) {
    await put(tree, `DEBIAN/${name}`, await readFile(path.join(scripts, name)));
    await chmod(path.join(tree, 'DEBIAN', name), 0o755);
  }
  // A stronger compression takes minutes for a few per cent.
  await run('dpkg-deb', ['--root-owner-group', '-Zxz', '-z1', '--build', tree, file]);
  await rm(tree, { recursive: true });
  return file;
}

/** @param {string} tree @param {string} name @param {string | Uint8Array} content */
async function put(tree, name, content) {
  await mkdir(path.dirname(path.join(tree, name)), { recursive: true });
  await writeFile(path.join(tree, name), content);
}

/** @param {string} tree */
async function icons(tree) {
  const from = path.join(root, readConfig().linux.icon);
  for (const name of await readdir(from)) {
    const to = path.join(tree, `usr/share/icons/hicolor/${path.parse(name).name}/apps`);
    await mkdir(to, { recursive: true });
    await copyFile(path.join(from, name), path.join(to, `${PROGRAM}.png`));
  }
}

/** How menus name and start it; what electron-builder would write into an AppImage, and the same fields. */
export function desktopEntry() {
  const { linux } = readConfig();
  const lines = {
    Type: 'Application',
    ...linux.desktop.entry,
    Comment: linux.synopsis,
    Icon: PROGRAM,
    // A project or a folder of images may be dropped on the icon.
    Exec: `${PROGRAM} %U`,
    Terminal: 'false',
    Categories: `${linux.category};`,
  };
  const text = Object.entries(lines).map(([key, value]) => `${key}=${value}\n`);
  return `[Desktop Entry]\n${text.join('')}`;
}

/** @param {number} bytes installed @param {string} [arch] */
export function control(bytes, arch = process.arch) {
  const { deb, linux } = readConfig();
  const { name, version } = readManifest();
  const fields = {
    Package: name,
    Version: version,
    Architecture: ARCHITECTURES[/** @type {keyof typeof ARCHITECTURES} */ (arch)] ?? arch,
    Maintainer: linux.maintainer,
    'Installed-Size': String(Math.ceil(bytes / 1024)),
    Depends: deb.depends.join(', '),
    Section: deb.packageCategory,
    Priority: 'optional',
    Description: `${linux.synopsis}\n ${linux.description.trim()}`,
  };
  const text = Object.entries(fields).map(([field, value]) => `${field}: ${value}\n`);
  return text.join('');
}

/** The licence, and where those of what it contains are. */
async function copyright() {
  const { productName } = readManifest();
  return (
    `${productName} is under the Apache License 2.0, as below. What it contains is under the licences in\n` +
    `${INSTALLED}/resources/THIRD_PARTY_NOTICES.md, in ${INSTALLED}/LICENSE.electron.txt and LICENSES.chromium.html,\n` +
    `and in LICENSE.tensorflow.txt and LICENSES.tensorflow.txt in ${INSTALLED}/resources.\n\n${await readFile(path.join(root, 'LICENSE'), 'utf8')}`
  );
}
