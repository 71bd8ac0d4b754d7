/**
 * @file The colours of classes. Chosen so that each next one is as far as possible from all before it, to normal,
 * protan and deutan eyes alike (OKLab distance after Machado's simulation of 2009, lightness counted less): the
 * first eight stay apart for everyone. Past a dozen no palette can; that is what keys and names are for.
 */

export const CLASS_COLOURS: readonly string[] = [
  ...['#3b82c4', '#e3a13a', '#a63020', '#79d5e3', '#6a4a73', '#b67a76', '#364bb2', '#60ed9f'],
  ...['#87a2fd', '#cf5d03', '#2aa8b3', '#eecc2c', '#6ec69d', '#945f75', '#5a63d0', '#11693e'],
  ...['#b59b68', '#2f639a', '#6683ef', '#80c1fa', '#418e42', '#42849a', '#6499d4', '#eeb0c2'],
  ...['#b2c576', '#50b6d7', '#6eae95', '#c2db71', '#b3324f', '#c28914', '#bc4602', '#de5b59'],
  ...['#549b8e', '#b25bba', '#981f5e', '#38708e', '#f078ba', '#5e5cb3', '#3de5fe', '#568cdd'],
  ...['#feb3e1', '#d0bd03', '#1cd6c7', '#2b79a8', '#3d8d60', '#6f369f', '#abb983', '#70bf52'],
  ...['#007433', '#9b8afe', '#914f7a', '#674786', '#cd9cdd', '#8ad9a8', '#81a43e', '#6cb17b'],
  ...['#459193', '#9a4d60', '#b86779', '#dec352', '#b47142', '#b53437', '#39b3af', '#fda162'],
];

/** What is drawn for an item whose class is not (or no longer) known. */
const FALLBACK = '#8a8a8a';

export function classColour(colour: number): string {
  return CLASS_COLOURS[colour % CLASS_COLOURS.length] ?? FALLBACK;
}

/** Relative luminance of '#rrggbb', WCAG 2. */
export function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two '#rrggbb' colours, 1 to 21, WCAG 2. */
export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** Black or white, whichever reads better on the colour. */
export function inkOn(hex: string): '#000000' | '#ffffff' {
  return contrast(hex, '#000000') >= contrast(hex, '#ffffff') ? '#000000' : '#ffffff';
}

/** What stripes on the colour are drawn with: away from the ink, so that what is written on them reads no worse. */
export function stripeOn(hex: string): string {
  return inkOn(hex) === '#ffffff' ? 'rgb(0 0 0 / 30%)' : 'rgb(255 255 255 / 45%)';
}

/** The first colour that no class has, so that colours are handed out in the palette's order. */
export function freeColour(taken: readonly number[]): number {
  const used = new Set(taken);
  const free = CLASS_COLOURS.findIndex((_, colour) => !used.has(colour));
  return free === -1 ? taken.length % CLASS_COLOURS.length : free;
}
