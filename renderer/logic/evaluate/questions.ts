/** @file The questions of the Evaluate view, in the order in which one reads them. */
export type Question = (typeof ALL)[number];

const ALL = [
  ...(['known', 'classes', 'confusion', 'percentages'] as const),
  ...(['curve', 'operating', 'methods', 'base'] as const),
];

/** Those that can be answered. */
export const QUESTIONS: readonly Question[] = ALL.slice(0, 4);
