/**
 * @file One open project: its document and history, the items of its folders, and what the engine says of them.
 * Joins the rooms; each does its own work. Runs in main, with a window or without.
 */
import type {
  Command,
  Estimate,
  GuessTable,
  ItemDetails,
  ItemRow,
  Progress,
  ProjectChange,
  ProjectDocument,
  ProjectSnapshot,
  SaveState,
} from '../contract/model';
import type { CoreUser } from '../core';
import type { Lesson } from '../engine/protocol';
import { EngineGone, type Engine, type EngineEvent } from '../engine/supervisor';
import type { Found, Library } from '../images/library';
import { lessonOf } from './lesson';
import { newId } from './document';
import { projectName } from './paths';
import type { ProjectStore } from './store';
import { Teacher } from './teacher';

export interface SessionEvents {
  changed(change: ProjectChange): void;
  saved(state: SaveState): void;
  items(rows: ItemRow[]): void;
  progress(progress: Progress): void;
  guesses(table: GuessTable): void;
  estimate(estimate: Estimate): void;
  /** Something the person should know, though nothing is lost. */
  notice(sentence: string): void;
  /** Something failed that the person did not just ask for. */
  trouble(title: string, error: unknown): void;
}

/** Commands after which the engine's answers are out of date. */
const TEACHING = new Set(['labels', 'classes', 'groups', 'roles', 'excluded', 'settings', 'boxes']);

export class Session implements CoreUser {
  readonly #teacher: Teacher;
  #scanning: Promise<unknown> = Promise.resolve();
  #save: SaveState = { kind: 'saved' };
  /** For a window that is loaded anew. */
  #answers: Pick<ProjectSnapshot, 'guesses' | 'estimate'> = { guesses: null, estimate: null };

  constructor(
    readonly store: ProjectStore,
    readonly library: Library,
    private readonly engine: Engine,
    private readonly events: SessionEvents,
  ) {
    this.#teacher = new Teacher({
      lesson: () => this.lesson(store.document.settings.base),
      teach: (lesson) => {
        if (!library.reader.engineOpen) throw new EngineGone('The engine does not know this project yet.');
        return engine.call('teach', lesson);
      },
      taught: ({ guesses, estimate }) => {
        this.#answers = { guesses, estimate };
        events.guesses(guesses);
        events.estimate(estimate);
      },
      failed: (error) => events.trouble('The guesses could not be brought up to date', error),
    });
    store.on('changed', (change) => this.#changed(change));
    store.on('saveState', (state) => {
      this.#save = state;
      events.saved(state);
    });
  }

  get name(): string {
    return projectName(this.store.folder);
  }

  snapshot(): ProjectSnapshot {
    const { store, library } = this;
    return {
      path: store.folder,
      document: store.document,
      revision: store.revision,
      readOnly: store.readOnly,
      items: library.items.rows,
      ...store.history.titles,
      progress: library.progress,
      save: this.#save,
      ...this.#answers,
    };
  }

  apply(command: Command): Promise<ProjectChange> {
    return this.store.apply(command);
  }

  addFolder(path: string): Promise<ProjectChange> {
    return this.store.apply({ name: 'addFolder', folder: { id: newId(), path } });
  }

  /** What the project teaches now, with base classes or without, whichever of them the guesses stand beside. */
  lesson(base: ProjectDocument['settings']['base']): Lesson {
    const { store, library } = this;
    const lesson = lessonOf(store.document, store.revision, (item) => library.items.indexOf(item));
    return { ...lesson, settings: { ...lesson.settings, base } };
  }

  /** Everything the engine can say of one item. */
  async details(item: string): Promise<ItemDetails> {
    const { items } = this.library;
    const index = items.indexOf(item);
    const nothing: ItemDetails = { item, guesses: [], base: [], neighbours: [] };
    if (index === null) return nothing;
    const details = await this.engine.call('details', index).catch((error: unknown) => {
      if (error instanceof EngineGone) return nothing;
      throw error;
    });
    // The engine knows rows only.
    const named = details.neighbours.map((n) => ({ ...n, item: items.row(Number(n.item)).id }));
    return { ...details, item, neighbours: named };
  }

  /** Looks for new, changed and vanished images; one look at a time. */
  scan(): Promise<Found> {
    const found = this.#scanning.then(() => this.library.scan(this.store.document.folders));
    this.#scanning = found.catch(() => undefined);
    return found;
  }

  async engineStarted(): Promise<void> {
    await this.library.reader.engineStarted();
  }

  engineGone(): void {
    this.library.reader.engineGone();
  }

  engineEvent(event: EngineEvent): void {
    const { name, payload } = event;
    if (name === 'embedded') this.library.reader.pipeline.engineEmbedded(payload.ids);
    else if (name === 'rejected') this.library.reader.pipeline.engineRejected(payload.ids, payload.reason);
    else if (name === 'problem') this.events.notice(payload.sentence);
  }

  trouble(sentence: string | null): void {
    this.library.reader.pipeline.trouble(sentence);
  }

  /** Embeddings have come: guesses for them are wanted. */
  embeddingsChanged(): void {
    this.#teacher.changed();
  }

  /** Resolves when the folders are read, their images embedded, and every label so far answered by the engine. */
  async settled(): Promise<void> {
    await this.#scanning;
    await this.library.reader.settled();
    await this.#teacher.settled();
  }

  async close(discard: boolean): Promise<void> {
    await this.store.close({ discard });
    await this.library.close();
  }

  #changed(change: ProjectChange): void {
    this.events.changed(change);
    const sections = new Set(change.patches.map((p) => String(p.path[0])));
    if (sections.has('folders')) this.#foldersChanged();
    if (sections.has('settings'))
      this.#background(this.library.reader.setFraming(this.store.document.settings.framing));
    if ([...sections].some((s) => TEACHING.has(s))) this.#teacher.changed();
  }

  #foldersChanged(): void {
    const { folders } = this.store.document;
    const left = new Set(folders.map((f) => f.id));
    const dropped = new Set(this.library.items.rows.map((r) => r.folder).filter((id) => !left.has(id)));
    for (const id of dropped) this.library.dropFolder(id);
    this.#background(this.scan());
  }

  /** A new engine takes up again what an ended one was asked. */
  #background(work: Promise<unknown>): void {
    work.catch((error: unknown) => {
      if (!(error instanceof EngineGone))
        this.events.trouble('The images could not be brought up to date', error);
    });
  }
}
