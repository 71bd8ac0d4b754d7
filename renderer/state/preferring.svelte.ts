/** @file The preferences while their dialog is open: what main says they are, and what becomes of the cache. */
import type {
  CacheContents,
  CacheUse,
  PreferenceChange,
  PreferenceState,
} from '../../main/contract/areas/preferences';
import { preferring as words } from '../../strings';
import type { Client } from './client';

/** What is asked of the cache within the dialog. */
export type CacheQuestion = 'move' | 'empty';

export class Preferring {
  readonly #client: Client;
  #open = $state(false);
  #known = $state.raw<PreferenceState | null>(null);
  #use = $state.raw<CacheUse | null>(null);
  #working = $state(false);
  #question = $state<CacheQuestion | null>(null);
  /** Whether what is in the cache goes along with it. */
  contents = $state<CacheContents>('move');

  constructor(client: Client) {
    this.#client = client;
  }

  get open(): boolean {
    return this.#open;
  }
  /** Null before main has said. */
  get known(): PreferenceState | null {
    return this.#known;
  }
  /** Null while it is being found out. */
  get use(): CacheUse | null {
    return this.#use;
  }
  get working(): boolean {
    return this.#working;
  }
  get question(): CacheQuestion | null {
    return this.#question;
  }

  async start(): Promise<void> {
    this.#question = null;
    this.#use = null;
    const known = await this.#client.ask(words.couldNot, 'preferences:state');
    if (!known) return;
    this.#known = known;
    this.#open = true;
    await this.#measure();
  }

  async change(change: PreferenceChange): Promise<void> {
    const known = await this.#client.ask(words.couldNotChange, 'preferences:change', change);
    if (known) this.#known = known;
    if (change.thumbnailLimit !== undefined) await this.#measure();
  }

  ask(question: CacheQuestion | null): void {
    if (!this.#working) this.#question = question;
  }

  async move(to: 'choose' | 'usual'): Promise<void> {
    const known = await this.#work(() => this.#client.ask(words.couldNotMove, `cache:${to}`, this.contents));
    if (!known) return;
    this.#known = known;
    this.#question = null;
    await this.#measure();
  }

  async empty(): Promise<void> {
    const use = await this.#work(() => this.#client.ask(words.couldNotEmpty, 'cache:empty'));
    this.#question = null;
    if (use) this.#use = use;
  }

  /** Not while the cache is being moved, which would go on all the same. */
  close(): void {
    if (!this.#working) this.#open = false;
  }

  async #work<T>(work: () => Promise<T>): Promise<T> {
    this.#working = true;
    try {
      return await work();
    } finally {
      this.#working = false;
    }
  }

  async #measure(): Promise<void> {
    this.#use = (await this.#client.ask(words.couldNot, 'cache:use')) ?? null;
  }
}
