/** @file Which language main's menus and dialogs speak, and which one the window is told to. Runs in main. */
import { app } from 'electron';
import { catalogueIn, type Catalogue } from '../../strings/catalogue';
import { ENGLISH, knownLocale, type Spoken } from '../../strings/chosen';
import { LANGUAGES, languageFor } from '../../strings/languages';
import { PSEUDO } from '../../strings/pseudo';

/** English until `speak` was told otherwise. */
let spoken: Spoken = { language: ENGLISH, locale: ENGLISH };
let catalogue: Catalogue | null = null;

/** @param preferred tag of a catalogue, or 'system' */
export function speak(preferred: string): void {
  spoken = spokenBy(preferred);
  catalogue = null;
}

/** The catalogue in the chosen language. */
export const words = (): Catalogue => (catalogue ??= catalogueIn(spoken.language));

/** What the window is to speak. */
export const nowSpoken = (): Spoken => spoken;

/** As one word, to tell whether anything would change. */
export const languageOf = (preferred: string): string => Object.values(spokenBy(preferred)).join(' ');

export function languagesHere(): { tag: string; name: string }[] {
  const pseudo = app.isPackaged ? [] : [{ tag: PSEUDO, name: 'Brackets (for developers)' }];
  return [...Object.entries(LANGUAGES).map(([tag, { name }]) => ({ tag, name })), ...pseudo];
}

/**
 * Numbers and dates are written as in the language that was chosen; where that is left to the system, as the system
 * does, whether there is a catalogue of its language or not.
 */
function spokenBy(preferred: string): Spoken {
  if (preferred === PSEUDO) return { language: PSEUDO, locale: knownLocale(app.getLocale()) };
  if (preferred !== 'system' && preferred in LANGUAGES) return { language: preferred, locale: preferred };
  const system = app.getLocale();
  return {
    language: languageFor([...app.getPreferredSystemLanguages(), system]),
    locale: knownLocale(system),
  };
}
