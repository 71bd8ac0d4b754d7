/** @file Times and rates in words. Pure; runs in main. */

/** '8 s', '2 min 5 s', '1 h 3 min', 'under 1 s'. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole === 0) return 'under 1 s';
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return join(`${minutes} min`, whole % 60, 's');
  return join(`${Math.floor(minutes / 60)} h`, minutes % 60, 'min');
}

const join = (start: string, rest: number, unit: string): string =>
  rest === 0 ? start : `${start} ${rest} ${unit}`;

/** '148 images/s', '0.7 images/s'. */
export function rate(imagesPerSecond: number): string {
  return `${imagesPerSecond < 10 ? imagesPerSecond.toFixed(1) : Math.round(imagesPerSecond)} images/s`;
}
