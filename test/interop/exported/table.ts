/** @file What every reader made of every model: gathered, printed as a table and kept as JSON. */
import { writeFileSync } from 'node:fs';

/** What a sample's `--check` says, as JSON. */
export interface Recheck {
  images: number;
  missing: number;
  /** Of images that are decoded bit for bit as by the app. */
  maxAbsDiff: number | null;
  limit: number;
  /** Images whose colours are converted, which no two libraries do alike. */
  inexact: number;
  inexactMaxAbsDiff: number | null;
  /** Least, of the app's probabilities of an image and the reader's. */
  cosine: number | null;
  top1Agreement: number | null;
  passed: boolean;
}

export interface Reading extends Recheck {
  /** Which classes are in it. */
  model: string;
  format: string;
  reader: string;
  /** Of the whole program: start, loading, decoding, answering. */
  seconds: number;
}

export class Table {
  readonly #rows: Reading[] = [];
  readonly #skipped: string[] = [];

  add(reading: Reading): void {
    this.#rows.push(reading);
  }

  /** Keeps what was not read and why, and gives it back. */
  skipped(what: string): string {
    if (!this.#skipped.includes(what)) this.#skipped.push(what);
    return what;
  }

  /** @param file where the figures go */
  finish(file: string): void {
    const head = ['model', 'format', 'reader', 'images', 'largest difference', 'cosine', 'top-1', 's'];
    const lines = [head, ...this.#rows.map(cells)].map((row) => `| ${row.join(' | ')} |`);
    lines.splice(1, 0, `|${' --- |'.repeat(head.length)}`);
    const skipped = this.#skipped.map((what) => `Not read: ${what}`);
    process.stderr.write(`\n${[...lines, ...skipped, `Figures: ${file}`].join('\n')}\n`);
    writeFileSync(file, JSON.stringify({ readings: this.#rows, skipped: this.#skipped }, null, 2) + '\n');
  }
}

function cells(row: Reading): string[] {
  const { model, format, reader, images, maxAbsDiff, inexact, inexactMaxAbsDiff, cosine, top1Agreement } =
    row;
  const other = inexact > 0 ? `; ${figure(inexactMaxAbsDiff)} of ${inexact} converted` : '';
  return [
    ...[model, format, reader, String(images), `${figure(maxAbsDiff)}${other}`],
    ...[cosine?.toFixed(8) ?? '', top1Agreement?.toFixed(3) ?? '', row.seconds.toFixed(1)],
  ];
}

const figure = (value: number | null): string => value?.toPrecision(2) ?? 'none';
