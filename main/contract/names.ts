/** @file When two names of classes are the same. Pure; window, main and commands go by it. */

/** What of a name tells it from others: case, accents' encoding and outer blanks do not. */
export const plainName = (name: string): string => name.trim().normalize('NFC').toLocaleLowerCase('en');

/** Whether a person would take both for the same. */
export const sameName = (one: string, other: string): boolean => plainName(one) === plainName(other);
