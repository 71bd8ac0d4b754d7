/**
 * @file The one catalogue of what a person reads, in the window and in main's menus and dialogs: English complete, and
 * for each other language one file with what was translated. What is missing there is said in English. Pure.
 */
import * as en from './en';
import { LANGUAGES } from './languages';
import { PSEUDO, pseudo } from './pseudo';

export type Catalogue = typeof en;

/** The same shape in any language: English's own words are no part of it. */
type Words<T> = T extends string
  ? string
  : T extends (...args: infer A) => infer R
    ? (...args: A) => Words<R>
    : T extends readonly unknown[]
      ? { readonly [K in keyof T]: Words<T[K]> }
      : T extends object
        ? { readonly [K in keyof T]?: Words<T[K]> }
        : T;

/** What a file of `languages.ts` holds: any part of the catalogue. */
export type Translation = Words<Catalogue>;

/** @param language tag of a catalogue; one that there is not is English */
export function catalogueIn(language: string): Catalogue {
  if (language === PSEUDO) return pseudo({ ...en });
  return filled({ ...en }, LANGUAGES[language]?.words);
}

/** Every word of `whole` that `part` has, from there. Lists and functions count as one word. */
export function filled<T>(whole: T, part: unknown): T {
  if (part === undefined) return whole;
  if (!isRecord(whole) || !isRecord(part)) return part as T;
  return Object.fromEntries(Object.entries(whole).map(([name, own]) => [name, filled(own, part[name])])) as T;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
