/**
 * @file When the folders are looked through because something in them changed: soon, once for many changes, and never
 * for more than a small share of the time. Pure but for the clock; runs in main.
 */

export interface RescanTimes {
  /** Quiet time after a change before looking, ms: a copy of many files is one look. */
  settle: number;
  /** Looked at the latest so long after a change, ms, however many follow. */
  latest: number;
  /** A look that took so long is followed by `share` times that without one. */
  share: number;
}

const USUAL: RescanTimes = { settle: 1000, latest: 5000, share: 10 };

export class Rescans {
  #timer: NodeJS.Timeout | null = null;
  #since: number | null = null;
  #notBefore = 0;
  #looking = false;
  #closed = false;

  constructor(
    private readonly look: () => Promise<void>,
    private readonly times: RescanTimes = USUAL,
  ) {}

  changed(): void {
    if (this.#closed) return;
    const now = performance.now();
    this.#since ??= now;
    if (this.#looking) return;
    if (this.#timer) clearTimeout(this.#timer);
    const { settle, latest } = this.times;
    const at = Math.max(Math.min(now + settle, this.#since + latest), this.#notBefore);
    this.#timer = setTimeout(() => void this.#run(), at - now);
    this.#timer.unref();
  }

  close(): void {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
  }

  async #run(): Promise<void> {
    this.#looking = true;
    this.#since = null;
    const begun = performance.now();
    await this.look();
    const end = performance.now();
    this.#notBefore = end + (end - begun) * this.times.share;
    this.#looking = false;
    if (this.#since !== null) this.changed();
  }
}
