/**
 * @file The licence texts of many packages, each text once. Two texts count as one where they differ in nothing but
 * whose copyright they state, their title and how they are set.
 */
import { isCopyright } from './facts.mjs';

/** @typedef {import('./facts.mjs').Facts} Facts */
/**
 * @typedef {object} Licence
 * @property {string} licence
 * @property {string} text empty for the Apache licence; with owners only where it belongs to one package
 * @property {string[]} packages names with versions
 */

/** Printed in the file LICENSE, and nowhere else. */
export const APACHE = 'Apache-2.0';

/**
 * @param {readonly Facts[]} all sorted
 * @returns {Licence[]} those with most packages first
 */
export function licencesOf(all) {
  /** @type {Map<string, Licence>} */
  const found = new Map();
  for (const facts of all) for (const text of facts.texts) add(found, keyOf(text), facts, text);
  const byCount = () => [...found.entries()].sort(([, a], [, b]) => b.packages.length - a.packages.length);
  const usual = byCount();
  for (const facts of all.filter(({ texts }) => texts.length === 0))
    for (const key of usualKeys(facts, usual)) add(found, key, facts, '');
  return byCount().map(([, licence]) => printed(licence));
}

/** A text of one package alone may name owners in its middle, where they belong. @param {Licence} licence */
function printed({ text, packages, ...rest }) {
  return { ...rest, packages, text: packages.length > 1 ? withoutOwners(text) : trimmed(text) };
}

/**
 * A package that names its licence without its text has the text that most others have under that name.
 * @param {Facts} facts
 * @param {[string, Licence][]} usual
 */
function usualKeys({ name, licence }, usual) {
  return licence.split(' AND ').map((id) => {
    if (id === APACHE) return APACHE;
    const known = usual.find(([, other]) => other.licence === id);
    if (known) return known[0];
    throw new Error(`${name} has no licence file, and no other package has the text of ${id}.`);
  });
}

/**
 * @param {Map<string, Licence>} found
 * @param {string} key
 * @param {Facts} facts
 * @param {string} text
 */
function add(found, key, { name, version, licence }, text) {
  const apache = { licence: APACHE, text: '', packages: [] };
  const entry = found.get(key) ?? (key === APACHE ? apache : { licence, text, packages: [] });
  const shown = `${name} ${version}`;
  if (!entry.packages.includes(shown)) entry.packages.push(shown);
  found.set(key, entry);
}

/** @param {string} text */
function keyOf(text) {
  if (/^\s*Apache License,?\s*Version 2\.0, January 2004/.test(text)) return APACHE;
  const words = withoutOwners(text)
    .replace(/^\W*(the )?([\w-]+ ){0,2}licen[cs]e\W*(\(\w+\))?\W*$/gim, '')
    .toLowerCase();
  return words.replace(/[^a-z0-9]+/g, ' ').trim();
}

/** @param {string} text */
const withoutOwners = (text) =>
  trimmed(
    text
      .split(/\r?\n/)
      .filter((line) => !isCopyright(line))
      .join('\n'),
  );

/** @param {string} text */
const trimmed = (text) =>
  text
    .replace(/[ \t\r]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
