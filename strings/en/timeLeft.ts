/** @file How long something takes, in English. Another language brings its own. */
const NBSP = '\u00a0';

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
