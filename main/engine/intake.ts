/**
 * @file Collects decoded images into batches for the backbone: a full batch at once, a smaller one when nothing
 * more has come for a moment. Pure; runs in the engine.
 */
import type { InputMessage } from '../images/decoder/protocol';

/** An image alone costs a third more than one among eight, so the next is waited for as long as a large one takes. */
const PATIENCE_MS = 60;

export class Intake {
  #waiting: InputMessage[] = [];
  #timer: NodeJS.Timeout | null = null;

  /** @param embed synchronous: inference blocks the engine's thread anyway */
  constructor(
    private readonly batch: number,
    private readonly embed: (batch: InputMessage[]) => void,
  ) {}

  push(message: InputMessage): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#waiting.push(message);
    if (this.#waiting.length >= this.batch) this.#flush();
    else this.#timer = setTimeout(() => this.#flush(), PATIENCE_MS);
  }

  #flush(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const batch = this.#waiting;
    this.#waiting = [];
    if (batch.length > 0) this.embed(batch);
  }
}
