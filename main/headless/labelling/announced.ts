/** @file Overhears what main tells the window, without the window or main doing anything for it. Runs in main. */
import type { WebContents } from 'electron';
import type { EventName, Events } from '../../contract/calls';
import { PersonError } from '../../contract/errors';

const PATIENCE_MS = 60_000;

export class Announced {
  readonly #last: { [E in EventName]?: Events[E] } = {};
  readonly #waiting = new Set<() => void>();

  constructor(contents: WebContents) {
    const send = contents.send.bind(contents);
    contents.send = (channel, ...args: unknown[]) => {
      send(channel, ...args);
      this.#last[channel as 'app:notice'] = args[0] as Events['app:notice'];
      for (const look of [...this.#waiting]) look();
    };
  }

  last<E extends EventName>(event: E): Events[E] | undefined {
    return this.#last[event];
  }

  /**
   * Resolves at the announcement after which the condition holds, at once where it holds already.
   * @throws {PersonError} where that does not come
   */
  until(what: string, holds: () => boolean, patience = PATIENCE_MS): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(look);
        reject(new PersonError(`The bench waited in vain until ${what}.`));
      }, patience);
      const look = (): void => {
        if (!holds()) return;
        this.#waiting.delete(look);
        clearTimeout(timer);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
  }
}
