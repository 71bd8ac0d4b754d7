/**
 * @file Removes what a project still remembers of what was removed from it: looks what there is, and takes it away kind by kind.
 * Runs in main, with a window or without.
 *
 * Each kind is durable by itself and harms nothing that is needed, so a crash between two leaves the rest to the next time. A kind
 * that fails is reported, and the others go on.
 */
import { PURGE_KINDS } from '../../contract/areas/purging';
import type { PurgeEntry, PurgeKind, PurgeProgress, PurgeReport } from '../../contract/areas/purging';
import { describe, PersonError } from '../../contract/errors';
import { ProjectError } from '../../projects/errors';
import type { ProjectStore } from '../../projects/store';
import { EngineGone } from '../../engine/supervisor';
import { told } from '../../../strings/words';

/** One kind of what is remembered. */
export interface Purging {
  /** What there is now; `count` and `bytes` 0 where there is nothing. */
  look(): Promise<Omit<PurgeEntry, 'kind'>>;
  /** @throws where not all of it could be removed */
  remove(): Promise<unknown>;
}

export interface PurgerParts {
  store: Pick<ProjectStore, 'readOnly'>;
  kinds: Record<PurgeKind, Purging>;
  /** Images that were not read yet; Infinity while nobody knows. */
  unread: () => number;
  tell: (progress: PurgeProgress) => void;
}

export class Purger {
  #running = false;

  constructor(private readonly parts: PurgerParts) {}

  /** See 'purge:plan'. @throws PersonError where it cannot be said yet */
  async plan(): Promise<PurgeEntry[]> {
    this.#requireRead();
    const found: PurgeEntry[] = [];
    for (const kind of PURGE_KINDS) {
      const entry = { kind, ...(await this.parts.kinds[kind].look().catch(rethrown)) };
      if (entry.count > 0 || entry.bytes > 0) found.push(entry);
    }
    return found;
  }

  /** See 'purge:run'. @throws PersonError where nothing may be removed: nothing was */
  async run(): Promise<PurgeReport> {
    const { readOnly } = this.parts.store;
    if (readOnly !== null) throw new ProjectError('read-only', told().purging.nothingRemoved(readOnly));
    if (this.#running) throw new PersonError(told().purging.underWay);
    this.#running = true;
    try {
      return await this.#removeAll(await this.plan());
    } finally {
      this.#running = false;
    }
  }

  async #removeAll(entries: readonly PurgeEntry[]): Promise<PurgeReport> {
    const report: PurgeReport = { removed: [], failed: [] };
    for (const [done, entry] of entries.entries()) {
      this.parts.tell({ done, total: entries.length, kind: entry.kind });
      try {
        await this.parts.kinds[entry.kind].remove();
        report.removed.push(entry);
      } catch (error) {
        report.failed.push({ ...entry, reason: reasonOf(error) });
      }
    }
    return report;
  }

  #requireRead(): void {
    const left = this.parts.unread();
    if (left === 0) return;
    if (left === Infinity) throw new PersonError(told().purging.foldersLookedThrough);
    throw new PersonError(told().purging.imagesNotRead(left));
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof EngineGone ? told().purging.engineAgain : describe(error);

function rethrown(error: unknown): never {
  throw error instanceof EngineGone ? new PersonError(told().purging.engineAgain) : error;
}
