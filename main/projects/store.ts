/**
 * @file An open project: its document, its commands, its history and its place on the disk. Runs in main, which owns
 * the truth: a change is checked, written, and only then visible and announced.
 *
 * There are two documents. `#db.data` is what shall be on the disk next; commands are checked against it, so that a
 * burst need not wait for the writes between. `document` is what is on the disk, and what others see.
 */
import { Low } from 'lowdb';
import type { ProjectChange, SaveState } from '../contract/model';
import type { DurableAdapter } from './adapter';
import { parseCommand } from './commands';
import type { Command } from './commands';
import { RECORD_SECTIONS } from './document';
import { ProjectError } from './errors';
import { History } from './history';
import type { HistoryState } from './history';
import type { Journal } from './journal/journal';
import { KeptStep } from './journal/keptStep';
import type { Step } from './journal/step';
import { carryOut, notKept } from './travel';
import { Listeners } from './listeners';
import type { ProjectLock } from './lock';
import type { Past } from './past';
import { applyPatches } from './patches';
import type { Change } from './patches';
import { reduce } from './reduce';
import { RETRY_DELAYS, Saver } from './saver';
import type { ProjectDocument } from './schema';
import { discarded, notPurged, notSaved, staysOpen } from './unsaved';
import { told } from '../../strings/words';

export interface StoreOptions {
  folder: string;
  document: ProjectDocument;
  /** What may be written with; a sentence where nothing may be changed. */
  access: { adapter: DurableAdapter; lock: ProjectLock } | { readOnly: string };
  /** Who labels, at most 200 characters. */
  by: string;
  now: () => Date;
  retryDelays?: readonly number[];
}

export interface StoreEvents {
  /** A change is on the disk and in `document`. */
  changed: ProjectChange;
  saveState: SaveState;
}

/** A change on its way to the disk. */
interface Pending {
  patches: Change['patches'];
  titles: History['titles'];
  resolve: (change: ProjectChange) => void;
  reject: (error: ProjectError) => void;
}

export class ProjectStore {
  readonly folder: string;
  /** Why nothing can be changed, in a sentence, or null. */
  readonly readOnly: string | null;
  /** What is on the disk. Read it, never change it; its entries are replaced as commands reach the disk. */
  readonly document: ProjectDocument;
  readonly history: History;
  readonly #journal: Journal | null;
  readonly #db: Low<ProjectDocument>;
  readonly #saver: Saver<Pending>;
  readonly #listeners = new Listeners<StoreEvents>();
  #revision = 0;
  #open = true;

  constructor(private readonly options: StoreOptions) {
    const { access, document, folder } = options;
    this.folder = folder;
    this.readOnly = 'readOnly' in access ? access.readOnly : null;
    this.document = document;
    this.#journal = 'adapter' in access ? access.adapter.journal : null;
    this.history = new History(keptSteps(this.#journal));
    this.#db = new Low('adapter' in access ? access.adapter : readOnlyAdapter, copy(document));
    this.#saver = new Saver<Pending>({
      write: () => this.#db.write(),
      saved: (entries) => entries.forEach((entry) => this.#settle(entry)),
      stateChanged: (state) => this.#listeners.tell('saveState', state),
      describe: notSaved,
      mayPass: (error) => !(error instanceof ProjectError && error.code === 'lock-lost'),
      delays: options.retryDelays ?? RETRY_DELAYS,
    });
  }

  /** Counts the changes that reached the disk since the project was opened. */
  get revision(): number {
    return this.#revision;
  }

  get saveState(): SaveState {
    return this.#saver.state;
  }

  /** How many changes are not on the disk. */
  get unsaved(): number {
    return this.#saver.waiting;
  }

  /** What undo and redo would do, in words, with changes on their way to the disk counted in. */
  get titles(): History['titles'] {
    return this.history.titles;
  }

  /**
   * Carries out a command.
   * @returns once it is on the disk, and waits through failed saves (see `saveState`).
   * @throws {ProjectError} 'refused' with the reason, at once; 'read-only', 'closed'; 'discarded' where the project
   * was closed without it.
   */
  async apply(command: Command): Promise<ProjectChange> {
    this.#checkWritable();
    const context = { by: this.options.by.slice(0, 200), now: this.options.now().toISOString() };
    const change = reduce(this.#db.data, parseCommand(command), context);
    if (change.patches.length > 0) this.#remember(change);
    applyPatches(this.#db.data, change.patches);
    return this.#commit(change.patches);
  }

  /** Takes the last change back; null where there is none. Answers and throws as `apply`. */
  async undo(): Promise<ProjectChange | null> {
    this.#checkWritable();
    const step = this.history.undo();
    return step && this.#travel(step, 'undo');
  }

  /** Carries the change that was taken back last out again; null where there is none. */
  async redo(): Promise<ProjectChange | null> {
    this.#checkWritable();
    const step = this.history.redo();
    return step && this.#travel(step, 'redo');
  }

  /** What could still be read of earlier states. */
  async past(): Promise<Past> {
    if (!('adapter' in this.options.access)) return { history: NOTHING, states: NOTHING };
    const { undo, redo } = this.history.toJSON();
    return this.options.access.adapter.past(undo.length + redo.length);
  }

  /**
   * Forgets how the project came to be what it is: nothing before can be undone any more.
   * @returns what undo and redo would do from now on, as a change that was told
   * @throws {ProjectError} 'read-only', 'closed', 'unsaved', 'refused'; the system's error
   */
  async forgetPast(): Promise<ProjectChange> {
    this.#checkWritable();
    const saved = await this.#saver.settle();
    if (saved.kind === 'failed') throw notPurged(saved.message);
    if ('adapter' in this.options.access)
      await this.options.access.adapter.forgetPast(() => this.history.forget());
    const change = { revision: ++this.#revision, patches: [], ...this.titles };
    this.#listeners.tell('changed', change);
    return change;
  }

  /** Resolves once every change of this moment is on the disk and was told, or one cannot be saved for now. */
  caughtUp(): Promise<void> {
    return this.#saver.caughtUp();
  }

  /** Tries to save now what could not be saved. */
  retrySave(): Promise<SaveState> {
    return this.#saver.retry();
  }

  /** @returns how to stop listening. */
  on<E extends keyof StoreEvents>(event: E, listener: (payload: StoreEvents[E]) => void): () => void {
    return this.#listeners.add(event, listener);
  }

  /**
   * Saves what is not saved, and lets others open the project.
   * @throws {ProjectError} 'unsaved' where saving fails: the project stays open, unless `discard` gives the changes
   * up; the system's error where only the backup of this session could not be written.
   */
  async close({ discard = false } = {}): Promise<void> {
    if (!this.#open) return;
    if ((await this.#saver.settle()).kind === 'failed') await this.#saver.retry();
    if (this.unsaved > 0 && !discard) throw staysOpen(this.folder, this.saveState);
    this.#open = false;
    for (const entry of this.#saver.abandon()) entry.reject(discarded());
    if (!('adapter' in this.options.access)) return;
    const { adapter, lock } = this.options.access;
    try {
      await adapter.close();
    } finally {
      await lock.release();
    }
  }

  #remember(change: Change): void {
    this.history.push(change);
    this.#journal?.record({ do: 'push', step: change });
  }

  #travel(step: Step, direction: 'undo' | 'redo'): Promise<ProjectChange> {
    let patches: Step['patches'];
    try {
      patches = carryOut(this.#db.data, step, direction);
    } catch {
      this.history.forget();
      this.#journal?.record({ do: 'forget' });
      throw notKept(step, direction);
    }
    this.#journal?.record({ do: direction });
    return this.#commit(patches);
  }

  /** Queues what was done to `#db.data` for the disk. */
  #commit(patches: Change['patches']): Promise<ProjectChange> {
    return new Promise((resolve, reject) => {
      const entry = { patches, titles: this.history.titles, resolve, reject };
      if (patches.length === 0 && this.unsaved === 0) this.#settle(entry);
      else this.#saver.push(entry);
    });
  }

  /** A change is on the disk: now it is true. */
  #settle({ patches, titles, resolve }: Pending): void {
    applyPatches(this.document, patches);
    if (patches.length > 0) this.#revision++;
    const change = { revision: this.#revision, patches, ...titles };
    if (patches.length > 0) this.#listeners.tell('changed', change);
    resolve(change);
  }

  #checkWritable(): void {
    if (!this.#open) throw new ProjectError('closed', told().projects.isClosed);
    if (this.readOnly !== null)
      throw new ProjectError('read-only', told().projects.nothingChanged(this.readOnly));
  }
}

const NOTHING = { count: 0, bytes: 0 };

/** Never asked: `#checkWritable` refuses before. */
const readOnlyAdapter = {
  read: () => Promise.resolve(null),
  write: () => Promise.reject(new ProjectError('read-only', told().projects.isReadOnly)),
};

/** What an earlier session could undo and redo. */
function keptSteps(journal: Journal | null): HistoryState {
  const { undo, redo } = journal?.stacks ?? { undo: [], redo: [] };
  return { undo: undo.map((entry) => new KeptStep(entry)), redo: redo.map((entry) => new KeptStep(entry)) };
}

/** A document of its own that shares the values, which nobody changes. */
function copy(document: ProjectDocument): ProjectDocument {
  const own = { ...document };
  for (const section of RECORD_SECTIONS) Object.assign(own, { [section]: { ...document[section] } });
  return own;
}
