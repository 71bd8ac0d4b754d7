/** @file The values of a CSV's cells: boxes, times, roles. Pure. Runs in main. */
import type { ImportRecord, ReadBox } from '../record';
import type { Columns, Edge } from './columns';
import { told } from '../../../../strings/words';

/** A value that cannot be used, and why, in a sentence that follows the row's number. */
export class BadValue extends Error {}

type Cell = (meaning: keyof Columns) => string;

const TIME =
  /^(\d{4})[-:/.](\d{2})[-:/.](\d{2})[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?$/;

/**
 * The clock on the wall, as it is written: a zone behind it is not reckoned with.
 * @param date a column of its own, or ''
 * @returns 'YYYY-MM-DDTHH:MM:SS'; null where nothing is given
 */
export function readTime(date: string, time: string): string | null {
  const text = [date, time].filter((part) => part !== '').join(' ');
  if (text === '') return null;
  const found = TIME.exec(text);
  if (!found) throw new BadValue(told().importing.wrongTime(quoted(text)));
  const [year, month, day, hour, minute, second] = found.slice(1).map((part) => Number(part ?? 0));
  const real = new Date(Date.UTC(year!, month! - 1, day, hour, minute, second));
  const same = real.getUTCMonth() === month! - 1 && real.getUTCDate() === day && real.getUTCHours() === hour;
  if (!same || minute! > 59 || second! > 59) throw new BadValue(told().importing.noSuchTime(quoted(text)));
  return real.toISOString().slice(0, 19);
}

const LEARN = new Set(['learn', 'learning', 'train', 'training']);
const CHECK = new Set(['check', 'checking', 'test', 'testing', 'val', 'valid', 'validation']);

export function readRole(text: string): ImportRecord['role'] {
  const plain = text.toLowerCase();
  if (plain === '') return null;
  if (LEARN.has(plain)) return 'learn';
  if (CHECK.has(plain)) return 'check';
  throw new BadValue(told().importing.wrongRole(quoted(text)));
}

/** Left and top, and either width and height or right and bottom; or a centre with width and height. */
export function readBox(cell: Cell, columns: Columns): Omit<ReadBox, 'unit'> | null {
  if (columns.box !== undefined && cell('box') !== '') return fromOneCell(cell('box'));
  const given = EDGES.filter((edge) => columns[edge] !== undefined && cell(edge) !== '');
  if (given.length === 0) return null;
  const value = (edge: Edge): number | null => (given.includes(edge) ? numberOf(cell(edge)) : null);
  const [width, x] = side(value('left'), value('width'), value('right'), value('centreX'));
  const [height, y] = side(value('top'), value('height'), value('bottom'), value('centreY'));
  return { x, y, width, height };
}

const EDGES: readonly Edge[] = ['left', 'top', 'right', 'bottom', 'width', 'height', 'centreX', 'centreY'];

/** @returns length and start of one side */
function side(
  start: number | null,
  length: number | null,
  end: number | null,
  centre: number | null,
): [number, number] {
  if (start !== null && length !== null) return [length, start];
  if (start !== null && end !== null) return [end - start, start];
  if (centre !== null && length !== null) return [length, centre - length / 2];
  throw new BadValue(told().importing.boxIncomplete);
}

/** 'x y width height', with blanks, commas or semicolons between, perhaps in brackets. */
function fromOneCell(text: string): Omit<ReadBox, 'unit'> {
  const parts = text
    .replace(/[[\](){}]/g, ' ')
    .trim()
    .split(/[\s,;]+/);
  const [x, y, width, height] = parts.map(numberOf);
  if (parts.length !== 4) throw new BadValue(told().importing.boxOfNoNumbers(quoted(text)));
  return { x: x!, y: y!, width: width!, height: height! };
}

/** A comma before the decimals is a point: it can only be one, since the cell was told apart from its neighbours. */
function numberOf(text: string): number {
  const value = Number(text.replace(',', '.'));
  if (text === '' || !Number.isFinite(value))
    throw new BadValue(told().importing.noNumberInBox(quoted(text)));
  return value;
}

/** Long values shortened, so that a sentence stays one. */
export const quoted = (text: string): string => `'${text.length > 60 ? `${text.slice(0, 60)}…` : text}'`;
