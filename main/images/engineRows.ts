/** @file Which rows the engine knows, and by which content: told anew to each engine that begins. Runs in main. */
import { EngineOpening } from './engineOpening';
import { handOver } from './handOver';
import type { Items } from './items';
import type { ReaderEvents, ReaderParts, Seeing } from './readerParts';
import { takeUp } from './takeUp';

export class EngineRows {
  readonly #opening: EngineOpening<Seeing>;
  /** Rows of folders that cannot be found: what was made of their content still holds. */
  readonly #away = new Set<number>();

  /** @param seeing as the project is seen now */
  constructor(
    private readonly items: Items,
    private readonly parts: ReaderParts,
    events: Pick<ReaderEvents, 'trouble'>,
    private readonly seeing: () => Seeing,
  ) {
    this.#opening = new EngineOpening(takeUp(parts, events));
  }

  /** Whether the engine knows this project: it can be taught. */
  get isOpen(): boolean {
    return this.#opening.isOpen;
  }

  /** Whether there is an engine that was told to open the project. */
  get isJoined(): boolean {
    return this.#opening.isJoined;
  }

  /** The engine is new, or the project is seen otherwise: it knows no rows yet. */
  begin(): Promise<void> {
    return this.#opening.begin(this.seeing);
  }

  /** The engine has ended. */
  engineGone(): void {
    this.#opening.gone();
  }

  /** @returns rows whose content the engine has no embedding of, as far as is known: a new engine is told all again */
  tell(rows: readonly number[]): Promise<number[]> {
    const isThere = (index: number): boolean => this.items.row(index).state === 'ready';
    const tell = (known: { index: number; hash: string }[]): Promise<number[]> =>
      this.parts.engine.call('setItems', known).then(({ missing }) => missing);
    return handOver(rows, {
      hash: (index) => (isThere(index) || this.#away.has(index) ? this.items.hash(index) : null),
      tell: (known) => (this.isOpen ? tell(known) : null),
    });
  }

  /** The rows' folder cannot be found: they go on with what was made of their content. */
  async keepAway(rows: readonly number[]): Promise<void> {
    for (const index of rows) this.#away.add(index);
    // What is missing cannot be made now.
    await this.tell(rows);
  }

  /** Of those that are away, as `keepAway` once did. */
  async tellAway(): Promise<void> {
    await this.tell([...this.#away]);
  }

  /** The rows' folder is there. */
  back(rows: readonly number[]): void {
    for (const index of rows) this.#away.delete(index);
  }

  forget(rows: readonly number[]): void {
    this.back(rows);
    const gone = rows.map((index) => ({ index, hash: null }));
    // A new engine is not told of them in the first place.
    if (this.isOpen && gone.length > 0) this.parts.engine.call('setItems', gone).catch(() => undefined);
  }
}
