/**
 * @file The languages that there are. Another one is a file beside this one that exports a `Translation`, and a line here,
 * by its BCP 47 tag: `'de-DE': { name: 'Deutsch', words: de }`.
 */
import type { Translation } from './catalogue';
import { ENGLISH } from './chosen';

export interface Language {
  /** As its speakers call it. */
  name: string;
  words: Translation;
}

export const LANGUAGES: Readonly<Record<string, Language>> = { [ENGLISH]: { name: 'English', words: {} } };

/**
 * The catalogue for who wishes these languages, most wished first: the same tag, or else the same language of another region.
 * @returns English where there is none
 */
export function languageFor(wished: readonly string[]): string {
  const tags = Object.keys(LANGUAGES);
  const speech = (tag: string): string | undefined => tag.toLowerCase().split(/[-_]/)[0];
  for (const wish of wished) {
    const found =
      tags.find((tag) => tag.toLowerCase() === wish.toLowerCase()) ??
      tags.find((tag) => speech(tag) === speech(wish));
    if (found) return found;
  }
  return ENGLISH;
}
