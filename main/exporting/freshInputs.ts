/**
 * @file The image files that an export is checked with, decoded anew for the checking process. Runs in main; knows no
 * Electron.
 */
import { PersonError, describe } from '../contract/errors';
import type { Decoding } from '../engine/export/preparedExport';
import type { CheckLine } from './checkLine';
import { told } from '../../strings/words';

/** A row whose file is still what the app embedded, and its decode job. */
export interface FreshInput {
  index: number;
  id: number;
  /** SHA-256 of the file. */
  hash: string;
}

export interface FreshInputsParts {
  line: CheckLine;
  /** Content hash that the embedding of a row was made from. */
  hash: (index: number) => string | null;
  /** Told after each image; throws to stop. */
  tick: (images: number) => void;
}

/** Decoder workers find their next job without waiting for main. */
const AHEAD = 6;

/** Null where the file is gone or has changed: it says nothing of the export. */
type Coming = Promise<FreshInput | null>;

export class FreshInputs {
  readonly #decoded = new Map<string, Coming[]>();
  readonly #lanes: Coming[] = Array.from({ length: AHEAD }, () => Promise.resolve(null));

  constructor(private readonly parts: FreshInputsParts) {}

  /**
   * An input for each row, begun in the order in which they are asked for: the first can be run while the last are decoded. Whoever
   * wants the same ones shares them. Rejected with a PersonError where the decoder fails.
   */
  of(rows: readonly number[], decoding: Decoding): readonly Coming[] {
    const key = JSON.stringify({ rows, decoding });
    const inputs = this.#decoded.get(key) ?? this.#begin(rows, decoding);
    this.#decoded.set(key, inputs);
    return inputs;
  }

  #begin(rows: readonly number[], decoding: Decoding): Coming[] {
    return rows.map((row, i) => {
      const input = this.#lanes[i % AHEAD]!.then(() => this.#decode(row, decoding));
      // Nobody waits for the rest once one has failed.
      input.catch(() => undefined);
      this.#lanes[i % AHEAD] = input;
      return input;
    });
  }

  async #decode(index: number, decoding: Decoding): Coming {
    const { id, result } = this.parts.line.decode(index, decoding);
    const answer = await result.catch((error: unknown) => {
      throw new PersonError(`${told().exports.notChecked} ${describe(error)}`);
    });
    this.parts.tick(1);
    if ('failure' in answer || answer.hash !== this.parts.hash(index)) return null;
    return { index, id, hash: answer.hash };
  }
}
