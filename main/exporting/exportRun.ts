/**
 * @file One export, step by step; between any two of them it can be stopped. Runs in main; knows no Electron.
 */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { PersonError } from '../contract/errors';
import type { ExportFormat } from '../contract/model';
import type { ExportFacts, WrittenModel } from '../engine/export/preparedExport';
import { ExportChecker, type Checked } from './check';
import { writeCheck } from './checkFile';
import {
  ExportCancelled,
  ExportCheckFailed,
  type ExportOutcome,
  type ExportParts,
  type ExportRequest,
} from './request';
import { sampleRows } from './sample';
import { copySamples } from './samples';
import { ONE_CLASS, STEPS } from './sentences';
import { StepMeter } from './stepMeter';
import { prepareTarget, publish } from './target';

interface Written extends WrittenModel {
  format: ExportFormat;
}

export class ExportRun {
  readonly #meter = new StepMeter();

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
      const model = await this.parts.engine.call('writeExport', { format, folder });
      const samples = await copySamples(this.parts.samples, format, folder);
      written.push({ format, ...model, bytes: model.bytes + samples });
    }
    return written;
  }

  async #check(temporary: string, facts: ExportFacts, written: readonly Written[]): Promise<Checked[]> {
    const { engine, hash, candidates } = this.parts;
    const rows = sampleRows(candidates());
    const passes = passesOf(written);
    this.#step('check', 0, rows.length * passes);
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
      passes,
      reference: (some) => engine.call('exportReference', { rows: some }),
      progress: (done, total) => this.#step('check', done, total),
    });
    try {
      const checks: Checked[] = [];
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
    checks: readonly Checked[],
  ): Promise<ExportOutcome> {
    for (const [i, { format }] of written.entries()) {
      const { check, answers } = checks[i]!;
      await writeCheck(path.join(temporary, format), format, check, answers);
    }
    const passed = checks.every(({ check }) => check.passed);
    const folder = await publish(temporary, this.request.target, passed ? '' : '.failed');
    const models = written.map(({ format, bytes }, i) => ({
      format,
      path: path.join(folder, format),
      bytes,
      check: checks[i]!.check,
    }));
    if (!passed) throw new ExportCheckFailed({ folder, models });
    return { folder, models };
  }

  /** Tells how far it is, and stops where that was asked for. */
  #step(step: keyof typeof STEPS, done: number, total: number): void {
    if (this.request.signal?.aborted) throw new ExportCancelled();
    this.request.progress?.(this.#meter.at(STEPS[step], done, total));
  }
}

/** Models share what is decoded alike; each is run once for each way it is looked at. */
function passesOf(written: readonly Written[]): number {
  const all = written.flatMap(({ framings }) => framings.map((framing) => JSON.stringify(framing)));
  return new Set(all).size + all.length;
}
