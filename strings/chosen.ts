/**
 * @file Which language this process speaks, and how it writes numbers and dates. Main knows what the person prefers; every other
 * process is told when it begins, a page by its address and one that main forks by its first argument, because words are
 * needed before anything can be asked. Who was told nothing, as a command without a window or a test, speaks English.
 */
export interface Spoken {
  /** BCP 47 tag of a catalogue. */
  language: string;
  /** BCP 47 tag that `Intl` knows. */
  locale: string;
}

export const ENGLISH = 'en-GB';

/** @param search a query, as '?language=en-GB&locale=de-DE' */
export function spokenIn(search: string): Spoken {
  const said = new URLSearchParams(search);
  return { language: said.get('language') ?? ENGLISH, locale: knownLocale(said.get('locale')) };
}

/** What `spokenIn` reads. */
export const queryOf = ({ language, locale }: Spoken): string =>
  `?${new URLSearchParams({ language, locale }).toString()}`;

/** What `Intl` does not know would keep the page from being drawn. */
export function knownLocale(tag: string | null): string {
  try {
    return (tag && Intl.NumberFormat.supportedLocalesOf(tag)[0]) || ENGLISH;
  } catch {
    return ENGLISH;
  }
}

const page = (globalThis as { location?: { search: string } }).location;

let spoken = spokenIn(page?.search ?? '');

export const nowSpoken = (): Spoken => spoken;

/** From now on. What was said before stays as it was said. */
export function speak(next: Spoken): void {
  spoken = next;
}
