/**
 * @file Named time-outs: setting one again replaces it, and all can be cleared at once. Runs in main.
 */
export class Timers {
  readonly #running = new Map<string | number, NodeJS.Timeout>();

  set(name: string | number, milliseconds: number, then: () => void): void {
    this.clear(name);
    const run = () => {
      this.#running.delete(name);
      then();
    };
    this.#running.set(name, setTimeout(run, milliseconds));
  }

  has(name: string | number): boolean {
    return this.#running.has(name);
  }

  clear(name: string | number): void {
    clearTimeout(this.#running.get(name));
    this.#running.delete(name);
  }

  clearAll(): void {
    for (const name of [...this.#running.keys()]) this.clear(name);
  }
}
