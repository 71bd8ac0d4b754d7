/** @file What charts have in common: shares as axes, and zeros and diagonals to hold figures against. Pure data; runs in main and in the window. */

/** An axis of fractions, shown as percents as everywhere else, with a no-break space before the sign. */
export const SHARES = {
  format: '.0%',
  grid: true,
  tickCount: 5,
  labelExpr: "format(100 * datum.value, '.0f') + '\u00a0%'",
};

/** All of it: a share is not read rightly from a part of its scale. */
export const WHOLE = { domain: [0, 1] };

/** What data are held against: dashed, so that it is told from them without colour. */
export const GUIDE = { type: 'rule' as const, strokeDash: [4, 4], aria: false };

/** Words beside a mark, above the line they are about. */
export const NOTE = {
  type: 'text' as const,
  align: 'left' as const,
  baseline: 'bottom' as const,
  aria: false,
};

/** Heights, CSS pixels. */
export const TALL = 280;
/** Of one line in a chart of lines. */
export const LINE = 32;
