/**
 * @file One export, step by step; between any two of them it can be stopped. Runs in main; knows no Electron.
 */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { ExportNote } from '../contract/exported';
import { PersonError, describe } from '../contract/errors';
import type { ExportedModel } from '../contract/exporting';
import type { ExportFormat } from '../contract/model';
import type { ExportFacts, WrittenModel } from '../engine/export/preparedExport';
import { MANIFEST_FILE } from '../engine/modelFile/metadata';
import { writeNew } from '../projects/files';
import { ExportChecker, type Checked, type CheckRows } from './check';
import type { CheckLine } from './checkLine';
import { noteFor } from './exportNote';
import { formatUse } from './formatUse';
import { manifestOf, type Manifest } from './manifest';
import { writePaper } from './paper';
import {
  ExportCancelled,
  ExportCheckFailed,
  type ExportOutcome,
  type ExportParts,
  type ExportRequest,
} from './request';
import { MOST_CROPPED, sampleRows } from './sample';
import { copySamples } from './samples';
import { StepMeter, type ExportStep } from './stepMeter';
import { prepareTarget, publish } from './target';
import { told } from '../../strings/words';

interface Prepared {
  facts: ExportFacts;
  manifest: Manifest;
}

interface Written extends WrittenModel {
  format: ExportFormat;
  seconds: number;
}

interface ToCheck {
  line: CheckLine;
  facts: ExportFacts;
  written: readonly Written[];
}

interface TimedCheck extends Checked {
  seconds: number;
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
      return await this.#export(temporary);
    } finally {
      await fs.rm(temporary, { recursive: true, force: true });
      await this.parts.engine.call('endExport', undefined).catch(() => undefined);
    }
  }

  async #export(temporary: string): Promise<ExportOutcome> {
    // It starts while the model is made and written.
    const line = this.parts.startCheck();
    try {
      const prepared = await this.#prepare();
      await writeNew(path.join(temporary, MANIFEST_FILE), prepared.manifest.csv);
      const written = await this.#write(temporary);
      const checked = await this.#check(temporary, { line, facts: prepared.facts, written });
      return await this.#publish(temporary, prepared, written, checked);
    } finally {
      line.stop();
    }
  }

  async #prepare(): Promise<Prepared> {
    this.#step('prepare', 0, 1);
    const { engine, name, version, framing, boxes } = this.parts;
    const { base } = this.request;
    const lesson = this.parts.lesson(base);
    const manifest = manifestOf(this.parts.manifest(lesson));
    const { sha256, items } = manifest;
    const about = { name, version, framing, boxes, createdAt: new Date().toISOString() };
    const facts = await engine.call('prepareExport', {
      lesson,
      about: { ...about, manifest: { sha256, items } },
    });
    if (base === 'none' && facts.labels.length < 2) throw new PersonError(told().exports.tooFewClasses);
    return { facts, manifest };
  }

  async #write(temporary: string): Promise<Written[]> {
    const formats = [...new Set(this.request.formats)];
    const written: Written[] = [];
    for (const format of formats) {
      this.#step('write', written.length, formats.length);
      const begun = performance.now();
      const folder = path.join(temporary, format);
      const model = await this.parts.engine.call('writeExport', { format, folder });
      const samples = await copySamples(this.parts.samples, format, folder);
      written.push({ format, ...model, bytes: model.bytes + samples, seconds: secondsSince(begun) });
    }
    return written;
  }

  async #check(temporary: string, { line, facts, written }: ToCheck): Promise<TimedCheck[]> {
    const { engine, hash, candidates } = this.parts;
    const all = candidates();
    const rows = { checked: sampleRows(all), cropped: sampleRows(all, MOST_CROPPED) };
    const total = imagesOf(written, rows);
    this.#step('check', 0, total);
    const { signal } = this.request;
    // A checking process that stands still would never come to the next step.
    const stop = (): void => line.stop();
    signal?.addEventListener('abort', stop);
    const checker = new ExportChecker({
      line,
      rows,
      hash,
      facts,
      total,
      reference: (some) => engine.call('exportReference', { rows: some }),
      progress: (done, total) => this.#step('check', done, total),
    });
    try {
      const checks: TimedCheck[] = [];
      for (const { format, decodings } of written) {
        const begun = performance.now();
        checker.expect(decodings);
        const checked = await checker.check(path.join(temporary, format));
        checks.push({ ...checked, seconds: secondsSince(begun) });
      }
      return checks;
    } catch (error) {
      throw signal?.aborted ? new ExportCancelled() : error;
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  async #publish(
    temporary: string,
    { facts, manifest }: Prepared,
    written: readonly Written[],
    checked: readonly TimedCheck[],
  ): Promise<ExportOutcome> {
    const models: ExportedModel[] = [];
    for (const [i, { format, id, bytes, seconds: write }] of written.entries()) {
      const { seconds: check, ...found } = checked[i]!;
      const paper = await writePaper(path.join(temporary, format), format, found, facts);
      const [{ command } = { command: '' }] = formatUse[format].samples;
      const seconds = { write, check };
      models.push({ format, id, path: format, bytes: bytes + paper, check: found.check, command, seconds });
    }
    const passed = models.every(({ check }) => check.passed);
    const folder = await publish(temporary, this.request.target, passed ? '' : '.failed');
    const placed = models.map((model) => ({ ...model, path: path.join(folder, model.path) }));
    const { metadata } = checked[0]!;
    const outcome = { folder, models: placed };
    const note = noteFor({ outcome, figures: facts.figures, manifest: shortOf(manifest), metadata });
    const noted = { ...outcome, notNoted: await this.#note(note) };
    if (!passed) throw new ExportCheckFailed(noted);
    return noted;
  }

  /** The export is there already: a project that cannot remember it takes nothing from it. */
  async #note(note: ExportNote): Promise<string | null> {
    try {
      await this.parts.log.append(note);
      return null;
    } catch (error) {
      return `${told().exports.notNoted} ${describe(error)}`;
    }
  }

  /** Tells how far it is, and stops where that was asked for. */
  #step(step: ExportStep, done: number, total: number): void {
    if (this.request.signal?.aborted) throw new ExportCancelled();
    this.request.progress?.(this.#meter.at(step, done, total));
  }
}

const secondsSince = (begun: number): number => (performance.now() - begun) / 1000;

const shortOf = ({ sha256, items }: Manifest) => ({ sha256, items });

/** Decodings and answers. Models share what is decoded alike; each is run once for each way it is looked at. */
function imagesOf(written: readonly Written[], { checked, cropped }: CheckRows): number {
  const own = written.flatMap(({ decodings: [, cropping] }) => (cropping ? [JSON.stringify(cropping)] : []));
  return (1 + written.length) * checked.length + (new Set(own).size + own.length) * cropped.length;
}
