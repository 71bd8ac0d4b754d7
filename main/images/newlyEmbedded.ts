/** @file Rows that were just embedded become ready together, and guesses for them are asked for. Runs in main. */
import { EngineGone } from '../engine/supervisor';
import { told } from '../../strings/words';
import { Gathered } from './gathered';
import type { Items } from './items';

export interface NewlyEmbeddedParts {
  items: Pick<Items, 'row' | 'ready'>;
  /** Tells the engine of rows that are ready. */
  tell: (rows: number[]) => Promise<void>;
  trouble: (title: string, error: unknown) => void;
}

const GATHER_MS = 100;

export class NewlyEmbedded {
  readonly #soon = new Gathered(GATHER_MS, () => this.#tell());
  #rows: number[] = [];
  #telling: Promise<void> = Promise.resolve();

  constructor(private readonly parts: NewlyEmbeddedParts) {}

  add(index: number): void {
    this.#rows.push(index);
    this.#soon.mark();
  }

  /** Resolves when the engine counts every row that was added. */
  async settled(): Promise<void> {
    this.#soon.flush();
    await this.#telling;
  }

  close(): void {
    this.#soon.cancel();
  }

  #tell(): void {
    const { items, tell, trouble } = this.parts;
    const rows = this.#rows.filter((index) => items.row(index).state !== 'removed');
    this.#rows = [];
    for (const index of rows) items.ready(index);
    this.#telling = tell(rows).catch((error: unknown) => {
      // A new engine is told of every row that is ready, so nothing is lost.
      if (!(error instanceof EngineGone)) trouble(told().images.notAdded, error);
    });
  }
}
