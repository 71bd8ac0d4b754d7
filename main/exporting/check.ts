/**
 * @file The export check: the written files answer, from image files decoded afresh as their own metadata says, what
 * the app guesses. It shows that the file equals the app; it does not validate the model. Runs in main; knows no
 * Electron.
 */
import { PersonError } from '../contract/errors';
import type { ExportCheck } from '../contract/model';
import type { ExportFacts } from '../engine/export/preparedExport';
import type { Metadata } from '../engine/modelFile/metadata';
import type { DecodeResult } from '../images/decoder/protocol';
import { compare, passes, type Comparison } from './compare';
import { NOTHING_TO_CHECK_WITH, sentenceOf } from './sentences';

/** How a file is to be decoded: what the export's metadata says, not what the project does. */
export type Decoding = Pick<Metadata['preprocessing'], 'framing'> & Pick<Metadata['input'], 'size'>;

/** A fresh process that runs the written model, and a decoder of its own. */
export interface CheckLine {
  open(dir: string): Promise<Metadata>;
  /** Decodes a row's file; the pixels go to the process under the id. */
  decode(index: number, decoding: Decoding): { id: number; result: Promise<DecodeResult> };
  /** Probabilities [ids, C] of the open model. */
  run(ids: number[]): Promise<Float32Array>;
  forget(): Promise<void>;
  stop(): void;
}

export interface CheckParts {
  line: CheckLine;
  /** Rows to check with. */
  rows: readonly number[];
  /** Content hash that the embedding of a row was made from. */
  hash: (index: number) => string | null;
  /** What the app says: probabilities of rows. */
  reference: (rows: number[]) => Promise<{ classes: string[]; probabilities: Float32Array }>;
  facts: ExportFacts;
  /** Told after each image; throws to stop. */
  progress: (done: number, total: number) => void;
}

/** A row whose file is still what the app embedded, and its decode job. */
interface Decoded {
  index: number;
  id: number;
}

/** Decoder workers find their next job without waiting for main. */
const AHEAD = 6;

export class ExportChecker {
  #inputs: { key: string; decoded: Decoded[] } | null = null;

  constructor(private readonly parts: CheckParts) {}

  /**
   * Checks the model in `dir`.
   * @throws PersonError where the folder cannot be read back, or no image file can
   */
  async check(dir: string): Promise<ExportCheck> {
    const { line, rows, facts, reference } = this.parts;
    const { preprocessing, input, classes, scale } = await line.open(dir);
    const decoded = await this.#decode({ framing: preprocessing.framing, size: input.size });
    const app = await reference(decoded.map(({ index }) => index));
    const probabilities = await line.run(decoded.map(({ id }) => id));
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

  /** Formats that want the same input share it. */
  async #decode(decoding: Decoding): Promise<Decoded[]> {
    const key = JSON.stringify(decoding);
    if (this.#inputs?.key !== key) {
      await this.parts.line.forget();
      this.#inputs = { key, decoded: await this.#decodeAll(decoding) };
    }
    return this.#inputs.decoded;
  }

  async #decodeAll(decoding: Decoding): Promise<Decoded[]> {
    const { rows, progress } = this.parts;
    const waiting = [...rows];
    const decoded: Decoded[] = [];
    let done = 0;
    const lane = async (): Promise<void> => {
      for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
        const found = await this.#decodeOne(index, decoding);
        if (found) decoded.push(found);
        progress(++done, rows.length);
      }
    };
    await Promise.all(Array.from({ length: AHEAD }, lane));
    if (decoded.length === 0) throw new PersonError(NOTHING_TO_CHECK_WITH);
    return decoded.sort((a, b) => a.index - b.index);
  }

  /** A file that is gone or has changed says nothing of the export. */
  async #decodeOne(index: number, decoding: Decoding): Promise<Decoded | null> {
    const { id, result } = this.parts.line.decode(index, decoding);
    const answer = await result;
    return 'failure' in answer || answer.hash !== this.parts.hash(index) ? null : { index, id };
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
