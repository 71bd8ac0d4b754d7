/** @file Colours that can be read, and told apart by the colour-blind. */
import { expect, it } from 'vitest';
import { CLASS_COLOURS, classColour, contrast, freeColour, inkOn } from '../../../../renderer/logic/palette';

it('holds 64 different colours, one for each index a project may name', () => {
  expect(new Set(CLASS_COLOURS).size).toBe(64);
  expect(classColour(64)).toBe(classColour(0));
});

it('can be written on with contrast AA', () => {
  for (const colour of CLASS_COLOURS)
    expect(contrast(colour, inkOn(colour)), colour).toBeGreaterThanOrEqual(4.5);
});

it('hands out colours in order, filling gaps', () => {
  expect(freeColour([])).toBe(0);
  expect(freeColour([0, 1, 3])).toBe(2);
  expect(freeColour(Array.from({ length: 64 }, (_, i) => i))).toBe(0);
});

/** Machado, Oliveira and Fernandes 2009, severity 1, on linear red, green, blue. */
const EYES = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
};

function linear(hex: string): number[] {
  return [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
}

const times = (matrix: number[], [x = 0, y = 0, z = 0]: number[]) =>
  [0, 3, 6].map((at) => (matrix[at] ?? 0) * x + (matrix[at + 1] ?? 0) * y + (matrix[at + 2] ?? 0) * z);

function oklab(rgb: number[]): number[] {
  const cones = times(
    [
      0.4122214708, 0.5363325363, 0.0514459929, 0.2119034982, 0.6806995451, 0.1073969566, 0.0883024619,
      0.2817188376, 0.6299787005,
    ],
    rgb,
  ).map(Math.cbrt);
  return times(
    [
      0.2104542553, 0.793617785, -0.0040720468, 1.9779984951, -2.428592205, 0.4505937099, 0.0259040371,
      0.7827717662, -0.808675766,
    ],
    cones,
  );
}

it.each(Object.entries(EYES))('keeps the first eight apart for %s eyes', (_, matrix) => {
  const seen = CLASS_COLOURS.slice(0, 8).map((hex) =>
    oklab(times(matrix, linear(hex)).map((v) => Math.min(1, Math.max(0, v)))),
  );
  for (const [i, one] of seen.entries()) {
    for (const other of seen.slice(0, i)) {
      expect(Math.hypot(...one.map((value, at) => value - (other[at] ?? 0)))).toBeGreaterThan(0.1);
    }
  }
});
