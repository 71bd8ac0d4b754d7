/** @file HTML from text: whatever comes from names of files and classes is escaped, always. Pure; runs in main. */

/** Markup that is whole and may stand in a page as it is. */
export class Markup {
  constructor(readonly text: string) {}
}

export type Value = Markup | string | number | null | readonly Markup[];

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Fills a template: markup as it is, everything else escaped, lists one after the other, null as nothing. */
export function markup(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(parts.map((part, i) => part + shown(values[i] ?? null)).join(''));
}

/** Drawings, and our own style: made by us from what they were given. */
export const trusted = (markup: string): Markup => new Markup(markup);

function shown(value: Value): string {
  if (value === null) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(({ text }) => text).join('');
  return String(value).replace(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter);
}
