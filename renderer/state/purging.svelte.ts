/** @file Purging: what the project remembers of what was removed, a yes, and what was removed for good. */
import type { PurgeEntry, PurgeProgress, PurgeReport } from '../../main/contract/areas/purging';
import { banner, purging as words } from '../../strings';
import type { Parts } from './labelling';

export class PurgeState {
  readonly #parts: Parts;
  #open = $state(false);
  #plan = $state.raw<readonly PurgeEntry[] | null>(null);
  #report = $state.raw<PurgeReport | null>(null);
  #running = $state(false);
  /** As main last told it. */
  progress = $state.raw<PurgeProgress | null>(null);
  /** Whether the person said that they know. */
  sure = $state(false);

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get open(): boolean {
    return this.#open;
  }

  /** What would be removed; null while that is being found out. */
  get plan(): readonly PurgeEntry[] | null {
    return this.#plan;
  }

  /** What was; null before. */
  get report(): PurgeReport | null {
    return this.#report;
  }

  get running(): boolean {
    return this.#running;
  }

  async start(): Promise<void> {
    const { client, notices, project } = this.#parts;
    if (project.readOnly !== null) return notices.info(banner.readOnly);
    this.#plan = this.#report = null;
    this.sure = false;
    this.#open = true;
    const plan = await client.ask(words.couldNotLook, 'purge:plan');
    if (plan) this.#plan = plan;
    else this.close();
  }

  async run(): Promise<void> {
    if (!this.sure || this.#running) return;
    this.#running = true;
    this.progress = null;
    const report = await this.#parts.client.ask(words.couldNotLook, 'purge:run');
    this.#running = false;
    if (report) this.#report = report;
    else this.close();
  }

  /** Not while something is being removed: it would be done all the same. */
  close(): void {
    if (!this.#running) this.#open = false;
  }
}
