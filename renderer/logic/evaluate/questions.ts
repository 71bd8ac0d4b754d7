/** @file The questions of the Evaluate view, in the order in which one reads them. */
export const QUESTIONS = [
  ...(['known', 'classes', 'confusion', 'percentages'] as const),
  ...(['curve', 'operating', 'methods', 'base'] as const),
];

export type Question = (typeof QUESTIONS)[number];
