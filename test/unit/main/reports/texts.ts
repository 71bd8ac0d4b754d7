/** @file What a report shows and says: texts between its marks, and names that are read aloud. For tests. */

const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
const read = (text: string): string => text.replace(/&[a-z#0-9]+;/g, (entity) => ENTITIES[entity] ?? entity);

/** @param html a whole page, as `reportHtml` writes it */
export function textsOf(html: string): string[] {
  // A sentence goes on where a word of it is bold.
  const body = html.replace(/<style>.*?<\/style>|<\/?b>/gs, '');
  const between = [...body.matchAll(/>([^<]*)</g)].map(([, text = '']) => text);
  const named = [...body.matchAll(/\b(?:aria-label|title|alt)="([^"]*)"/g)].map(([, text = '']) => text);
  return [...between, ...named]
    .map((text) => read(text).replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '');
}
