/** @file Numbers as a person reads them. British English; a no-break space before units. */

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const NBSP = '\u00a0';

export function count(value: number): string {
  return whole.format(value);
}

/** A fraction as a whole percentage; never rounded up to a certainty that is not there. */
export function percent(fraction: number): string {
  const rounded = Math.round(fraction * 100);
  if (rounded === 100 && fraction < 1) return `>${NBSP}99${NBSP}%`;
  if (rounded === 0 && fraction > 0) return `<${NBSP}1${NBSP}%`;
  return `${rounded}${NBSP}%`;
}

/** Seconds as the largest unit that matters, rounded so that the display does not tremble. */
export function timeLeft(seconds: number): string {
  if (seconds < 10) return `a few${NBSP}seconds`;
  if (seconds < 60) return `${Math.round(seconds / 5) * 5}${NBSP}s`;
  if (seconds < 3600) return `${Math.round(seconds / 60)}${NBSP}min`;
  const minutes = Math.round(seconds / 60);
  const rest = minutes % 60;
  const hours = `${Math.floor(minutes / 60)}${NBSP}h`;
  return rest === 0 ? hours : `${hours} ${rest}${NBSP}min`;
}

const small = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 2 });

/** A difference in plain decimals, however small: not everybody reads 7.5e-7. */
export function difference(value: number): string {
  return small.format(value);
}

export function rate(perSecond: number): string {
  return perSecond < 10 ? perSecond.toFixed(1) : count(perSecond);
}

/** Bytes in decimal units, as file managers show them. */
export function bytes(value: number): string {
  if (value < 1000) return `${value}${NBSP}B`;
  const units = ['kB', 'MB', 'GB', 'TB'];
  let scaled = value / 1000;
  let unit = 0;
  while (scaled >= 999.5 && unit < units.length - 1) {
    scaled /= 1000;
    unit++;
  }
  return `${scaled < 9.95 ? scaled.toFixed(1) : count(scaled)}${NBSP}${units[unit] ?? ''}`;
}

/** The last part of a path; the whole where there is none. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1) || path;
}

/** A moment, given in UTC, by this machine's clock: '2026-05-01 14:03'. */
export function moment(iso: string): string {
  const at = new Date(iso);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
