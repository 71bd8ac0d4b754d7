/**
 * @file One export, step by step; between any two of them it can be stopped. Runs in main; knows no Electron.
 */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { PersonError } from '../contract/errors';
import type { ExportCheck, ExportFormat } from '../contract/model';
import type { ExportFacts } from '../engine/export/preparedExport';
import { CHECK_FILE } from '../engine/modelFile/metadata';
import { syncFolder, writeNew } from '../projects/files';
import { ExportChecker } from './check';
import { LIMIT, TIE } from './compare';
import {
  ExportCancelled,
  ExportCheckFailed,
  type ExportOutcome,
  type ExportParts,
  type ExportRequest,
} from './request';
import { sampleRows, SEED } from './sample';
import { copySamples } from './samples';
import { ONE_CLASS, STEPS } from './sentences';
import { prepareTarget, publish } from './target';

interface Written {
  format: ExportFormat;
  bytes: number;
}

export class ExportRun {
  constructor(
    private readonly parts: ExportParts,
    private readonly request: ExportRequest,
  ) {}

  /** See exportModel. */
  async run(): Promise<ExportOutcome> {
    const temporary = await prepareTarget(this.request.target);
    try {
      const facts = await this.#prepare();
      const written = await this.#write(temporary);
      const checks = await this.#check(temporary, facts, written);
      return await this.#publish(temporary, written, checks);
    } finally {
      await fs.rm(temporary, { recursive: true, force: true });
      await this.parts.engine.call('endExport', undefined).catch(() => undefined);
    }
  }

  async #prepare(): Promise<ExportFacts> {
    this.#step('prepare', 0, 1);
    const { engine, name, version, framing, boxes, lesson } = this.parts;
    const { base } = this.request;
    const about = { name, version, framing, boxes, createdAt: new Date().toISOString() };
    const facts = await engine.call('prepareExport', { lesson: lesson(base), about });
    if (base === 'none' && facts.labels.length < 2) throw new PersonError(ONE_CLASS);
    return facts;
  }

  async #write(temporary: string): Promise<Written[]> {
    const formats = [...new Set(this.request.formats)];
    const written: Written[] = [];
    for (const format of formats) {
      this.#step('write', written.length, formats.length);
      const folder = path.join(temporary, format);
      const { bytes } = await this.parts.engine.call('writeExport', { format, folder });
      const samples = await copySamples(this.parts.samples, format, folder);
      written.push({ format, bytes: bytes + samples });
    }
    return written;
  }

  async #check(temporary: string, facts: ExportFacts, written: readonly Written[]): Promise<ExportCheck[]> {
    const { engine, hash, candidates } = this.parts;
    const rows = sampleRows(candidates());
    this.#step('check', 0, rows.length * (1 + written.length));
    const line = await this.parts.startCheck();
    const { signal } = this.request;
    // A checking process that stands still would never come to the next step.
    const stop = (): void => line.stop();
    signal?.addEventListener('abort', stop);
    const checker = new ExportChecker({
      line,
      rows,
      hash,
      facts,
      models: written.length,
      reference: (some) => engine.call('exportReference', { rows: some }),
      progress: (done, total) => this.#step('check', done, total),
    });
    try {
      const checks: ExportCheck[] = [];
      for (const { format } of written) checks.push(await checker.check(path.join(temporary, format)));
      return checks;
    } catch (error) {
      throw signal?.aborted ? new ExportCancelled() : error;
    } finally {
      signal?.removeEventListener('abort', stop);
      stop();
    }
  }

  async #publish(
    temporary: string,
    written: readonly Written[],
    checks: readonly ExportCheck[],
  ): Promise<ExportOutcome> {
    for (const [i, { format }] of written.entries())
      await keepCheck(path.join(temporary, format), checks[i]!);
    const passed = checks.every((check) => check.passed);
    const folder = await publish(temporary, this.request.target, passed ? '' : '.failed');
    const models = written.map(({ format, bytes }, i) => ({
      format,
      path: path.join(folder, format),
      bytes,
      check: checks[i]!,
    }));
    if (!passed) throw new ExportCheckFailed({ folder, models });
    return { folder, models };
  }

  /** Tells how far it is, and stops where that was asked for. */
  #step(step: keyof typeof STEPS, done: number, total: number): void {
    if (this.request.signal?.aborted) throw new ExportCancelled();
    this.request.progress?.({ step: STEPS[step], done, total });
  }
}

async function keepCheck(folder: string, check: ExportCheck): Promise<void> {
  const conditions = { limit: LIMIT, tie: TIE, seed: SEED, checkedAt: new Date().toISOString() };
  const text = JSON.stringify({ ...check, ...conditions }, null, 2) + '\n';
  await writeNew(path.join(folder, CHECK_FILE), Buffer.from(text));
  await syncFolder(folder);
}
