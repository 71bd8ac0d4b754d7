/**
 * @file Labelled images as the command evaluates them: by folders and files, or by the rows of a CSV beside embeddings. Pure;
 * runs in main.
 */
import Papa from 'papaparse';
import { PersonError } from '../../contract/errors';
import { meaningOf } from '../../exchange/read/csv/columns';

export interface LabelledImage {
  /** Of the open project, or of the NumPy file. */
  row: number;
  class: string;
  /** Images of one group count as one shot. */
  group: string;
  /** What --across teaches and asks apart; null where it is not asked for. */
  domain: string | null;
}

/** @param across 'file': the name without its ending; a column otherwise; null: not asked for */
export function labelledRows(
  text: string,
  { file, rows, across }: { file: string; rows: number; across: string | null },
): LabelledImage[] {
  const { data, meta } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: 'greedy' });
  const fields = meta.fields ?? [];
  const columnOf = (meaning: string): string | null =>
    fields.find((name) => meaningOf(name) === meaning) ?? null;
  const [label, path, group] = [columnOf('label'), columnOf('path'), columnOf('group')];
  const number = fields.find((name) => name.trim().toLowerCase() === 'row') ?? null;
  if (label === null)
    throw new PersonError(
      `${file} has no column that says the class: name it 'label'. Its columns are ${fields.join(', ')}.`,
    );
  if (number === null && data.length !== rows)
    throw new PersonError(
      `${file} has ${data.length} rows for ${rows} embeddings: there must be one for each, in the same order.`,
    );
  const domain = domainOf(across, path, fields, file);
  return data.flatMap((cells, at) => {
    const own = (cells[label] ?? '').trim();
    if (own === '') return [];
    const row = number === null ? at : rowOf(cells[number] ?? '', rows, file);
    const named = group === null ? '' : (cells[group] ?? '').trim();
    return [
      { row, class: own, group: named === '' ? `row ${row}` : `group ${named}`, domain: domain(cells) },
    ];
  });
}

/** 'apple' of 'faces/smile/apple.png'. */
export function fileName(path: string): string {
  const name = path.split(/[\\/]/).at(-1) ?? path;
  return name.replace(/\.[^.]*$/, '');
}

function rowOf(text: string, rows: number, file: string): number {
  const row = Number(text);
  if (/^\d{1,9}$/.test(text.trim()) && row < rows) return row;
  throw new PersonError(`${file} speaks of row '${text}', and the embeddings have rows 0 to ${rows - 1}.`);
}

type Cells = Record<string, string>;

function domainOf(
  across: string | null,
  path: string | null,
  fields: readonly string[],
  file: string,
): (cells: Cells) => string | null {
  if (across === null) return () => null;
  if (across === 'file' && path !== null) return (cells) => fileName(cells[path] ?? '');
  const column = fields.find((name) => name.trim() === across);
  if (column === undefined)
    throw new PersonError(
      `${file} has no column '${across}' to ask across. Its columns are ${fields.join(', ')}.`,
    );
  return (cells) => (cells[column] ?? '').trim();
}
