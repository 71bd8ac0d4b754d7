/**
 * @file The window's exports: one at a time, stopped on request, the last one remembered. Runs in main.
 */
import { PersonError } from '../contract/errors';
import type { ExportOptions, ExportProgress } from '../contract/exporting';
import type { Core } from '../core';
import { requireExportable } from '../desk/backbones/limits';
import type { Session } from '../desk/session';
import { exportModel } from './exportModel';
import { ExportCancelled, ExportCheckFailed, type ExportOutcome } from './request';
import { exportParts } from './sessionParts';
import { told } from '../../strings/words';

export interface ExporterParts {
  core: Core;
  version: string;
  progress: (progress: ExportProgress) => void;
}

/** Between two chances to stop lies the writing of one format, a second or two. */
const PATIENCE_MS = 10_000;

export class Exporter {
  #running: { stop: AbortController; ended: Promise<unknown> } | null = null;
  #last: ExportOutcome | null = null;

  constructor(private readonly parts: ExporterParts) {}

  /** The last export, or null. */
  get last(): ExportOutcome | null {
    return this.#last;
  }

  /**
   * Exports into a new folder in `directory`.
   * @returns what was written and what the check found, also where it failed; null where the export was cancelled
   * @throws PersonError where nothing could be exported
   */
  async run(session: Session, options: ExportOptions, directory: string): Promise<ExportOutcome | null> {
    if (this.#running) throw new PersonError(told().exports.underWay);
    requireExportable(session.store.document.settings.backbone);
    const stop = new AbortController();
    const outcome = this.#export(session, options, directory, stop.signal);
    this.#running = { stop, ended: outcome.catch(() => undefined) };
    try {
      const written = await outcome;
      this.#last = written ?? this.#last;
      return written;
    } finally {
      this.#running = null;
    }
  }

  /** What is under way ends soon and leaves nothing. */
  cancel(): void {
    this.#running?.stop.abort();
  }

  /** Cancels, and resolves when nothing is under way any more, or hangs. */
  async end(): Promise<void> {
    if (!this.#running) return;
    this.cancel();
    const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
    await Promise.race([this.#running.ended, patience]);
  }

  async #export(
    session: Session,
    options: ExportOptions,
    directory: string,
    signal: AbortSignal,
  ): Promise<ExportOutcome | null> {
    const { core, version, progress } = this.parts;
    const target = { kind: 'inside', directory, name: session.name } as const;
    try {
      return await exportModel(exportParts(core, session, version), { ...options, target, progress, signal });
    } catch (error) {
      if (error instanceof ExportCancelled) return null;
      if (error instanceof ExportCheckFailed) return error.outcome;
      throw error;
    }
  }
}
