/** @file Numbers and dates as a person reads them, by the locale of `strings/chosen.ts`; a no-break space before units. */
import { nowSpoken } from './chosen';

const made = new Map<string, unknown>();

/** Made once for each locale: making them is what takes time. */
function kept<F>(name: string, make: (locale: string) => F): F {
  const { locale } = nowSpoken();
  const key = `${locale} ${name}`;
  if (!made.has(key)) made.set(key, make(locale));
  return made.get(key) as F;
}

const numbers = (name: string, options: Intl.NumberFormatOptions): Intl.NumberFormat =>
  kept(name, (locale) => new Intl.NumberFormat(locale, options));
const dates = (name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  kept(name, (locale) => new Intl.DateTimeFormat(locale, options));

const whole = (): Intl.NumberFormat => numbers('whole', { maximumFractionDigits: 0 });
const NBSP = '\u00a0';

export function count(value: number): string {
  return whole().format(value);
}

/** A fraction as a whole percentage; never rounded up to a certainty that is not there. */
export function percent(fraction: number): string {
  const rounded = Math.round(fraction * 100);
  if (rounded === 100 && fraction < 1) return `>${NBSP}99${NBSP}%`;
  if (rounded === 0 && fraction > 0) return `<${NBSP}1${NBSP}%`;
  return `${whole().format(rounded)}${NBSP}%`;
}

/** With so many places after the point, or the comma. Rounded as `toFixed` does, so that commands and files say the same figure. */
export function fixed(value: number, places: number): string {
  const digits = { minimumFractionDigits: places, maximumFractionDigits: places };
  const rounded = Number(value.toFixed(places));
  return numbers(`fixed ${places}`, { ...digits, useGrouping: false }).format(rounded);
}

/** A difference of shares in points, whole, with a true minus; tenths below one, so that 'better by 0' is never said. */
export function points(difference: number): string {
  const all = 100 * difference;
  const rounded = Math.abs(all) < 1 ? Math.round(all * 10) / 10 : Math.round(all);
  return decimal(rounded === 0 ? 0 : rounded);
}

/** A difference in plain decimals, however small: not everybody reads 7.5e-7. */
export function difference(value: number): string {
  return numbers('small', { maximumSignificantDigits: 2 }).format(value);
}

/** With as many places as it has; a true minus. */
export function decimal(value: number): string {
  return numbers('decimal', { maximumSignificantDigits: 6 }).format(value).replace('-', '−');
}

export function rate(perSecond: number): string {
  return perSecond < 10 ? fixed(perSecond, 1) : count(perSecond);
}

/** What numbers are made of, for libraries that write them themselves: the signs for fractions and thousands, and ten numerals. */
export function signs(): { decimal: string; group: string; numerals: string[] } {
  const parts = numbers('signs', { minimumFractionDigits: 1 }).formatToParts(1_234_567.5);
  const sign = (kind: string): string => parts.find(({ type }) => type === kind)?.value ?? '';
  return {
    decimal: sign('decimal'),
    group: sign('group'),
    numerals: [...'0123456789'].map((n) => count(+n)),
  };
}

/** Bytes in decimal units, as file managers show them. */
export function bytes(value: number): string {
  if (value < 1000) return `${count(value)}${NBSP}${symbol('byte')}`;
  const units = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'];
  let scaled = value / 1000;
  let unit = 0;
  while (scaled >= 999.5 && unit < units.length - 1) {
    scaled /= 1000;
    unit++;
  }
  return `${scaled < 9.95 ? fixed(scaled, 1) : count(scaled)}${NBSP}${symbol(units[unit] ?? 'byte')}`;
}

/** A unit as the locale abbreviates it: 'MB', or 'Mo' in French. */
function symbol(unit: string): string {
  const format = numbers(unit, { style: 'unit', unit, unitDisplay: 'narrow' });
  return format.formatToParts(1).find(({ type }) => type === 'unit')?.value ?? unit;
}

/** The last part of a path; the whole where there is none. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1) || path;
}

/** A moment, given in UTC, by this machine's clock: '1 May 2026, 14:03'. */
export function moment(iso: string): string {
  return dates('moment', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}

/** Its day alone: '1 May 2026'. */
export function day(iso: string): string {
  return dates('day', { dateStyle: 'medium' }).format(new Date(iso));
}
