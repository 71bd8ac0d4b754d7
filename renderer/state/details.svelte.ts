/** @file Details of the focused image, asked for a moment after the focus rests and again when guesses change. */
import type { ItemDetails } from '../../main/contract/model';
import type { Client } from './client';
import { app } from '../../strings';

/** Longer than the repeat of a held arrow key, so that running through images asks for nothing. */
const REST_MS = 60;

export class DetailsState {
  readonly #client: Client;
  #current = $state.raw<ItemDetails | null>(null);
  #wanted = 0;

  constructor(client: Client) {
    this.#client = client;
  }

  /** What is known of the item; null for any other item, so that nothing wrong is shown while waiting. */
  of(item: string): ItemDetails | null {
    return this.#current?.item === item ? this.#current : null;
  }

  /** Asks for the item; the answered function gives up waiting. */
  want(item: string): () => void {
    const wanted = ++this.#wanted;
    const timer = setTimeout(() => void this.#fetch(item, wanted), REST_MS);
    return () => clearTimeout(timer);
  }

  async #fetch(item: string, wanted: number): Promise<void> {
    const answer = await this.#client.ask(app.couldNot.details, 'item:details', item);
    if (answer && wanted === this.#wanted) this.#current = answer;
  }
}
