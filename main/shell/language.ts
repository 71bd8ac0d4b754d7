/** @file Which language the program speaks, by what the person prefers and the system says. Runs in main. */
import { app } from 'electron';
import { knownLocale, speak, type Spoken } from '../../strings/chosen';
import { LANGUAGES, languageFor } from '../../strings/languages';
import { PSEUDO } from '../../strings/pseudo';

/** @param preferred tag of a catalogue, or 'system' */
export function speakAs(preferred: string): void {
  speak(spokenBy(preferred));
}

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
