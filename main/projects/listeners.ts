/** @file Who wants to hear of which event. Runs in main. */

export class Listeners<Events extends Record<keyof Events, unknown>> {
  readonly #heard = new Map<keyof Events, Set<(payload: never) => void>>();

  /** @returns how to stop listening. */
  add<E extends keyof Events>(event: E, listener: (payload: Events[E]) => void): () => void {
    const set = this.#heard.get(event) ?? new Set();
    this.#heard.set(event, set.add(listener));
    return () => void set.delete(listener);
  }

  /** Tells everyone. A listener that throws must not stop a save: its error surfaces by itself. */
  tell<E extends keyof Events>(event: E, payload: Events[E]): void {
    const listeners = this.#heard.get(event) as Set<(payload: Events[E]) => void> | undefined;
    for (const listener of listeners ?? []) {
      try {
        listener(payload);
      } catch (error) {
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}
