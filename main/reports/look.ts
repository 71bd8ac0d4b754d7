/**
 * @file How charts look in a report. Colours are those of light ground; a report's style names them anew for dark (see `style.ts`).
 * Pure; runs in a thread of main and in tests.
 */
import type { Config } from 'vega-lite';

export type Ink = 'text' | 'soft' | 'line' | 'strong' | 'first' | 'second';

/** Each is another one, since the style finds them by their value. Blue and orange are Okabe and Ito's. */
export const LIGHT: Record<Ink, string> = {
  text: '#1a1a1a',
  soft: '#505050',
  line: '#d9d9d9',
  strong: '#8a8a8a',
  first: '#0072b2',
  second: '#b35c00',
};

const SIZE = 12;
const { text, soft, line, strong, first, second } = LIGHT;
const words = {
  labelColor: soft,
  labelFontSize: SIZE,
  titleColor: soft,
  titleFontSize: SIZE,
  titleFontWeight: 400 as const,
};

export const LOOK: Config = {
  background: 'transparent',
  font: 'system-ui, sans-serif',
  padding: 4,
  view: { stroke: null },
  axis: {
    ...words,
    titlePadding: 8,
    labelPadding: 6,
    labelLimit: 240,
    domainColor: strong,
    gridColor: line,
    tickColor: strong,
    tickSize: 4,
  },
  legend: { ...words, labelColor: text, symbolStrokeWidth: 2 },
  title: { color: text, fontSize: SIZE, fontWeight: 600, anchor: 'start' },
  text: { color: text, fontSize: SIZE },
  rule: { color: soft },
  line: { color: first, strokeWidth: 2 },
  point: { color: first, size: 64 },
  bar: { color: first },
  area: { color: soft, opacity: 0.18 },
  range: { category: [first, second] },
};
