/**
 * @file Labels from a CSV: path and label, and whatever else of box, group, place, time and role it has. Pure. Runs in
 * main.
 */
import Papa from 'papaparse';
import { PersonError } from '../../../contract/errors';
import { atOnce } from '../../../organise/slices';
import { MAX_CLASS_NAME } from '../../../projects/schema';
import { emptyRecord, MAX_ROWS, type ImportRecord, type ReadLabels } from '../record';
import { readHeader, WITHOUT_HEADER, type Columns } from './columns';
import { BadValue, readBox, readRole, readTime } from './values';
import { told } from '../../../../strings/words';

/** Letters of a group's or a place's name. */
const MAX_NAME = 200;

/** Rows between two points at which main may do something else. */
const STRETCH = 500;
/** Letters by which the delimiter is guessed. */
const HEAD = 100_000;

interface Row {
  /** Where it begins, from 1: a cell in quotes may hold lines. */
  line: number;
  cells: string[];
}

/** @throws {PersonError} where nothing can be made of the file as a whole */
export const readCsv = (text: string): ReadLabels => atOnce(readingCsv(text));

/**
 * The same in pieces.
 * @yields how many rows are done
 */
export function* readingCsv(text: string): Generator<number, ReadLabels> {
  const rows = yield* rowsOf(text);
  const first = rows[0];
  if (!first) throw new PersonError(told().importing.emptyFile);
  const header = readHeader(first.cells);
  const columns = header?.columns ?? WITHOUT_HEADER;
  requireColumns(columns, first.cells, header !== null);
  const body = header ? rows.slice(1) : rows;
  if (body.length > MAX_ROWS) throw new PersonError(told().importing.tooManyRows(body.length, MAX_ROWS));
  const read: ReadLabels = {
    ...{ format: 'csv', rows: body.length, records: [], problems: [], classOrder: [] },
    ignoredColumns: header?.ignored ?? [],
  };
  for (const [done, row] of body.entries()) {
    readRow(row, columns, read);
    if (done % STRETCH === 0) yield done;
  }
  settleUnits(read.records);
  return read;
}

/** Rows that hold anything, each with its line. */
function* rowsOf(text: string): Generator<number, Row[]> {
  // Blank lines would speak against every delimiter, but they must be counted.
  const guess = { delimitersToGuess: [',', ';', '\t', '|'], preview: 20, skipEmptyLines: true };
  const { delimiter } = Papa.parse(text.slice(0, HEAD), guess).meta;
  let line = 1;
  const rows: Row[] = [];
  for (const cells of parsed(text, delimiter)) {
    if (cells === null) {
      yield rows.length;
      continue;
    }
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells });
    line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
  }
  return rows;
}

/** Rows, and null after every stretch of them: the parser halts there and goes on when it is asked. */
function* parsed(text: string, delimiter: string): Generator<string[] | null, void> {
  const state: { rows: string[][]; halted: Papa.Parser | null } = { rows: [], halted: null };
  const step = ({ data }: { data: string[] }, parser: Papa.Parser): void => {
    if (state.rows.push(data) < STRETCH) return;
    parser.pause();
    state.halted = parser;
  };
  // Its quick way for files without quotes would cut the whole rest into lines after every halt.
  Papa.parse<string[]>(text, { delimiter, fastMode: false, step });
  for (;;) {
    yield* state.rows.splice(0);
    const { halted } = state;
    if (halted === null) return;
    yield null;
    state.halted = null;
    halted.resume();
  }
}

function requireColumns(columns: Columns, cells: readonly string[], named: boolean): void {
  const found = cells
    .map((cell) => cell.trim())
    .join(', ')
    .slice(0, 200);
  if (columns.path === undefined) throw new PersonError(told().importing.noPathColumn(found));
  if (!named && cells.length < 2) throw new PersonError(told().importing.oneColumn);
  if (named && Object.keys(columns).length < 2) throw new PersonError(told().importing.noLabelColumn(found));
}

function readRow({ line, cells }: Row, columns: Columns, read: ReadLabels): void {
  const cell = (meaning: keyof Columns): string => {
    const index = columns[meaning];
    return index === undefined ? '' : (cells[index] ?? '').trim();
  };
  try {
    read.records.push(recordOf(line, cell, columns));
  } catch (error) {
    if (!(error instanceof BadValue)) throw error;
    read.problems.push({ line, text: told().importing.rowLeftOut(sentence(error.message)) });
  }
}

function recordOf(line: number, cell: (meaning: keyof Columns) => string, columns: Columns): ImportRecord {
  const path = cell('path');
  if (path === '') throw new BadValue(told().importing.rowNamesNone);
  const box = readBox(cell, columns);
  const record: ImportRecord = {
    ...emptyRecord(line, [path]),
    label: name(cell('label'), 'label', MAX_CLASS_NAME),
    box: box && { unit: 'fraction', ...box },
    group: name(cell('group'), 'group', MAX_NAME),
    place: name(cell('place'), 'place', MAX_NAME),
    time: readTime(cell('date'), cell('time')),
    role: readRole(cell('role')),
  };
  const { label, group, place, time, role } = record;
  if (!label && !box && !group && !place && !time && !role) throw new BadValue(told().importing.labelEmpty);
  return record;
}

function name(text: string, what: string, most: number): string | null {
  if (text.length > most) throw new BadValue(told().importing.tooManyLetters(what, text.length, most));
  return text === '' ? null : text;
}

/** One number above 1 anywhere says that the boxes of the file are in pixels. */
function settleUnits(records: readonly ImportRecord[]): void {
  const boxes = records.flatMap(({ box }) => (box ? [box] : []));
  const pixels = boxes.some(({ x, y, width, height }) => Math.max(x + width, y + height) > PIXELS_FROM);
  if (pixels) for (const box of boxes) box.unit = 'pixel';
}

/** Fractions may end a little above 1 where somebody rounded them. */
const PIXELS_FROM = 1.5;

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
