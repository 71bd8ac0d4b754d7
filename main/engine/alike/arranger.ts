/**
 * @file The one arrangement under way: says how far it is, and is given up when it is not wanted any more. Runs in the engine. Between
 * two steps the person's lessons come first.
 */
import { setImmediate } from 'node:timers/promises';
import type { Arranging } from '../../contract/areas/search';
import { arrange, workOf, type ArrangeParts } from './arrange';

export interface ArrangerParts extends Pick<ArrangeParts, 'matrix' | 'scorer'> {
  /** Resolves when no lesson is being learnt. */
  readonly idle: () => Promise<void>;
  readonly tell: (progress: Arranging) => void;
}

class GivenUp extends Error {}

const TELL_MS = 250;
/** Before this share nothing can be said of the time left. */
const TELLING = 0.05;

export class Arranger {
  #turn = 0;

  constructor(private readonly parts: ArrangerParts) {}

  /**
   * @param leftOut rows that are not arranged
   * @returns every other row that has an embedding; null where it was cancelled, or another one was begun
   */
  async arrange(leftOut: readonly number[]): Promise<Uint32Array | null> {
    const turn = ++this.#turn;
    const rows = this.#rows(leftOut);
    try {
      return await arrange(rows, { ...this.parts, step: this.#steps(turn, workOf(rows.length)) });
    } catch (error) {
      if (error instanceof GivenUp) return null;
      throw error;
    }
  }

  cancel(): void {
    this.#turn++;
  }

  #rows(leftOut: readonly number[]): Uint32Array {
    const { matrix } = this.parts;
    const without = new Set(leftOut);
    const all = Uint32Array.from({ length: matrix.count }, (_, row) => row);
    return all.filter((row) => matrix.has(row) && !without.has(row));
  }

  #steps(turn: number, total: number): (work: number) => Promise<void> {
    const begun = performance.now();
    let [done, told] = [0, begun];
    return async (work) => {
      done += work;
      await setImmediate();
      await this.parts.idle();
      if (turn !== this.#turn) throw new GivenUp();
      const now = performance.now();
      if (now - told < TELL_MS) return;
      told = now;
      const share = done / total;
      const secondsLeft = share < TELLING ? null : ((now - begun) / 1000 / share) * (1 - share);
      this.parts.tell({ done, total, secondsLeft });
    };
  }
}
