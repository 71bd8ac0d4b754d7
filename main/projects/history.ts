/**
 * @file What can be undone and redone, without limit, for as long as the project is open. Everything in it is
 * plain data, so that it can be kept over a restart one day. Runs in main.
 */
import type { Change } from './patches';

export interface HistoryState {
  undo: Change[];
  redo: Change[];
}

export class History {
  readonly #undo: Change[];
  readonly #redo: Change[];

  constructor(state: HistoryState = { undo: [], redo: [] }) {
    this.#undo = [...state.undo];
    this.#redo = [...state.redo];
  }

  /** Remembers a new change; what had been undone can no longer be redone. */
  push(change: Change): void {
    this.#undo.push(change);
    this.#redo.length = 0;
  }

  /** The change to take back by its `inverse`, or null. */
  undo(): Change | null {
    return move(this.#undo, this.#redo);
  }

  /** The change to carry out again by its `patches`, or null. */
  redo(): Change | null {
    return move(this.#redo, this.#undo);
  }

  /** What undo and redo would do, in words; null where there is nothing. */
  get titles(): { undo: string | null; redo: string | null } {
    return { undo: this.#undo.at(-1)?.title ?? null, redo: this.#redo.at(-1)?.title ?? null };
  }

  toJSON(): HistoryState {
    return { undo: [...this.#undo], redo: [...this.#redo] };
  }
}

function move(from: Change[], to: Change[]): Change | null {
  const change = from.pop();
  if (!change) return null;
  to.push(change);
  return change;
}
