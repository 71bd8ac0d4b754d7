/** @file The order in which a person expects paths: 'img 9' before 'img 10', folder by folder. Pure. Runs anywhere. */

/**
 * A key whose plain string order is the natural one: numbers count by value, case and accents only where all else is
 * equal. Made once per path, since comparing with a collator is a hundred times slower at 50,000.
 */
export function naturalKey(path: string): string {
  const plain = path.normalize('NFD').toLowerCase();
  return plain.replace(/\//g, '\u0001').replace(/\d+/g, (digits) => {
    const number = digits.replace(/^0+(?=\d)/, '');
    return String.fromCharCode(0x30 + Math.min(number.length, 60)) + number;
  });
}

/** Sorts in place by the natural order of `pathOf`, and by the path itself where two are equal in that. */
export function sortNaturally<T>(values: T[], pathOf: (value: T) => string): T[] {
  const keys = new Map(values.map((value) => [value, naturalKey(pathOf(value))]));
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return values.sort(
    (a, b) => compare(keys.get(a) ?? '', keys.get(b) ?? '') || compare(pathOf(a), pathOf(b)),
  );
}
