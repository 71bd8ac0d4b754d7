/** @file Work that can wait until what the person asked for is on the screen. */

/** Runs the work once after the next frame, however often it is asked for; at once where nothing is drawn. */
export class AfterPaint {
  readonly #work: () => void;
  #asked = false;

  constructor(work: () => void) {
    this.#work = work;
  }

  ask(): void {
    if (typeof requestAnimationFrame === 'undefined') return this.#work();
    if (this.#asked) return;
    this.#asked = true;
    // The frame's own callbacks run before it is painted; a task of its own runs after.
    requestAnimationFrame(() => setTimeout(() => this.#run()));
  }

  #run(): void {
    this.#asked = false;
    this.#work();
  }
}
