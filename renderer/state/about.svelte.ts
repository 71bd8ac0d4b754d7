/** @file About: what main says the program is, and the licences of what is in it. */
import type { AboutFacts } from '../../main/contract/areas/faults';
import { about as words, faults as faultWords } from '../../strings';
import type { Client } from './client';

export class AboutState {
  readonly #client: Client;
  #open = $state(false);
  #facts = $state.raw<AboutFacts | null>(null);
  #licences = $state.raw<string | null>(null);
  #copied = $state(false);

  constructor(client: Client) {
    this.#client = client;
  }

  get open(): boolean {
    return this.#open;
  }
  get facts(): AboutFacts | null {
    return this.#facts;
  }
  /** The notices, while they are shown. */
  get licences(): string | null {
    return this.#licences;
  }
  get copied(): boolean {
    return this.#copied;
  }

  async start(): Promise<void> {
    this.#licences = null;
    this.#copied = false;
    const facts = await this.#client.ask(words.couldNot, 'about:facts');
    if (!facts) return;
    this.#facts = facts;
    this.#open = true;
  }

  async copy(): Promise<void> {
    const done = await this.#client.attempt(words.couldNotCopy, async () => {
      await this.#client.bridge.call('about:copy');
      return true;
    });
    this.#copied = done === true;
  }

  async showLicences(): Promise<void> {
    this.#licences = (await this.#client.ask(words.couldNotRead, 'about:licences')) ?? null;
  }

  async showLog(): Promise<void> {
    await this.#client.ask(faultWords.couldNotShow, 'log:show');
  }

  back(): void {
    this.#licences = null;
  }

  close(): void {
    this.#open = false;
  }
}
