/** @file Tells main what the person sees, so that it is read first; only while something of it is not read yet. */
import { WAITING } from '../logic/rowTable';
import type { Client } from './client';

interface Looking {
  client: Pick<Client, 'bridge'>;
  project: { tables: { rows: { states: Uint8Array } } };
}

/** Who scrolls on sees the next rows before these would be there. */
const REST_MS = 120;
const MOST = 1000;

export class InView {
  readonly #client: Looking['client'];
  readonly #project: Looking['project'];
  #rows: () => readonly number[] = () => [];
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor({ client, project }: Looking) {
    this.#client = client;
    this.#project = project;
  }

  /** Something else is seen now. @param rows asked a moment later, what matters most first */
  changed(rows: () => readonly number[]): void {
    this.#rows = rows;
    this.#timer ??= setTimeout(() => this.#tell(), REST_MS);
  }

  /** What answered for these rows is gone, and must not be asked any more. What came in its place meanwhile stays. */
  gone(rows: () => readonly number[]): void {
    if (this.#rows !== rows || this.#timer === null) return;
    clearTimeout(this.#timer);
    this.#timer = null;
  }

  #tell(): void {
    this.#timer = null;
    const { states } = this.#project.tables.rows;
    const waiting = this.#rows()
      .filter((row) => states[row] === WAITING)
      .slice(0, MOST);
    // What cannot be told is read in its turn.
    if (waiting.length > 0) this.#client.bridge.call('images:inView', waiting).catch(() => undefined);
  }
}
