/**
 * @file One training of the open project's backbone, from the labels of a moment to what it came to. Runs in main, with a window or
 * without.
 */
import type { TuningReport, TuningRequest, TuningRun, TuningStatus } from '../../contract/areas/tuning';
import { PersonError, describe } from '../../contract/errors';
import type { WorkProgress } from '../../contract/model';
import type { TunedAbout, TuningEngineEvents } from '../../engine/tuning/protocol';
import { EngineGone, type Engine } from '../../engine/supervisor';
import type { Library } from '../../images/library';
import type { PixelsAgain } from '../../images/pixelsAgain';
import { RateMeter } from '../../images/rate';
import type { LabelledItem } from './tuningItems';
import { told } from '../../../strings/words';

export interface JobParts {
  readonly engine: Pick<Engine, 'call'>;
  readonly files: Pick<Library['reader']['files'], 'pixelsAgain'>;
  /** Folder for features; null: held in memory only. */
  readonly features: string | null;
  /** @param atOnce false: where it was told a moment ago, the next time will do */
  readonly changed: (atOnce: boolean) => void;
}

const UNKNOWN: WorkProgress = { done: 0, total: null, rate: null, secondsLeft: null };
const BUSY = new Set<TuningStatus>(['reading', 'training']);

export class Job {
  /** What it learnt from, once it is ready. */
  learnt: TunedAbout['learnt'] = [];
  #shown: TuningRun;
  #again: PixelsAgain | null = null;
  /** What comes afterwards is not shown. */
  #isOver = false;
  readonly #meter = new RateMeter();

  constructor(
    private readonly items: readonly LabelledItem[],
    request: TuningRequest,
    private readonly parts: JobParts,
  ) {
    this.#shown = {
      ...{ request, status: 'reading', at: new Date().toISOString() },
      ...{ images: items.length, classes: new Set(items.map((item) => item.class)).size },
      groups: new Set(items.map((item) => `${item.class} ${item.group}`)).size,
      progress: UNKNOWN,
      ...{ epochs: [], best: null, leftOut: 0, report: null, trouble: null },
    };
  }

  get shown(): TuningRun {
    return this.#shown;
  }

  get isBusy(): boolean {
    return BUSY.has(this.#shown.status);
  }

  /** What it came to, where it is ready. */
  get report(): TuningReport | null {
    return this.#shown.status === 'ready' ? this.#shown.report : null;
  }

  /** Resolves when it is ready, has failed or was given up. */
  async run(): Promise<void> {
    try {
      await this.#read();
      if (this.#isOver) return;
      this.#show({ status: 'training', progress: { ...UNKNOWN, total: 100 } });
      const outcome = await this.parts.engine.call('tuningTrain', this.#shown.request);
      const { report, best, learnt, images, groups, classes, leftOut } = outcome;
      this.learnt = learnt
        .map((place) => this.items[place]!)
        .map(({ id, of, key }) => [id, of, key] as const);
      this.#show({ status: 'ready', report, best, images, groups, classes, leftOut });
    } catch (error) {
      this.#show({ status: 'failed', trouble: failureOf(error) });
    }
  }

  /** The engine is to be told by whoever gives it up. */
  giveUp(status: 'cancelled' | 'failed', trouble: string | null): void {
    this.#show({ status, trouble });
    this.#isOver = true;
    this.#again?.giveUp();
  }

  featured({ ids }: TuningEngineEvents['featured']): void {
    this.#again?.looked(ids);
  }

  rejected(ids: number[], reason: string): void {
    this.#again?.rejected(ids, reason);
  }

  progressed({ done, epochs }: TuningEngineEvents['tuning']): void {
    if (this.#shown.status !== 'training') return;
    this.#meter.mark(100 * done, performance.now());
    const secondsLeft = this.#meter.secondsLeft(100 - 100 * done);
    const progress = { done: Math.round(100 * done), total: 100, rate: null, secondsLeft };
    this.#show({ progress, epochs }, epochs.length > this.#shown.epochs.length);
  }

  /** What lies beside the backbone that came of it. */
  about(report: TuningReport): TunedAbout {
    const { request, at, images, groups, classes, best } = this.#shown;
    return { schema: 1, request, at, images, groups, classes, best: best ?? 0, report, learnt: this.learnt };
  }

  /** Has the images read whose features are not kept. */
  async #read(): Promise<void> {
    const { engine, files, features } = this.parts;
    const items = this.items.map(({ key, class: of, group, bulk }) => ({ key, class: of, group, bulk }));
    const { missing } = await engine.call('tuningBegin', { folder: features, items });
    if (this.#isOver || missing.length === 0) return;
    this.#again = files.pixelsAgain((progress) => {
      if (this.#shown.status === 'reading') this.#show({ progress }, false);
    });
    await this.#again.read(missing.map((place) => this.items[place]!.row));
    this.#again = null;
  }

  #show(changes: Partial<TuningRun>, atOnce = true): void {
    if (this.#isOver) return;
    this.#shown = { ...this.#shown, ...changes };
    this.parts.changed(atOnce);
  }
}

function failureOf(error: unknown): string {
  if (error instanceof EngineGone) return told().tuning.engineEnded;
  if (error instanceof PersonError) return error.message;
  return told().tuning.cameToNothing(describe(error));
}
