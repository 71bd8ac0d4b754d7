/** @file Images per second over the last few seconds, and from it the time that is left. Pure. */

const WINDOW_MS = 5_000;
/** Below this span a rate would jump about. */
const LEAST_SPAN_MS = 500;

export class RateMeter {
  readonly #marks: { at: number; done: number }[] = [];

  /** @param at milliseconds of any monotonic clock */
  mark(done: number, at: number): void {
    this.#marks.push({ at, done });
    while (this.#marks.length > 2 && at - (this.#marks[0]?.at ?? at) > WINDOW_MS) this.#marks.shift();
  }

  /** A pause would otherwise count as slow work. */
  reset(): void {
    this.#marks.length = 0;
  }

  /** Images per second, or null while too little is known. */
  get rate(): number | null {
    const first = this.#marks[0];
    const last = this.#marks[this.#marks.length - 1];
    if (!first || !last || last.at - first.at < LEAST_SPAN_MS || last.done === first.done) return null;
    return ((last.done - first.done) * 1000) / (last.at - first.at);
  }

  secondsLeft(remaining: number): number | null {
    const rate = this.rate;
    return rate === null ? null : remaining / rate;
  }
}
