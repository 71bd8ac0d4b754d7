/**
 * @file The image files that an export is checked with, decoded anew for the checking process. Runs in main; knows no
 * Electron.
 */
import { PersonError, describe } from '../contract/errors';
import type { CheckLine, Decoding } from './checkLine';
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

export class FreshInputs {
  readonly #decoded = new Map<string, FreshInput[]>();

  constructor(private readonly parts: FreshInputsParts) {}

  /**
   * Inputs of rows, in ascending order; formats that want the same ones share them.
   * @throws PersonError where no file can be read as it was
   */
  async of(rows: readonly number[], decoding: Decoding): Promise<FreshInput[]> {
    const key = JSON.stringify({ rows, decoding });
    const inputs = this.#decoded.get(key) ?? (await this.#decodeAll(rows, decoding));
    this.#decoded.set(key, inputs);
    return inputs;
  }

  async #decodeAll(rows: readonly number[], decoding: Decoding): Promise<FreshInput[]> {
    const waiting = [...rows];
    const inputs: FreshInput[] = [];
    const lane = async (): Promise<void> => {
      for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
        const input = await this.#decode(index, decoding);
        if (input) inputs.push(input);
        this.parts.tick(1);
      }
    };
    await Promise.all(Array.from({ length: AHEAD }, lane));
    if (inputs.length === 0) throw new PersonError(told().exports.noFileToCheck);
    return inputs.sort((a, b) => a.index - b.index);
  }

  /** A file that is gone or has changed says nothing of the export. */
  async #decode(index: number, decoding: Decoding): Promise<FreshInput | null> {
    const { id, result } = this.parts.line.decode(index, decoding);
    const answer = await result.catch((error: unknown) => {
      throw new PersonError(`${told().exports.notChecked} ${describe(error)}`);
    });
    if ('failure' in answer || answer.hash !== this.parts.hash(index)) return null;
    return { index, id, hash: answer.hash };
  }
}
