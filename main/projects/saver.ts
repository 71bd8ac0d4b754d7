/**
 * @file Sees to it that what is queued reaches the disk: one write at a time, everything that came in meanwhile in the
 * next, and again after a failure until it succeeds. Runs in main.
 *
 * [Note: what 'not saved' means] An entry is answered when it is on the disk, or rejected when it is given up
 * (`abandon`); in between it waits, and the state says so. It is never rolled back for a failed write: a full disk
 * must not cost a person the labels they gave.
 */
import type { SaveState } from '../contract/model';

export interface SaverOptions<T> {
  /** Writes everything queued so far; what is queued while it runs is not part of it. */
  write: () => Promise<void>;
  /** The entries that this write put on the disk, in order. */
  saved: (entries: T[]) => void;
  stateChanged: (state: SaveState) => void;
  /** The sentence for a failure, with `waiting` entries not saved. */
  describe: (error: unknown, waiting: number) => string;
  /** Whether trying again by itself makes sense. */
  mayPass: (error: unknown) => boolean;
  /** Waits between tries, ms; the last one repeats. */
  delays: readonly number[];
}

export const RETRY_DELAYS = [1000, 2000, 5000, 10_000, 30_000] as const;

export class Saver<T> {
  #queue: T[] = [];
  #state: SaveState = { kind: 'saved' };
  #running = false;
  #abandoned = false;
  #failures = 0;
  #lastError: unknown = null;
  #wake: (() => void) | null = null;
  #afterAttempt: (() => void)[] = [];

  constructor(private readonly options: SaverOptions<T>) {}

  get state(): SaveState {
    return this.#state;
  }

  /** How many entries are not on the disk. */
  get waiting(): number {
    return this.#queue.length;
  }

  push(entry: T): void {
    this.#queue.push(entry);
    if (this.#state.kind === 'failed') this.#reportFailure();
    if (!this.#running) void this.#run();
  }

  /** Tries at once instead of after the wait. Answers with the state after the next write. */
  async retry(): Promise<SaveState> {
    if (!this.#running) return this.#state;
    const attempted = new Promise<void>((resolve) => this.#afterAttempt.push(resolve));
    if (this.#wake) this.#setState({ kind: 'saving' });
    this.#wake?.();
    await attempted;
    return this.#state;
  }

  /** Answers when all is saved, or a write has failed. */
  async settle(): Promise<SaveState> {
    while (this.#running && this.#state.kind !== 'failed') await this.retry();
    return this.#state;
  }

  /** Resolves when what is queued at this moment is saved, whatever comes meanwhile, or a write has failed. */
  async caughtUp(): Promise<void> {
    const last = this.#queue.at(-1);
    while (last !== undefined && this.#queue.includes(last) && this.#state.kind !== 'failed')
      await this.retry();
  }

  /** Gives up what is not saved and hands it back. The state stays what it was: nothing was saved by this. */
  abandon(): T[] {
    this.#abandoned = true;
    const abandoned = this.#queue;
    this.#queue = [];
    this.#wake?.();
    return abandoned;
  }

  async #run(): Promise<void> {
    this.#running = true;
    await Promise.resolve(); // Commands of the same moment share the first write.
    while (this.#queue.length > 0) {
      if (this.#state.kind !== 'failed') this.#setState({ kind: 'saving' });
      if (await this.#attempt()) await this.#pause();
    }
    this.#running = false;
    if (!this.#abandoned) this.#setState({ kind: 'saved' });
    this.#answerAttempt();
  }

  /** One write. @returns whether it failed. */
  async #attempt(): Promise<boolean> {
    const count = this.#queue.length;
    try {
      await this.options.write();
    } catch (error) {
      this.#lastError = error;
      this.#failures++;
      this.#reportFailure();
      this.#answerAttempt();
      return true;
    }
    this.#failures = 0;
    this.options.saved(this.#queue.splice(0, count));
    if (this.#queue.length > 0) {
      this.#setState({ kind: 'saving' });
      this.#answerAttempt();
    }
    return false;
  }

  async #pause(): Promise<void> {
    const { delays, mayPass } = this.options;
    const delay = delays[Math.min(this.#failures, delays.length) - 1] ?? 1000;
    await new Promise<void>((resolve) => {
      const timer = mayPass(this.#lastError) ? setTimeout(resolve, delay) : null;
      this.#wake = () => {
        if (timer) clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = null;
  }

  #reportFailure(): void {
    this.#setState({ kind: 'failed', message: this.options.describe(this.#lastError, this.#queue.length) });
  }

  #setState(state: SaveState): void {
    if (state.kind !== 'failed' && state.kind === this.#state.kind) return;
    this.#state = state;
    this.options.stateChanged(state);
  }

  #answerAttempt(): void {
    const waiting = this.#afterAttempt;
    this.#afterAttempt = [];
    for (const resolve of waiting) resolve();
  }
}
