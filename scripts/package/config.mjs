/** @file What electron-builder.yml says, for those who make a package without electron-builder. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { root } from '../setup/paths.mjs';

export const configFile = path.join(root, 'electron-builder.yml');

/**
 * @typedef {object} LinuxConfig
 * @property {string} icon
 * @property {string} category
 * @property {string} maintainer
 * @property {string} synopsis
 * @property {string} description
 * @property {{ entry: Record<string, string> }} desktop
 *
 * @typedef {object} BuilderConfig
 * @property {string} artifactName
 * @property {Record<string, string>} directories
 * @property {(string | { from: string, to: string })[]} files
 * @property {{ from: string, to: string, filter?: string[] }[]} extraResources
 * @property {string[]} asarUnpack
 * @property {LinuxConfig} linux
 * @property {{ packageCategory: string, depends: string[] }} deb
 * @property {Record<string, unknown>} mac
 * @property {Record<string, unknown>} dmg
 * @property {Record<string, unknown>} win
 * @property {Record<string, unknown>} nsis
 * @property {Record<string, unknown>} appImage
 */

/** @returns {BuilderConfig} */
export const readConfig = () => parse(readFileSync(configFile, 'utf8'));

/**
 * @typedef {object} Manifest
 * @property {string} name
 * @property {string} productName
 * @property {string} version
 * @property {string} license
 */

/** @returns {Manifest} */
export const readManifest = () => JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

/**
 * The name of what is given away, as electron-builder would name it.
 * @param {string} extension
 * @param {string} [arch]
 * @param {NodeJS.Platform} [platform]
 */
export function artifactName(extension, arch = process.arch, platform = process.platform) {
  const { name, version } = readManifest();
  const os = { darwin: 'mac', win32: 'win' }[/** @type {string} */ (platform)] ?? 'linux';
  const words = { name, version, os, arch, ext: extension };
  return Object.entries(words).reduce(
    (text, [word, value]) => text.replace(`\${${word}}`, value),
    readConfig().artifactName,
  );
}
