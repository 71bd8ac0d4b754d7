/** @file What one package says of itself: name, version, licence, whose it is, and the texts of its licence files. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {object} Facts
 * @property {string} name
 * @property {string} version
 * @property {string} licence SPDX expression
 * @property {string[]} copyright lines, as they stand in its files
 * @property {string[]} texts of its licence files; none where it only names its licence
 * @property {string[]} places where it goes
 */

/**
 * @typedef {{ name?: string } | string} Person
 * @typedef {{ name: string, version: string, license?: string, licenses?: { type: string }[], author?: Person, main?: string }} Manifest
 */

/**
 * @param {string} folder of the package
 * @param {Iterable<string>} places
 * @returns {Facts}
 */
export function factsOf(folder, places) {
  /** @type {Manifest} */
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const { name, version } = manifest;
  const texts = filesLike(folder, /^(licen[cs]e|copying|notice)/i);
  const licence =
    manifest.license ??
    manifest.licenses?.[0]?.type ??
    (texts.some((text) => text.includes('MIT License')) ? 'MIT' : 'as below');
  return { name, version, licence, copyright: ownersOf(folder, manifest, texts), texts, places: [...places] };
}

/** @param {string} folder @param {RegExp} pattern @returns {string[]} texts */
function filesLike(folder, pattern) {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files.map((entry) => entry.name).filter((name) => pattern.test(name));
  return names.sort().map((name) => readFileSync(path.join(folder, name), 'utf8'));
}

/**
 * Where the licence file names nobody, the read-me, the program's own first lines or its author do.
 * @param {string} folder
 * @param {Manifest} manifest
 * @param {string[]} texts
 */
function ownersOf(folder, { author, main = 'index.js' }, texts) {
  const sources = [() => texts, () => filesLike(folder, /^readme/i), () => headOf(path.join(folder, main))];
  for (const source of sources) {
    const lines = source().flatMap(copyrightLines);
    if (lines.length > 0) return [...new Set(lines)];
  }
  const owner = typeof author === 'string' ? author : author?.name;
  return owner ? [owner] : [];
}

/** @param {string} file @returns {string[]} */
const headOf = (file) => (existsSync(file) ? [readFileSync(file, 'utf8').slice(0, 2000)] : []);

/** @param {string} text */
export const copyrightLines = (text) =>
  text
    .split(/\r?\n/)
    .filter(isCopyright)
    .map((line) => line.replace(/^[\s*#/;>-]+/, '').trim())
    .map((line) => line.replaceAll('&lt;', '<').replaceAll('&gt;', '>'));

/** A line that claims a copyright, not one that speaks of 'the copyright notice'. @param {string} line */
export const isCopyright = (line) =>
  /^[\s*#/;>-]*(modified work |portions )?copyright\b(?!,? (notice|licen[cs]e|owner|holder|and |statement|interest))/i.test(
    line,
  ) && !line.includes('[yyyy]');
