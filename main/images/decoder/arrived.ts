/** @file Pixels that have come from the decoder, for a process that main asks by the numbers of their jobs. Knows no Electron. */
import type { InputMessage } from './protocol';

/** The decoder's word to main may come before its pixels come here. */
const PATIENCE_MS = 20_000;

export class ArrivedPixels {
  readonly #pixels = new Map<number, Uint8Array>();
  #arrived = (): void => undefined;

  push({ id, pixels }: InputMessage): void {
    this.#pixels.set(id, pixels);
    this.#arrived();
  }

  clear(): void {
    this.#pixels.clear();
  }

  /** @throws Error where some do not come */
  async of(ids: readonly number[]): Promise<Uint8Array[]> {
    const until = Date.now() + PATIENCE_MS;
    while (ids.some((id) => !this.#pixels.has(id))) {
      if (Date.now() > until) throw new Error('some pixels never came from the decoder');
      await this.#nextArrival();
    }
    return ids.map((id) => this.#pixels.get(id)!);
  }

  #nextArrival(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, 100);
      this.#arrived = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
