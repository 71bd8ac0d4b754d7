/** @file How charts look: the window's own greys, type and lines, as they are in the theme that is shown. */
import type { Config } from 'vega-lite';

/** Okabe and Ito's colours ('Color Universal Design', 2008), without the yellow, which no white ground bears. */
const CATEGORIES = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00'];
const SIZE = 12;

/** @param style of an element in the page, from which the theme's values are read */
export function lookOf(style: CSSStyleDeclaration): Config {
  const read = (name: string) => style.getPropertyValue(name).trim();
  const text = read('--text');
  const soft = read('--text-soft');
  const line = read('--line');
  const strong = read('--line-strong');
  const words = { labelColor: soft, labelFontSize: SIZE, titleColor: soft, titleFontSize: SIZE };
  return {
    background: 'transparent',
    font: style.fontFamily,
    padding: 4,
    view: { stroke: null },
    axis: {
      ...words,
      titleFontWeight: 400,
      titlePadding: 8,
      labelPadding: 6,
      domainColor: strong,
      gridColor: line,
      tickColor: strong,
      tickSize: 4,
    },
    legend: { ...words, titleFontWeight: 400, labelColor: text, symbolStrokeWidth: 2 },
    title: { color: text, fontSize: SIZE, fontWeight: 600, anchor: 'start' },
    text: { color: text, fontSize: SIZE },
    rule: { color: soft },
    line: { color: text, strokeWidth: 2 },
    point: { color: text, opacity: 1, size: 56 },
    bar: { color: soft },
    area: { color: soft, opacity: 0.18 },
    range: { category: CATEGORIES },
  };
}
