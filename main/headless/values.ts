/** @file Reads the values of options, refusing in one sentence what makes no sense. Pure; runs in main. */
import path from 'node:path';
import { EXPORT_FORMATS, type ExportFormat } from '../contract/exportFormats';
import { sameName } from '../contract/names';
import type { NamedBackbone, Surroundings } from './commands/add';
import { WrongUse } from './exit';

/** `least` up to 4,294,967,295, the seeds that there are. */
export function wholeNumber(option: string, least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d{1,10}$/.test(text) && value >= least && value < 2 ** 32) return value;
    throw new WrongUse(`${option} needs a whole number from ${least} up, and got '${text}'.`);
  };
}

/** Any number there is, such as -2.5. */
export function number(option: string): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text) && Number.isFinite(value)) return value;
    throw new WrongUse(`${option} needs a number, and got '${text}'.`);
  };
}

/** An absolute path. A word that begins with a dash is the next option, standing where the path was forgotten. */
export function place(option: string, cwd: string): (text: string) => string {
  return (text) => {
    if (text === '') throw new WrongUse(`${option} needs a path, and got nothing.`);
    if (text.startsWith('-'))
      throw new WrongUse(`${option} needs a path, and got '${text}' (write ./${text} if that is its name).`);
    return path.resolve(cwd, text);
  };
}

/** Absolute paths, each once; with commas between them, so none in them. */
export function places(option: string, cwd: string): (text: string) => string[] {
  return (text) => {
    const named = list(text);
    if (named.length === 0) throw new WrongUse(`${option} needs a path, and got nothing.`);
    return [...new Set(named.map(place(option, cwd)))];
  };
}

/** Formats, each once, in the order given. */
export function formats(text: string): ExportFormat[] {
  return [...new Set(list(text))].map((name) => oneOf('format', EXPORT_FORMATS, name));
}

export function list(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

type Backbones = Pick<Surroundings, 'backbones' | 'own' | 'damaged'>;

/**
 * The id of a backbone that is meant by its id or, of one of the person's own, by its name.
 * @throws {WrongUse} where there is none, it is damaged, or several have the name
 */
export function backboneNamed({ backbones, own = [], damaged = [] }: Backbones, value: string): string {
  if (backbones.includes(value)) return value;
  if (damaged.includes(value))
    throw new WrongUse(`The backbone '${value}' is damaged: add its model again with backbone-add.`);
  return ownMeant(own, value) ?? oneOf('backbone', [...backbones, ...shown(own)], value);
}

/**
 * The same of the person's own alone, which can be removed; damaged ones too, by their id.
 * @throws {WrongUse} where it came with the program, is not there, or several have the name
 */
export function ownBackboneNamed({ backbones, own = [], damaged = [] }: Backbones, value: string): string {
  const meant = damaged.includes(value) ? value : ownMeant(own, value);
  if (meant !== null) return meant;
  const all = [...shown(own), ...damaged.map((id) => `${id} (damaged)`)];
  const there = all.length === 0 ? 'there are none of your own' : `your own are ${all.join(', ')}`;
  const why = backbones.includes(value)
    ? `'${value}' comes with Imprint Studio and stays`
    : `There is no backbone '${value}' of your own`;
  throw new WrongUse(`${why}: ${there}.`);
}

function ownMeant(own: readonly NamedBackbone[], value: string): string | null {
  if (own.some(({ id }) => id === value)) return value;
  const called = own.filter(({ name }) => sameName(name, value));
  if (called.length > 1)
    throw new WrongUse(
      `There are ${called.length} backbones called '${value}': choose ${called.map(({ id }) => id).join(' or ')}.`,
    );
  return called[0]?.id ?? null;
}

const shown = (own: readonly NamedBackbone[]): string[] => own.map(({ id, name }) => `${id} (${name})`);

/** The value as one of those known. */
export function oneOf<T extends string>(what: string, known: readonly T[], value: string): T {
  const found = known.find((one) => one === value);
  if (found !== undefined) return found;
  throw new WrongUse(`There is no ${what} '${value}': choose from ${known.join(', ')}.`);
}
