/**
 * @file Which language the page speaks, and how it writes numbers and dates: main says both in the page's address, because
 * they are needed before anything can be asked. Elsewhere, as in a test or a command, it is English.
 */
export interface Spoken {
  /** BCP 47 tag of a catalogue. */
  language: string;
  /** BCP 47 tag that `Intl` knows. */
  locale: string;
}

export const ENGLISH = 'en-GB';

/** @param search the query of the page's address, as '?language=en-GB&locale=de-DE' */
export function spokenIn(search: string): Spoken {
  const said = new URLSearchParams(search);
  return { language: said.get('language') ?? ENGLISH, locale: knownLocale(said.get('locale')) };
}

/** What `Intl` does not know would keep the page from being drawn. */
export function knownLocale(tag: string | null): string {
  try {
    return (tag && Intl.NumberFormat.supportedLocalesOf(tag)[0]) || ENGLISH;
  } catch {
    return ENGLISH;
  }
}

const page = (globalThis as { location?: { search: string } }).location;

export const spoken = spokenIn(page?.search ?? '');
