/**
 * @file One open project: its document and history, the items of its folders, and what the engine says of them.
 * Joins the rooms; each does its own work. Runs in main, with a window or without.
 */
import { ClassRoom } from '../classFiles/classRoom';
import { GivenFiles } from '../classFiles/givenFiles';
import type { Command, ProjectChange, ProjectSnapshot, SaveState } from '../contract/model';
import type { Core, CoreUser } from '../core';
import { EngineGone, type Engine, type EngineEvent } from '../engine/supervisor';
import type { Found } from '../images/folderLooks';
import type { Library } from '../images/library';
import { newFolder } from '../projects/document';
import { mentionedImages } from '../projects/mentioned';
import { projectName, projectPaths } from '../projects/paths';
import type { ProjectStore } from '../projects/store';
import { Answers } from './answers';
import { requireBaseThere } from './backbones/limits';
import { BackboneChoices } from './backbones/choices';
import type { InstalledBackbones } from './backbones/installed';
import { BaseImages } from './baseImages';
import { Evaluations } from './evaluations';
import { hearEngine } from './engineEvents';
import { Following } from './following';
import { Framings } from './framings';
import { HeadFiles } from './heads/headFiles';
import { Heads } from './heads/heads';
import { lessonOf } from './lesson';
import { KeptContests } from './keptContests';
import { ProjectMap } from './projectMap';
import { Moves } from './moves';
import { Organiser } from './organiser';
import { Included } from './included';
import { purgerOf } from './purging/kinds';
import type { Purger } from './purging/purger';
import { Rescans } from './rescans';
import { Searches } from './searches';
import type { SessionEvents } from './sessionEvents';
import type { KeptTunings } from './tuning/keptTunings';
import { Tuning } from './tuning/tuning';
import { told } from '../../strings/words';

export interface SessionParts {
  store: ProjectStore;
  library: Library;
  core: Pick<Core, 'engine' | 'backbones'>;
  kept: KeptTunings;
  events: SessionEvents;
}

export class Session implements CoreUser {
  readonly store: ProjectStore;
  readonly library: Library;
  private readonly events: SessionEvents;
  readonly #installed: InstalledBackbones;
  readonly answers: Answers;
  readonly searches: Searches;
  readonly heads: Heads;
  readonly map: ProjectMap;
  readonly framings: Framings;
  readonly backbones: BackboneChoices;
  readonly evaluations: Evaluations;
  readonly tuning: Tuning;
  readonly baseImages: BaseImages;
  readonly moves: Moves;
  readonly purger: Purger;
  readonly classes: ClassRoom;
  readonly organiser: Organiser;
  readonly rescans = new Rescans(async () => {
    await this.scan({ quiet: true }).catch((error: unknown) => this.#unlessGone(error));
  });
  readonly #following: Following;
  #scanning: Promise<unknown> = Promise.resolve();
  /** Until the engine has opened the project. */
  #joining: Promise<void> = Promise.resolve();
  #save: SaveState = { kind: 'saved' };

  constructor({ store, library, core, kept, events }: SessionParts) {
    const { engine } = core;
    this.store = store;
    this.library = library;
    this.events = events;
    this.#installed = core.backbones;
    // Until it has opened this project, it would answer for the one before.
    const joined: Pick<Engine, 'call'> = {
      call: (...args) => this.#joining.then(() => engine.call(...args)),
    };
    const paths = projectPaths(store.folder);
    const headFiles = new HeadFiles(paths.heads, store.readOnly !== null);
    this.heads = new Heads({
      ...{ store, library, engine: joined },
      files: headFiles,
      lesson: () => lessonOf(store.document, store.revision, (item) => library.items.indexOf(item)),
      changed: (state) => events.training(state),
      known: () => this.answers.changed(),
      caughtUp: () => this.answers.caughtUp(),
    });
    this.answers = new Answers(store, library, engine, events, this.heads);
    this.searches = new Searches(store, library, joined, this.answers);
    this.map = new ProjectMap(joined, (state) => events.map(state));
    this.framings = new Framings(library, joined);
    this.backbones = new BackboneChoices({ installed: core.backbones, store, library, engine: joined });
    const contests = new KeptContests(paths.evaluations, store.readOnly !== null);
    this.evaluations = new Evaluations({
      ...{ store, library, answers: this.answers, engine: joined },
      kept: contests,
      baseImages: () => this.baseImages.measured,
      standing: () => this.heads.state.standing,
      changed: (state) => events.evaluation(state),
      notice: (sentence) => events.notice(sentence),
    });
    this.tuning = new Tuning({
      ...{ store, library, engine: joined, kept },
      features: store.readOnly === null ? paths.features : null,
      changed: (state) => events.tuning(state),
    });
    this.answers.learntFrom = () => this.tuning.learntFrom();
    const { answers, evaluations, heads, tuning } = this;
    const given = new GivenFiles(paths.given);
    this.classes = new ClassRoom({
      ...{ store, library, engine: joined, given },
      lesson: () => ({ ...answers.lesson(store.document.settings.base), head: null }),
    });
    const trained = { heads, headFiles, tuning, tunings: kept, features: paths.features };
    const remembering = { store, library, engine: joined, answers, contests, evaluations, given, ...trained };
    this.purger = purgerOf(remembering, (progress) => events.purging(progress));
    const included = new Included(store, library);
    store.on('changed', (change) => this.#background(included.follow(change)));
    this.baseImages = new BaseImages({
      ...{ store, answers: this.answers, engine: joined },
      images: library.otherImages((progress) => events.baseProgress(progress)),
      folder: paths.evaluations,
      notice: (sentence) => events.notice(sentence),
    });
    this.#background(library.followBoxes(store.document.boxes));
    this.moves = new Moves(store, library, (state) => events.moves(state));
    this.organiser = new Organiser(store, library, (progress) => events.comparing(progress));
    this.#following = new Following({
      ...{ store, library, installed: core.backbones, tuning, answers, moves: this.moves },
      scan: () => this.scan(),
      failed: (error) => this.#unlessGone(error),
    });
    this.#following.see();
    store.on('changed', (change) => {
      events.changed(change);
      this.#following.follow(change);
    });
    store.on('saveState', (state) => {
      this.#save = state;
      events.saved(state);
    });
  }

  get name(): string {
    return projectName(this.store.folder);
  }

  /** See `CoreUser`. */
  get backboneDir(): string | null {
    return this.#installed.of(this.store.document.settings.backbone)?.dir ?? null;
  }

  snapshot(): ProjectSnapshot {
    const { store, library } = this;
    return {
      path: store.folder,
      document: store.document,
      revision: store.revision,
      readOnly: store.readOnly,
      // The others follow, a part at a time: all at once would hold the window up.
      items: library.items.told,
      ...store.history.titles,
      progress: library.progress,
      save: this.#save,
      backbones: this.backbones.list,
      ...this.answers.newest,
    };
  }

  apply(command: Command): Promise<ProjectChange> {
    return this.store.apply(requireBaseThere(command, this.store.document.settings.backbone));
  }

  addFolder(path: string): Promise<ProjectChange> {
    return this.store.apply({ name: 'addFolder', folder: newFolder(path) });
  }

  /**
   * Looks for new, changed and vanished images; one look at a time.
   * @param options.quiet nobody asked for it
   */
  scan(options: { quiet?: boolean } = {}): Promise<Found> {
    const { document } = this.store;
    const found = this.#scanning.then(() =>
      this.library.scan(document.folders, () => mentionedImages(document), options),
    );
    this.#scanning = found.catch(() => undefined).finally(() => this.moves.changed());
    return found;
  }

  /** The engine is opening the project; the window does not wait for it. */
  join(work: Promise<void>): void {
    this.#joining = work.catch((error: unknown) => this.#unlessGone(error));
  }

  async engineStarted(): Promise<void> {
    await this.library.reader.engineStarted();
  }

  engineGone(): void {
    this.library.reader.engineGone();
    this.baseImages.images.pipeline.engineGone();
    this.map.engineGone();
    this.tuning.engineGone();
    this.heads.engineGone();
  }

  engineEvent(event: EngineEvent): void {
    hearEngine(this, this.events, event);
  }

  trouble(sentence: string | null): void {
    this.library.reader.pipeline.trouble(sentence);
  }

  /** Resolves when the folders are read, their images embedded, and every label so far answered by the engine. */
  async settled(): Promise<void> {
    await this.#joining;
    await this.#scanning;
    await this.#following.settled;
    await this.library.reader.settled();
    await this.answers.settled();
  }

  async close(discard: boolean): Promise<void> {
    await this.store.close({ discard });
    // Not waited for: a process that hangs keeps nobody from closing.
    void this.map.close();
    void this.heads.close();
    void this.evaluations.close();
    void this.tuning.close();
    this.baseImages.cancel();
    this.moves.close();
    this.rescans.close();
    this.answers.close();
    await this.library.close();
  }

  /** A new engine takes up again what an ended one was asked. */
  #background(work: Promise<unknown>): void {
    work.catch((error: unknown) => this.#unlessGone(error));
  }

  #unlessGone(error: unknown): void {
    if (!(error instanceof EngineGone)) this.events.trouble(told().desk.imagesNotUpToDate, error);
  }
}
