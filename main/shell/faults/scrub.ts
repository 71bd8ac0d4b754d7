/**
 * @file Takes out of a text what is a person's: where they keep things, what their images, classes and projects are called. When
 * in doubt it takes more. Pure.
 */
import path from 'node:path';

export interface Private {
  /** The person's home folder. */
  home: string;
  /** Folders of the program itself, and what stands for each. */
  own: readonly { folder: string; as: string }[];
  /** Names of classes, projects and folders. */
  names: readonly string[];
  /** Names of images that have a space in them; all others are known by how they end. */
  images: readonly string[];
}

const IMAGE =
  /[^\s/\\'"‘’“”]+\.(?:jpe?g?|jfif|a?png|gif|webp|avif|bmp|tiff?|hei[cf]|hif|dng|cr[23]|nef|arw|raf|orf|rw2)\b/giu;
/** From where a path begins to the end of its line: a path may have spaces, so where it ends nobody can tell. */
const PATH = /(^|[\s'"‘“(=:])(?:file:\/{2,3}|~?\/(?=[^\s/])|[A-Za-z]:[\\/]|\\\\).*$/u;
/** The end of a line of a stack. */
const IN_CODE = /^(\s*at .*?)\(?((?:<[a-z]+>|node:)[^\s()]*:\d+(?::\d+)?)\)?$/u;
/** A sentence that was said to the person, who knows what it names: 'labels:save: …'. */
const TOLD = /^(\[[^\]]*\] \[info\]\s+[a-z]+:[A-Za-z]+:) .*$/u;

/** @param text any number of lines */
export function scrub(text: string, secret: Private): string {
  return text
    .split(/\r?\n/)
    .map((line) => scrubLine(line, secret))
    .join('\n');
}

function scrubLine(line: string, { home, own, names, images }: Private): string {
  let clean = line.replace(TOLD, '$1 [left out]');
  const folders = [...own, { folder: home, as: '~' }].filter(({ folder }) => folder.length > 1);
  for (const { folder, as } of longestFirst(folders, (one) => one.folder))
    clean = withoutFolder(clean, folder, as);
  for (const name of images) if (name !== '') clean = clean.split(name).join('<image>');
  clean = clean.replace(IMAGE, '<image>');
  if (!IN_CODE.test(clean)) clean = clean.replace(PATH, '$1<path>');
  for (const name of longestFirst(names, (one) => one)) clean = withoutName(clean, name);
  return clean;
}

const longestFirst = <T>(all: readonly T[], text: (one: T) => string): T[] =>
  [...all].sort((a, b) => text(b).length - text(a).length);

/** Both ways of writing a folder's separators. */
function withoutFolder(line: string, folder: string, as: string): string {
  const other = folder.split(path.sep).join(path.sep === '/' ? '\\' : '/');
  return line.split(folder).join(as).split(other).join(as);
}

/** A name as a word of its own: a class called 'a' shall not take every a. */
function withoutName(line: string, name: string): string {
  if (name.trim() === '') return line;
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return line.replace(new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'giu'), '<name>');
}
