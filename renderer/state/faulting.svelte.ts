/** @file What should not have happened: told to main, shown to the person, and its report. Nothing of it is sent. */
import type { Fault } from '../../main/contract/areas/faults';
import { faults as words } from '../../strings';
import type { Client } from './client';

/** A box that changes its size while it is measured is measured again, and that is all. */
const HARMLESS = /^(?:Uncaught )?ResizeObserver loop/;

export class Faulting {
  readonly #client: Client;
  #fault = $state.raw<Fault | null>(null);
  #report = $state.raw<string | null>(null);
  #done = $state('');

  constructor(client: Client) {
    this.#client = client;
  }

  /** The one that is shown; another one meanwhile is in the report. */
  get fault(): Fault | null {
    return this.#fault;
  }
  /** What a report says, once that was asked for. */
  get report(): string | null {
    return this.#report;
  }
  /** What became of the report, as a sentence. */
  get done(): string {
    return this.#done;
  }

  happened(fault: Fault): void {
    if (this.#fault) return;
    this.#report = null;
    this.#done = '';
    this.#fault = fault;
  }

  /** What the page itself ran into; main says whether the person hears of it. */
  tell(error: unknown): void {
    const { message = String(error), stack = '' } = error instanceof Error ? error : {};
    if (HARMLESS.test(message)) return;
    const fault = { message: message.slice(0, 10_000), stack: stack.slice(0, 20_000) };
    // Where even that fails there is nobody left to tell.
    this.#client.bridge.call('fault:report', fault).catch(() => undefined);
  }

  async read(): Promise<void> {
    this.#report ??= (await this.#client.ask(words.couldNotSave, 'fault:text')) ?? null;
  }

  async save(): Promise<void> {
    const file = await this.#client.ask(words.couldNotSave, 'fault:save');
    if (file) this.#done = words.saved(file);
  }

  async copy(): Promise<void> {
    const done = await this.#client.attempt(words.couldNotCopy, async () => {
      await this.#client.bridge.call('fault:copy');
      return true;
    });
    if (done) this.#done = words.copied;
  }

  async showLog(): Promise<void> {
    await this.#client.ask(words.couldNotShow, 'log:show');
  }

  close(): void {
    this.#fault = null;
  }
}
