/**
 * @file The export check: the written files answer, from image files decoded afresh as their own metadata says, what
 * the app guesses. It shows that the file equals the app; it does not validate the model. Runs in main; knows no
 * Electron.
 */
import type { ExportCheck } from '../contract/model';
import type { ExportFacts } from '../engine/export/preparedExport';
import type { CheckLine } from './checkLine';
import { compare, passes, type Comparison } from './compare';
import { FreshInputs } from './freshInputs';
import { sentenceOf } from './sentences';

export interface CheckParts {
  line: CheckLine;
  /** Rows to check with. */
  rows: readonly number[];
  /** Content hash that the embedding of a row was made from. */
  hash: (index: number) => string | null;
  /** What the app says: probabilities of rows. */
  reference: (rows: number[]) => Promise<{ classes: string[]; probabilities: Float32Array }>;
  facts: ExportFacts;
  /** How many models will be checked. */
  models: number;
  /** Told after each image and each batch; throws to stop. */
  progress: (done: number, total: number) => void;
}

/** Images between two chances to stop. */
const BATCH = 16;

export class ExportChecker {
  readonly #inputs: FreshInputs;
  /** Images decoded, and images run through a model. */
  #done = 0;
  #checked = 0;

  constructor(private readonly parts: CheckParts) {
    const { line, rows, hash } = parts;
    this.#inputs = new FreshInputs({ line, rows, hash, tick: (images) => this.#tick(images) });
  }

  /**
   * Checks the model in `dir`.
   * @throws PersonError where the folder cannot be read back, or no image file can
   */
  async check(dir: string): Promise<ExportCheck> {
    const { line, rows, facts, reference } = this.parts;
    const { preprocessing, input, classes, scale } = await line.open(dir);
    const decoded = await this.#inputs.of({ framing: preprocessing.framing, size: input.size });
    const app = await reference(decoded.map(({ index }) => index));
    const probabilities = await this.#run(decoded.map(({ id }) => id));
    this.#tick(rows.length * (1 + ++this.#checked) - this.#done);
    const labels = classes.map(({ label }) => label);
    const found = compare(
      { labels: app.classes, probabilities: app.probabilities },
      { labels, probabilities },
    );
    return verdict(found ?? unlike(decoded.length), {
      labels: found !== null,
      scale: scale === facts.scale,
      leftOut: rows.length - decoded.length,
    });
  }

  async #run(ids: readonly number[]): Promise<Float32Array> {
    const tables: Float32Array[] = [];
    for (let start = 0; start < ids.length; start += BATCH) {
      tables.push(await this.parts.line.run(ids.slice(start, start + BATCH)));
      this.#tick(Math.min(BATCH, ids.length - start));
    }
    return joined(tables);
  }

  #tick(images: number): void {
    const total = this.parts.rows.length * (1 + this.parts.models);
    this.#done = Math.min(this.#done + images, total);
    this.parts.progress(this.#done, total);
  }
}

/** Other classes: nothing agrees. */
const unlike = (images: number): Comparison => ({ images, maxAbsDiff: 1, top1Agreement: 0 });

function verdict(
  found: Comparison,
  facts: { labels: boolean; scale: boolean; leftOut: number },
): ExportCheck {
  const passed = facts.labels && facts.scale && passes(found);
  return { ...found, passed, message: sentenceOf({ ...found, ...facts, passed }) };
}

function joined(tables: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(tables.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const table of tables) {
    all.set(table, at);
    at += table.length;
  }
  return all;
}
