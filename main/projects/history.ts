/**
 * @file What can be undone and redone, without limit for as long as the project is open; the newest of it is kept over
 * a restart (`journal/`). Runs in main.
 */
import type { Step } from './journal/step';

export interface HistoryState {
  undo: Step[];
  redo: Step[];
}

export class History {
  readonly #undo: Step[];
  readonly #redo: Step[];

  constructor(state: HistoryState = { undo: [], redo: [] }) {
    this.#undo = [...state.undo];
    this.#redo = [...state.redo];
  }

  /** Remembers a new change; what had been undone can no longer be redone. */
  push(change: Step): void {
    this.#undo.push(change);
    this.#redo.length = 0;
  }

  /** The change to take back by its `inverse`, or null. */
  undo(): Step | null {
    return move(this.#undo, this.#redo);
  }

  /** The change to carry out again by its `patches`, or null. */
  redo(): Step | null {
    return move(this.#redo, this.#undo);
  }

  /** Nothing can be undone or redone any more. */
  forget(): void {
    this.#undo.length = this.#redo.length = 0;
  }

  /** What undo and redo would do, in words; null where there is nothing. */
  get titles(): { undo: string | null; redo: string | null } {
    return { undo: this.#undo.at(-1)?.title ?? null, redo: this.#redo.at(-1)?.title ?? null };
  }

  toJSON(): HistoryState {
    return { undo: [...this.#undo], redo: [...this.#redo] };
  }
}

function move(from: Step[], to: Step[]): Step | null {
  const change = from.pop();
  if (!change) return null;
  to.push(change);
  return change;
}
