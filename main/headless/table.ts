/** @file Lines up rows of text in columns. Pure; runs in main. */
import { printable } from './console';

export interface Column {
  title: string;
  align: 'left' | 'right';
}

const GAP = '  ';

/** Rows under their titles, numbers to the right; ends with a line break. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const shown = [columns.map(({ title }) => title), ...rows].map((row) => row.map(printable));
  const widths = columns.map((_, i) => Math.max(...shown.map((row) => width(row[i] ?? ''))));
  const line = (row: string[]): string =>
    columns
      .map(({ align }, i) => pad(row[i] ?? '', widths[i] ?? 0, align))
      .join(GAP)
      .trimEnd();
  return shown.map((row) => `${line(row)}\n`).join('');
}

function pad(text: string, to: number, align: Column['align']): string {
  const blanks = ' '.repeat(to - width(text));
  return align === 'left' ? text + blanks : blanks + text;
}

/** Columns that a terminal gives to a text: two to each East Asian letter and picture, none to marks on letters. */
function width(text: string): number {
  let columns = 0;
  for (const letter of text) if (!/\p{M}/u.test(letter)) columns += WIDE.test(letter) ? 2 : 1;
  return columns;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\p{Emoji_Presentation}]/u;

/** '83.3', or a dash for what was not measured. */
export const percent = (value: number | null): string => (value === null ? '–' : value.toFixed(1));
