/**
 * @file What should not have happened, noted and told: to the window, which shows it calmly, or by a dialog of the system where
 * the window is what failed. A report is a file or a text in the clipboard, and what becomes of it is the person's affair. Runs
 * in main.
 */
import { clipboard } from 'electron';
import { promises as fs } from 'node:fs';
import type { Fault, FaultKind, WindowFault } from '../../contract/areas/faults';
import { PersonError, describe } from '../../contract/errors';
import { log } from '../log';
import { reportText, type ReportParts } from './report';
import { scrub } from './scrub';
import { told } from '../../../strings/words';

export interface FaultParts {
  /** What a report says beside the fault itself. */
  about: () => Promise<Omit<ReportParts, 'fault' | 'count'>>;
  /** Shows it to the person. */
  tell: (fault: Fault) => void;
  /** Where to save a report of this name; null: cancelled. */
  chooseFile: (name: string) => Promise<string | null>;
}

/** An engine that ends so often within so long has something that it should not have. */
const ENDS = 3;
const WITHIN_MS = 120_000;
const MESSAGE_LENGTH = 300;

export class Faults {
  #latest: ReportParts['fault'] = null;
  #count = 0;
  #engineEnds: number[] = [];
  /** A fault that comes again and again is told once. */
  readonly #told = new Set<string>();

  constructor(private readonly parts: FaultParts) {}

  /** What nobody caught in main is written down by `logUncaught`; here it is told. */
  watchMain(): void {
    process.on('uncaughtException', (error) => this.happened('main', error));
    process.on('unhandledRejection', (reason) => this.happened('main', reason));
  }

  ofWindow({ message, stack }: WindowFault): void {
    log.error('fault of the window', stack || message);
    this.happened('window', { message, stack });
  }

  /** The engine ended, or the decoder could not be started again. */
  lost(helper: 'engine' | 'decoder'): void {
    if (helper === 'decoder') return this.happened('decoder', new Error('The decoder could not be started.'));
    const now = Date.now();
    this.#engineEnds = [...this.#engineEnds.filter((at) => now - at < WITHIN_MS), now];
    if (this.#engineEnds.length < ENDS) return;
    this.#engineEnds = [];
    this.happened('engine', new Error(`The engine ended ${ENDS} times within two minutes.`));
  }

  /** Noted for the report, and told unless the same was told before. */
  happened(kind: FaultKind, error: unknown): void {
    const stack = this.note(kind, error);
    if (this.#told.has(stack)) return;
    this.#told.add(stack);
    void this.#tell(kind, error);
  }

  /** Noted for the report and told by whoever calls. @returns what is known of it */
  note(kind: string, error: unknown): string {
    const { stack } = (typeof error === 'object' && error !== null ? error : {}) as { stack?: unknown };
    const text = typeof stack === 'string' && stack !== '' ? stack : messageOf(error);
    this.#latest = { kind, at: new Date(), stack: text };
    this.#count += 1;
    return text;
  }

  /** The report, of the last fault or of none. */
  async text(): Promise<string> {
    return reportText({ ...(await this.parts.about()), fault: this.#latest, count: this.#count });
  }

  /** @returns where it was saved; null: the person cancelled. @throws PersonError where it cannot be written */
  async save(): Promise<string | null> {
    const text = await this.text();
    const file = await this.parts.chooseFile(
      `imprint-studio-report-${new Date().toISOString().slice(0, 10)}.txt`,
    );
    if (file === null) return null;
    try {
      await fs.writeFile(file, text);
    } catch (error) {
      throw new PersonError(told().shell.reportNotWritten(file), describe(error));
    }
    return file;
  }

  async copy(): Promise<void> {
    void clipboard.writeText(await this.text());
  }

  async #tell(kind: FaultKind, error: unknown): Promise<void> {
    const { private: secret } = await this.parts.about();
    const [first = ''] = scrub(messageOf(error), secret).split('\n');
    this.parts.tell({ kind, message: first.slice(0, MESSAGE_LENGTH) });
  }
}

function messageOf(error: unknown): string {
  const { message } = (typeof error === 'object' && error !== null ? error : {}) as { message?: unknown };
  return typeof message === 'string' ? message : String(error);
}
