/**
 * @file Collects decoded images into batches for the backbone: a full batch at once, a smaller one when nothing
 * more has come for a moment. Pure; runs in the engine.
 */
import type { InputMessage } from '../images/decoder/protocol';

/** Larger batches gain nothing on two cores and block the engine's answers for longer. */
const BATCH = 16;
const PATIENCE_MS = 15;

export class Intake {
  #waiting: InputMessage[] = [];
  #timer: NodeJS.Timeout | null = null;

  /** @param embed synchronous: inference blocks the engine's thread anyway */
  constructor(private readonly embed: (batch: InputMessage[]) => void) {}

  push(message: InputMessage): void {
    this.#waiting.push(message);
    if (this.#waiting.length >= BATCH) this.#flush();
    else this.#timer ??= setTimeout(() => this.#flush(), PATIENCE_MS);
  }

  #flush(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const batch = this.#waiting;
    this.#waiting = [];
    if (batch.length > 0) this.embed(batch);
  }
}
