/** @file Many small changes, told together a moment later. Pure. */

export class Gathered {
  #timer: NodeJS.Timeout | null = null;

  /** @param wait milliseconds from the first change to the telling */
  constructor(
    private readonly wait: number,
    private readonly tell: () => void,
  ) {}

  mark(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.tell();
    }, this.wait);
  }

  /** Tells now what was marked. */
  flush(): void {
    if (!this.#timer) return;
    this.cancel();
    this.tell();
  }

  cancel(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
