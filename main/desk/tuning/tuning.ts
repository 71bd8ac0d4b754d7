/**
 * @file Tuning of the open project's backbone: one training at a time, what came of it kept or not, and which backbone is in use. Runs
 * in main, with a window or without.
 */
import type { TuningRequest, TuningStanding, TuningState } from '../../contract/areas/tuning';
import { requireImages } from '../../classFiles/sentences';
import { PersonError } from '../../contract/errors';
import type { ProjectDocument } from '../../contract/model';
import { MOST_ITEMS } from '../../engine/tuning/featureFile';
import type { TunedAbout, TuningEngineEvents } from '../../engine/tuning/protocol';
import { EngineGone, type Engine } from '../../engine/supervisor';
import type { Library } from '../../images/library';
import { isTuned, shippedId } from '../../contract/backboneIds';
import { requireLayers } from '../backbones/limits';
import type { ProjectStore } from '../../projects/store';
import { Job } from './job';
import type { KeptTunings } from './keptTunings';
import { lostOf, standingOf } from './standing';
import { tuningItems } from './tuningItems';
import { told } from '../../../strings/words';

export interface TuningParts {
  store: Pick<ProjectStore, 'document' | 'apply' | 'readOnly'>;
  library: Pick<Library, 'items' | 'reader'>;
  engine: Pick<Engine, 'call'>;
  kept: KeptTunings;
  /** Folder for features; null: held in memory only. */
  features: string | null;
  changed: (state: TuningState) => void;
}

/** Between two tellings. */
const TELL_MS = 250;

export class Tuning {
  #job: Job | null = null;
  #standing: TuningStanding = { kind: 'shipped' };
  #learnt: TunedAbout['learnt'] = [];
  #told = -Infinity;
  /** How the project is seen; null: not known yet. */
  #seeing: string | null = null;
  #isKeeping = false;
  #working: Promise<void> = Promise.resolve();

  constructor(private readonly parts: TuningParts) {}

  get state(): TuningState {
    return { standing: this.#standing, run: this.#job?.shown ?? null };
  }

  /** Whether the backbone in use learnt from an item: that it is told right then says nothing of other images. */
  learntFrom(): (item: string) => boolean {
    const items = new Set(this.#standing.kind === 'tuned' ? this.#learnt.map(([item]) => item) : []);
    return (item) => items.has(item);
  }

  /**
   * Which backbone the project is to be seen by now.
   * @returns the folder of a tuned one; null: the shipped one
   */
  async follow(document: ProjectDocument): Promise<string | null> {
    const { kept, library } = this.parts;
    const { backbone, framing } = document.settings;
    const about = isTuned(backbone) ? await kept.about(backbone) : null;
    const standing = standingOf(document, about, library.items);
    this.#learnt = about?.learnt ?? [];
    this.#seen(JSON.stringify([framing, standing.kind === 'tuned' ? backbone : shippedId(backbone)]));
    if (JSON.stringify(standing) !== JSON.stringify(this.#standing)) {
      this.#standing = standing;
      this.#tell();
    }
    return standing.kind === 'tuned' ? kept.dirOf(backbone) : null;
  }

  /** Returns once it has begun; the state says what comes of it. @throws PersonError where nothing can be learnt */
  start(request: TuningRequest): void {
    const { store, library, engine, features } = this.parts;
    if (this.#job?.isBusy) throw new PersonError(told().tuning.underWay);
    if (store.readOnly !== null) throw new PersonError(told().tuning.openElsewhere);
    requireLayers(store.document.settings.backbone);
    requireImages(store.document.classes);
    const items = tuningItems(store.document, library.items, MOST_ITEMS, request.seed);
    if (new Set(items.map((item) => item.class)).size < 2) throw new PersonError(told().tuning.tooFewLabels);
    const { files } = library.reader;
    const changed = (atOnce: boolean): void => {
      if (this.#job === job && (atOnce || performance.now() - this.#told >= TELL_MS)) this.#tell();
    };
    const job: Job = new Job(items, request, { engine, files, features, changed });
    this.#job = job;
    this.#tell();
    this.#working = job.run();
  }

  /** Resolves when the engine has heard of it. */
  async cancel(): Promise<void> {
    if (!this.#job?.isBusy) return;
    this.#job.giveUp('cancelled', null);
    await this.#end();
  }

  /** @throws PersonError where there is nothing to keep, or it learnt from what is no longer so */
  async keep(): Promise<void> {
    const { engine, kept, store, library } = this.parts;
    const job = this.#job;
    const report = job?.report;
    if (!job || !report) throw new PersonError(told().tuning.nothingToKeep);
    if (!report.better) throw new PersonError(told().tuning.noEpochBetter);
    if (lostOf(store.document, job.learnt, library.items) > 0)
      throw new PersonError(told().tuning.labelsChanged);
    const about = job.about(report);
    const { id } = await engine.call('tuningWrite', { parent: kept.folder, about }).catch(inWords);
    kept.renewed(id);
    this.#isKeeping = true;
    await this.#choose(id).finally(() => (this.#isKeeping = false));
    await kept.dropOld(id).catch(() => undefined);
    await this.discard();
  }

  /** Forgets the last run, one that is under way included. */
  async discard(): Promise<void> {
    await this.cancel();
    this.#job = null;
    this.#tell();
    await this.#end();
  }

  /** One click back. */
  async back(): Promise<void> {
    const { backbone } = this.parts.store.document.settings;
    if (isTuned(backbone)) await this.#choose(shippedId(backbone));
  }

  featured(event: TuningEngineEvents['featured']): void {
    this.#job?.featured(event);
  }

  rejected(ids: number[], reason: string): void {
    this.#job?.rejected(ids, reason);
  }

  progressed(event: TuningEngineEvents['tuning']): void {
    this.#job?.progressed(event);
  }

  /** Whoever waits for it hears of it by its calls; what was under way is lost. */
  engineGone(): void {
    if (this.#job?.isBusy || this.#job?.report) this.#job.giveUp('failed', told().tuning.engineEnded);
  }

  /** Resolves when no run is under way. */
  async settled(): Promise<void> {
    await this.#working;
  }

  async close(): Promise<void> {
    await this.cancel().catch(() => undefined);
  }

  /** The engine forgets a run when it opens the project anew: to be seen another way, or by another backbone. */
  #seen(seeing: string): void {
    const isOther = this.#seeing !== null && this.#seeing !== seeing;
    this.#seeing = seeing;
    if (!isOther || this.#isKeeping || !(this.#job?.isBusy || this.#job?.report)) return;
    this.#job.giveUp('failed', told().tuning.seenAnotherWay);
    // What it says meanwhile is of no account; a fault of it is told by whoever opens the project.
    this.#end().catch(() => undefined);
  }

  /** A head that was trained on the embeddings of one backbone is nothing to another one's. */
  async #choose(backbone: string): Promise<void> {
    await this.parts.store.apply({ name: 'setSettings', changes: { backbone, head: null } });
  }

  async #end(): Promise<void> {
    await this.parts.engine.call('tuningEnd', undefined).catch((error: unknown) => {
      if (!(error instanceof EngineGone)) throw error;
    });
  }

  #tell(): void {
    this.#told = performance.now();
    this.parts.changed(this.state);
  }
}

function inWords(error: unknown): never {
  throw error instanceof EngineGone ? new PersonError(told().desk.engineAgain) : error;
}
