/** @file Lays one value of a pixel on white. Pure. */

/** Value and white in the ratio of alpha, rounded as Pillow's paste does. */
export function onWhite(value: number, alpha: number): number {
  const sum = value * alpha + 255 * (255 - alpha) + 128;
  return (sum + (sum >> 8)) >> 8;
}

/** The value is multiplied by alpha already. */
export const addWhite = (value: number, alpha: number): number => Math.min(255, value + 255 - alpha);
