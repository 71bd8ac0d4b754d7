/** @file Readings as tables in Markdown: a row for each format or maker and its reader, with the worst of all its models. */
import type { Reading } from './reading';

const TABLES = {
  out: ['format', 'reader', 'given', 'models', 'images', 'largest difference', 'cosine', 'top-1'],
  in: ['model from', 'reader', 'given', 'models', 'images', 'largest difference', 'cosine'],
} as const;

export function tables(readings: readonly Reading[]): string {
  const ways = ['out', 'in'] as const;
  return ways
    .filter((way) => readings.some((one) => one.way === way))
    .map((way) => table(TABLES[way], rowsOf(readings.filter((one) => one.way === way))))
    .join('\n\n');
}

function rowsOf(readings: readonly Reading[]): string[][] {
  const groups = new Map<string, Reading[]>();
  for (const one of readings) {
    const key = [one.format, one.reader, one.given].join('|');
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map(row);
}

/** The worst figures of some models, as cells. */
function row(readings: readonly Reading[]): string[] {
  const [{ format, reader, given }] = readings as [Reading];
  const models = new Set(readings.map(({ model }) => model)).size;
  const images = Math.max(...readings.map((one) => one.images));
  return [
    ...[format, reader, given, String(models), String(images)],
    ...[difference(readings), cosine(readings), share(readings)].filter((cell) => cell !== null),
  ];
}

type Figure = 'maxAbsDiff' | 'inexactMaxAbsDiff' | 'cosine' | 'top1Agreement';

const known = (readings: readonly Reading[], figure: Figure): number[] =>
  readings.map((one) => one[figure]).filter((value) => typeof value === 'number');

function difference(readings: readonly Reading[]): string {
  const [exact, converted] = [known(readings, 'maxAbsDiff'), known(readings, 'inexactMaxAbsDiff')];
  const most = (values: number[]): string =>
    Math.max(...values)
      .toExponential(1)
      .replace('0.0e+0', '0');
  const others = converted.length > 0 ? ` (colours converted: ${most(converted)})` : '';
  return exact.length > 0 ? `${most(exact)}${others}` : '';
}

const cosine = (readings: readonly Reading[]): string => Math.min(...known(readings, 'cosine')).toFixed(7);

function share(readings: readonly Reading[]): string | null {
  const agreed = known(readings, 'top1Agreement');
  return agreed.length > 0
    ? Math.min(...agreed)
        .toFixed(3)
        .replace(/0+$/, '')
        .replace(/\.$/, '')
    : null;
}

/** Laid out as the formatter would. */
function table(head: readonly string[], rows: readonly string[][]): string {
  const all = [head, ...rows];
  const widths = head.map((_, i) => Math.max(...all.map((cells) => (cells[i] ?? '').length)));
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, i) => (cells[i] ?? '').padEnd(width)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}
