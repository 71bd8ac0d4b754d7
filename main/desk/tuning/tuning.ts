/**
 * @file Tuning of the open project's backbone: one run at a time, from the labels of a moment to a backbone that may be kept, and which
 * backbone is in use. Runs in main, with a window or without.
 */
import type {
  TuningRequest,
  TuningRun,
  TuningStatus,
  TuningStanding,
  TuningState,
} from '../../contract/areas/tuning';
import { PersonError, describe } from '../../contract/errors';
import type { ProjectDocument, WorkProgress } from '../../contract/model';
import { MOST_ITEMS } from '../../engine/tuning/featureFile';
import type { TunedAbout, TuningEngineEvents } from '../../engine/tuning/protocol';
import { EngineGone, type Engine } from '../../engine/supervisor';
import type { Library } from '../../images/library';
import type { PixelsAgain } from '../../images/pixelsAgain';
import { RateMeter } from '../../images/rate';
import { DEFAULT_BACKBONE } from '../../projects/document';
import type { ProjectStore } from '../../projects/store';
import { isTuned } from './isTuned';
import type { KeptTunings } from './keptTunings';
import { lostOf, standingOf } from './standing';
import { tuningItems, type LabelledItem } from './tuningItems';
import {
  AWAY,
  BUSY,
  CHANGED,
  ENDED,
  LEAST_CLASSES,
  NO_RUN,
  NOTHING_BETTER,
  READ_ONLY,
  SEEN_OTHERWISE,
} from './sentences';

export interface TuningParts {
  store: Pick<ProjectStore, 'document' | 'apply' | 'readOnly'>;
  library: Pick<Library, 'items' | 'reader'>;
  engine: Pick<Engine, 'call'>;
  kept: KeptTunings;
  /** Folder for features; null: held in memory only. */
  features: string | null;
  changed: (state: TuningState) => void;
}

interface Run {
  readonly turn: number;
  readonly items: readonly LabelledItem[];
  readonly meter: RateMeter;
  again: PixelsAgain | null;
  learnt: TunedAbout['learnt'];
  shown: TuningRun;
}

/** Runs of which the engine holds something. */
const IN_HAND = new Set<TuningStatus>(['reading', 'training', 'ready']);
/** Between two tellings. */
const TELL_MS = 250;

export class Tuning {
  #run: Run | null = null;
  #standing: TuningStanding = { kind: 'shipped' };
  #learnt: TunedAbout['learnt'] = [];
  /** Counts up with each run and when one is given up: what comes for an older one is not shown. */
  #turn = 0;
  #told = -Infinity;
  /** How the project is seen; null: not known yet. */
  #seeing: string | null = null;
  #isKeeping = false;
  #working: Promise<void> = Promise.resolve();

  constructor(private readonly parts: TuningParts) {}

  get state(): TuningState {
    return { standing: this.#standing, run: this.#run?.shown ?? null };
  }

  /** Whether the backbone in use learnt from an item: what is said of it now is no estimate of anything. */
  learntFrom(): (item: string) => boolean {
    const items = new Set(this.#standing.kind === 'tuned' ? this.#learnt.map(([item]) => item) : []);
    return (item) => items.has(item);
  }

  /**
   * Which backbone the project is to be seen by now.
   * @returns the folder of a tuned one; null: the shipped one
   */
  async follow(document: ProjectDocument): Promise<string | null> {
    const { backbone } = document.settings;
    const about = isTuned(backbone) ? await this.parts.kept.about(backbone) : null;
    const standing = standingOf(document, about, this.parts.library.items);
    this.#seen(JSON.stringify([document.settings.framing, standing.kind === 'tuned' && backbone]));
    this.#learnt = about?.learnt ?? [];
    if (JSON.stringify(standing) !== JSON.stringify(this.#standing)) {
      this.#standing = standing;
      this.#tell();
    }
    return standing.kind === 'tuned' ? this.parts.kept.dirOf(backbone) : null;
  }

  /** Returns once it has begun; the state says what comes of it. @throws PersonError where nothing can be learnt */
  start(request: TuningRequest): void {
    const { store, library } = this.parts;
    if (this.#isBusy) throw new PersonError(BUSY);
    if (store.readOnly !== null) throw new PersonError(READ_ONLY);
    const items = tuningItems(store.document, library.items, MOST_ITEMS, request.seed);
    const classes = new Set(items.map((item) => item.class)).size;
    if (classes < 2) throw new PersonError(LEAST_CLASSES);
    const shown = beginning(request, items, classes);
    const run: Run = { turn: ++this.#turn, items, meter: new RateMeter(), again: null, learnt: [], shown };
    this.#run = run;
    this.#tell();
    this.#working = this.#go(run);
  }

  /** Resolves when the engine has heard of it. */
  async cancel(): Promise<void> {
    const run = this.#run;
    if (!run || !this.#isBusy) return;
    this.#giveUp(run, { status: 'cancelled' });
    await this.#end();
  }

  /** @throws PersonError where there is nothing to keep, or it learnt from what is no longer so */
  async keep(): Promise<void> {
    const { engine, kept, store, library } = this.parts;
    const run = this.#run;
    const { report } = run?.shown ?? {};
    if (!run || !report || run.shown.status !== 'ready') throw new PersonError(NO_RUN);
    if (!report.better) throw new PersonError(NOTHING_BETTER);
    if (lostOf(store.document, run.learnt, library.items) > 0) throw new PersonError(CHANGED);
    const about = aboutOf(run, report);
    const { id } = await engine.call('tuningWrite', { parent: kept.folder, about }).catch(inWords);
    kept.renewed(id);
    this.#isKeeping = true;
    try {
      await store.apply({ name: 'setSettings', changes: { backbone: id, head: null } });
    } finally {
      this.#isKeeping = false;
    }
    await kept.dropOld(id).catch(() => undefined);
    await this.discard();
  }

  /** Forgets the last run, one that is under way included. */
  async discard(): Promise<void> {
    await this.cancel();
    this.#run = null;
    this.#tell();
    await this.#end();
  }

  /** One click back. */
  async back(): Promise<void> {
    const { store } = this.parts;
    if (store.document.settings.backbone === DEFAULT_BACKBONE) return;
    await store.apply({ name: 'setSettings', changes: { backbone: DEFAULT_BACKBONE, head: null } });
  }

  featured({ ids }: TuningEngineEvents['featured']): void {
    this.#run?.again?.looked(ids);
  }

  rejected(ids: number[], reason: string): void {
    this.#run?.again?.rejected(ids, reason);
  }

  progressed({ done, epochs }: TuningEngineEvents['tuning']): void {
    const run = this.#run;
    if (!run || run.shown.status !== 'training') return;
    const percent = Math.round(100 * done);
    run.meter.mark(100 * done, performance.now());
    const progress: WorkProgress = {
      ...{ done: percent, total: 100, rate: null },
      secondsLeft: run.meter.secondsLeft(100 - 100 * done),
    };
    this.#show(run, { progress, epochs }, epochs.length > run.shown.epochs.length);
  }

  /** Whoever waits for it hears of it by its calls; what was under way is lost. */
  engineGone(): void {
    const run = this.#run;
    if (run && IN_HAND.has(run.shown.status)) this.#giveUp(run, { status: 'failed', trouble: ENDED });
  }

  /** Resolves when no run is under way. */
  async settled(): Promise<void> {
    await this.#working;
  }

  async close(): Promise<void> {
    await this.cancel().catch(() => undefined);
  }

  async #go(run: Run): Promise<void> {
    try {
      await this.#read(run);
      if (run.turn !== this.#turn) return;
      this.#show(run, {
        status: 'training',
        progress: { done: 0, total: 100, rate: null, secondsLeft: null },
      });
      const outcome = await this.parts.engine.call('tuningTrain', run.shown.request);
      if (run.turn !== this.#turn) return;
      const { report, best, learnt, images, groups, classes, leftOut } = outcome;
      run.learnt = learnt.map((place) => run.items[place]!).map(({ id, of, key }) => [id, of, key] as const);
      this.#show(run, { status: 'ready', report, best, images, groups, classes, leftOut });
    } catch (error) {
      if (run.turn === this.#turn) this.#show(run, { status: 'failed', trouble: failureOf(error) });
    }
  }

  /** Has the images read whose features are not kept. */
  async #read(run: Run): Promise<void> {
    const { engine, library, features } = this.parts;
    const items = run.items.map(({ key, class: of, group, bulk }) => ({ key, class: of, group, bulk }));
    const { missing } = await engine.call('tuningBegin', { folder: features, items });
    if (run.turn !== this.#turn || missing.length === 0) return;
    run.again = library.reader.pixelsAgain((progress) => {
      if (run.shown.status === 'reading') this.#show(run, { progress }, false);
    });
    await run.again.read(missing.map((place) => run.items[place]!.row));
    run.again = null;
  }

  /** The engine forgets a run when it opens the project anew: to be seen another way, or by another backbone. */
  #seen(seeing: string): void {
    const run = this.#run;
    const isOther = this.#seeing !== null && this.#seeing !== seeing;
    this.#seeing = seeing;
    if (!isOther || !run || this.#isKeeping || !IN_HAND.has(run.shown.status)) return;
    this.#giveUp(run, { status: 'failed', trouble: SEEN_OTHERWISE });
    // What it says meanwhile is of no account; a fault of it is told by whoever opens the project.
    this.#end().catch(() => undefined);
  }

  #giveUp(run: Run, changes: Partial<TuningRun>): void {
    this.#turn++;
    this.#show(run, changes);
    run.again?.giveUp();
  }

  get #isBusy(): boolean {
    const status = this.#run?.shown.status;
    return status === 'reading' || status === 'training';
  }

  async #end(): Promise<void> {
    await this.parts.engine.call('tuningEnd', undefined).catch((error: unknown) => {
      if (!(error instanceof EngineGone)) throw error;
    });
  }

  /** @param atOnce false: where it was told a moment ago, the next time will do */
  #show(run: Run, changes: Partial<TuningRun>, atOnce = true): void {
    run.shown = { ...run.shown, ...changes };
    if (this.#run === run && (atOnce || performance.now() - this.#told >= TELL_MS)) this.#tell();
  }

  #tell(): void {
    this.#told = performance.now();
    this.parts.changed(this.state);
  }
}

function beginning(request: TuningRequest, items: readonly LabelledItem[], classes: number): TuningRun {
  return {
    ...{ request, status: 'reading', at: new Date().toISOString() },
    ...{ images: items.length, classes },
    groups: new Set(items.map((item) => `${item.class} ${item.group}`)).size,
    progress: { done: 0, total: null, rate: null, secondsLeft: null },
    ...{ epochs: [], best: null, leftOut: 0, report: null, trouble: null },
  };
}

function aboutOf({ shown, learnt }: Run, report: NonNullable<TuningRun['report']>): TunedAbout {
  const { request, at, images, groups, classes, best } = shown;
  return { schema: 1, request, at, images, groups, classes, best: best ?? 0, report, learnt };
}

function inWords(error: unknown): never {
  throw error instanceof EngineGone ? new PersonError(AWAY) : error;
}

function failureOf(error: unknown): string {
  if (error instanceof EngineGone) return ENDED;
  if (error instanceof PersonError) return error.message;
  return `Training came to nothing, and nothing was changed. ${describe(error)}`;
}
