/** @file Small pieces of Markdown, with what people typed made harmless. Pure. */

/** Of a class, say: it may hold anything, and must not become a heading, a link or the end of a cell. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()<>#|~]/g, '\\$&');
}

export function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const under = titles.map((_, i) => (i === 0 ? '---' : '---:'));
  return [line(titles), line(under), ...rows.map(line)].join('\n');
}

export const bullets = (sentences: readonly string[]): string =>
  sentences.map((sentence) => `- ${sentence}`).join('\n');
