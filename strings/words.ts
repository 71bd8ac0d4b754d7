/**
 * @file The catalogue in the language that this process speaks (`chosen.ts`). Asked for where a sentence is made, never when a
 * module is loaded: the language may be told, and changed, afterwards. A sentence is a plain string from there on.
 */
import { catalogueIn, type Catalogue } from './catalogue';
import { nowSpoken } from './chosen';

let made: { language: string; words: Catalogue } | null = null;

export function words(): Catalogue {
  const { language } = nowSpoken();
  if (made?.language !== language) made = { language, words: catalogueIn(language) };
  return made.words;
}

/** What main, the engine and the decoder say of themselves: what went wrong, what was found, what was done. */
export const told = (): Catalogue['told'] => words().told;
