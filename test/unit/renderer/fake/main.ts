/** @file The fake main process: the real rules for commands and history, invented images and guesses. */
import type { Opened } from '../../../../main/contract/areas/app';
import type { DuplicateSet } from '../../../../main/contract/areas/organise';
import type { LooksGain } from '../../../../main/contract/areas/looks';
import type { PurgeEntry } from '../../../../main/contract/areas/purging';
import type { Mislabelled } from '../../../../main/contract/areas/search';
import type { DamagedBackbone } from '../../../../main/contract/areas/backbones';
import type { Calls, Channel, EventName, Events, StudioBridge } from '../../../../main/contract/calls';
import type { MergePlan } from '../../../../main/contract/merging';
import type {
  AppState,
  Command,
  ItemRow,
  ProjectChange,
  ProjectSnapshot,
} from '../../../../main/contract/model';
import { encodeRows } from '../../../../main/contract/rows';
import { History } from '../../../../main/projects/history';
import type { Step } from '../../../../main/projects/journal/step';
import { applyPatches, type Change } from '../../../../main/projects/patches';
import { reduce } from '../../../../main/projects/reduce';
import { FakeClassFiles } from './classFiles';
import { FakeEvaluation } from './evaluating';
import { fakeAlike, fakeDoubtful, fakeSimilar } from './searches';
import { fakeExport } from './export';
import { fakeDetails, fakeEstimate, fakeProgress } from './answers';
import { embeddingOf, fakeGuesses } from './guesses';
import { boxRows } from './boxes';
import { fakeMap } from './map';
import { fakeRow, fakeRows, type FakePhoto } from './photos';
import { fakeDocument } from './project';

type Handlers = {
  [C in Channel]?: (...args: Parameters<Calls[C]>) => ReturnType<Calls[C]> | Promise<ReturnType<Calls[C]>>;
};

export interface FakeOptions {
  photos?: readonly FakePhoto[];
  count?: number;
  /** How many of them have been read when the project opens. */
  read?: number;
  /** Milliseconds that a command takes. */
  delay?: number;
  /** Milliseconds between two steps of arranging the map. */
  mapStep?: number;
  readOnly?: string | null;
  recent?: AppState['recent'];
}

const BACKBONES = [
  { id: 'efficientnet-lite0', name: 'EfficientNet-Lite0', side: 224, bytes: 9_262_000 },
  { id: 'efficientnet-lite2', name: 'EfficientNet-Lite2', side: 260, bytes: 12_126_048 },
].map((one) => ({ ...one, kind: 'shipped' as const, imagesPerSecond: null }));

export class FakeMain implements StudioBridge {
  readonly document = fakeDocument();
  readonly items: ItemRow[];
  readonly calls: [Channel, ...unknown[]][] = [];
  /** What looks wrong, as the engine would say. */
  mislabelled: Mislabelled[] = [];
  /** What several looks of a class would bring, as the engine would say. */
  looks: LooksGain | null = null;
  /** What main still remembers of what was removed; null: it cannot look. */
  remembered: PurgeEntry[] | null = [];
  /** Those of the person's own that cannot be read. */
  damagedBackbones: readonly DamagedBackbone[] = [];
  /** Rows that show the same as another, as main would say. */
  sameRows = Uint32Array.of();
  /** What shows the same, as main would say. */
  duplicates: DuplicateSet[] = [];
  /** What the other person's project would bring. */
  merge: MergePlan | null = null;
  /** Whether the program was given something to open. */
  given = false;
  /** Classes in files. */
  readonly classFiles = new FakeClassFiles();
  /** What is known of how good the classifier is. */
  readonly evaluation = new FakeEvaluation();
  /** Set to make the next command fail with this sentence. */
  failNext: string | null = null;
  /** Why no map can be made. */
  failMap: string | null = null;
  #revision = 1;
  #read: number;
  #state: 'running' | 'paused' | 'cancelled' | 'idle' = 'running';
  readonly #history = new History();
  readonly #embeddings = new Map<string, Float64Array>();
  readonly #listeners = new Map<EventName, Set<(payload: never) => void>>();
  readonly #options: Required<FakeOptions>;
  #stopExport = false;
  #stopMap: () => void = () => {};

  constructor(options: FakeOptions = {}) {
    const photos = options.photos ?? [];
    const count = options.count ?? (photos.length || 12);
    this.#options = {
      photos,
      count,
      read: count,
      delay: 0,
      mapStep: 10,
      readOnly: null,
      recent: [],
      ...options,
    };
    this.#read = this.#options.read;
    this.items = fakeRows(this.#options.photos, count, this.#read);
    for (const item of this.items) this.#embeddings.set(item.id, embeddingOf(item));
  }

  readonly #handlers: Handlers = {
    'app:state': () => ({ version: '0.1.0', recent: this.#options.recent, project: null }),
    'project:openSample': () => this.#open(),
    'project:chooseFolder': () => this.#open(),
    'project:openGiven': () => {
      const opened = this.given ? { project: this.#open() } : null;
      this.given = false;
      return opened;
    },
    'project:chooseProject': () => null,
    'project:openRecent': () => this.#open(),
    'project:forgetRecent': (id) => {
      this.#options.recent = this.#options.recent.filter((one) => one.id !== id);
      return { version: '0.1.0', recent: this.#options.recent, project: null };
    },
    'project:close': () => ({ version: '0.1.0', recent: this.#options.recent, project: null }),
    'project:apply': (command) => this.#apply(command),
    'project:undo': () => this.#travel(this.#history.undo(), 'inverse'),
    'project:redo': () => this.#travel(this.#history.redo(), 'patches'),
    'project:retrySave': () => ({ kind: 'saved' }),
    'images:addFolder': () => null,
    'images:rescan': () => ({ added: 0, gone: 0, changed: 0 }),
    'moves:state': () => ({ moved: 0, missing: [] }),
    'images:showInFolder': () => undefined,
    'images:inView': () => undefined,
    'duplicates:rows': () => this.sameRows,
    'framing:cost': ({ kind }) => ({ side: 224, images: kind === 'stretch' ? 0 : this.items.length }),
    'backbone:costs': () =>
      BACKBONES.map(({ id }) => ({ id, items: this.#isSeenBy(id) ? 0 : this.items.length })),
    'backbone:damaged': () => [...this.damagedBackbones],
    'ownBackbone:remove': (id) => {
      this.damagedBackbones = this.damagedBackbones.filter((one) => one.id !== id);
      return [...BACKBONES];
    },
    'backbone:choose': async (id) =>
      void (await this.#apply({ name: 'setSettings', changes: { backbone: id } })),
    'images:completeFacts': () => 0,
    'duplicates:find': () => this.duplicates,
    'merge:plan': () => this.merge,
    'merge:apply': () => this.#merged(),
    'duplicates:cancel': () => undefined,
    'embedding:pause': () => this.#setReading('paused'),
    'embedding:resume': () => this.#setReading('running'),
    'embedding:cancel': () => this.#setReading('cancelled'),
    'item:details': (item) => fakeDetails(item, this.document, this.#embeddings, this.#guesses()),
    'search:similar': (items) => fakeSimilar(items, this.items, this.#embeddings),
    'search:alike': () => fakeAlike(this.items),
    'search:cancelAlike': () => undefined,
    'search:mislabelled': () => this.mislabelled,
    'purge:plan': () => this.#remembered(),
    'purge:run': () => {
      const removed = this.#remembered();
      this.remembered = [];
      return { removed, failed: [] };
    },
    'looks:gain': () => {
      if (!this.looks) throw new Error('The engine is being started again.');
      return this.looks;
    },
    'classFiles:open': () => this.classFiles.plan,
    'classFiles:add': (_, choices) => this.#apply(this.classFiles.adding(choices)),
    'classFiles:look': () => {
      if (!this.classFiles.look) throw new Error('There is nothing to save of this class yet.');
      return this.classFiles.look;
    },
    'classFiles:save': (id, preview) => {
      this.classFiles.saved.push({ class: id, preview });
      return this.classFiles.place;
    },
    'search:doubtful': (count) => fakeDoubtful(count, this.document, this.#guesses()),
    'map:start': () => {
      if (this.failMap !== null) throw new Error(this.failMap);
      this.#stopMap();
      this.#stopMap = fakeMap(this.items, this.#options.mapStep, (points) =>
        this.emit('map:changed', points),
      );
    },
    'map:cancel': () => this.#stopMap(),
    'export:run': (options) =>
      fakeExport(
        options,
        (progress) => this.emit('export:progress', progress),
        () => this.#stopExport,
      ),
    'export:cancel': () => void (this.#stopExport = true),
    'export:showFolder': () => undefined,
    'export:copyCommand': () => undefined,
    'export:earlier': () => [],
    ...this.evaluation.handlers,
  };

  async call<C extends Channel>(channel: C, ...args: Parameters<Calls[C]>): Promise<ReturnType<Calls[C]>> {
    this.calls.push([channel, ...args]);
    const handler = this.#handlers[channel];
    if (!handler) throw new Error(`The fake does not know ${channel}`);
    return structuredClone(await handler(...args));
  }

  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners);
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  openDropped({ name }: File): Promise<Opened | null> {
    const { plan } = this.classFiles;
    return Promise.resolve(plan && name === plan.name ? { classes: plan } : { project: this.#open() });
  }

  emit<E extends EventName>(event: E, payload: Events[E]): void {
    const listeners = (this.#listeners.get(event) ?? new Set()) as Set<(payload: Events[E]) => void>;
    for (const listener of listeners) listener(structuredClone(payload));
  }

  /** Reads some more images, as the decoder and engine would. */
  readOn(images: number): void {
    if (this.#state !== 'running' || this.#read >= this.items.length) return;
    const rows: ItemRow[] = [];
    for (const end = Math.min(this.items.length, this.#read + images); this.#read < end; this.#read++) {
      const row = fakeRow(this.#options.photos, this.#read, true);
      this.items[this.#read] = row;
      rows.push(row);
    }
    if (this.#read >= this.items.length) this.#state = 'idle';
    this.emit('items:changed', encodeRows(rows));
    this.#tellProgress();
    this.#tellGuesses();
  }

  #remembered(): PurgeEntry[] {
    if (!this.remembered) throw new Error('12 images have not been read yet.');
    return this.remembered;
  }

  #open(): ProjectSnapshot {
    if (this.#read >= this.items.length) this.#state = 'idle';
    setTimeout(() => this.#tellGuesses());
    return structuredClone({
      path: '/home/me/Documents/Imprint Studio/Garden photos.imprint',
      document: this.document,
      revision: this.#revision,
      readOnly: this.#options.readOnly,
      items: this.items,
      ...this.#history.titles,
      progress: this.#progress(),
      save: { kind: 'saved' },
      guesses: null,
      estimate: null,
      backbones: BACKBONES,
    });
  }

  #isSeenBy(backbone: string): boolean {
    return this.document.settings.backbone === backbone;
  }

  async #apply(command: Command): Promise<ProjectChange> {
    this.emit('project:saved', { kind: 'saving' });
    if (this.#options.delay > 0) await new Promise((done) => setTimeout(done, this.#options.delay));
    const reason = this.failNext;
    this.failNext = null;
    if (reason) throw new Error(reason);
    const change = structuredClone(
      reduce(this.document, command, { by: 'me', now: '2026-01-02T03:04:05.000Z' }),
    );
    if (change.patches.length > 0) this.#history.push(change);
    return this.#announce(change.patches);
  }

  /** Nothing of it is carried out: that is main's. */
  #merged(): ProjectChange {
    const reason = this.failNext;
    this.failNext = null;
    if (reason) throw new Error(reason);
    return this.#announce([]);
  }

  #travel(change: Step | null, direction: 'patches' | 'inverse'): ProjectChange | null {
    return change && this.#announce(change[direction]);
  }

  #announce(patches: Change['patches']): ProjectChange {
    if (patches.length > 0) this.#revision++;
    applyPatches(this.document, structuredClone(patches));
    const change = { revision: this.#revision, patches, ...this.#history.titles };
    this.emit('project:changed', change);
    this.#tellBoxes();
    this.emit('project:saved', { kind: 'saved' });
    this.#tellGuesses();
    return change;
  }

  /** Rows of boxes that are new, changed, deleted or back. */
  #tellBoxes(): void {
    const rows = boxRows(this.document, this.items);
    for (const row of rows) {
      this.items[row.index] = row;
      this.#embeddings.set(row.id, embeddingOf(row));
    }
    if (rows.length > 0) this.emit('items:changed', encodeRows(rows));
  }

  #guesses() {
    return fakeGuesses(this.document, this.items, this.#embeddings, this.#revision);
  }

  #tellGuesses(): void {
    this.emit('guesses:changed', this.#guesses());
    this.emit('estimate:changed', fakeEstimate(this.document, this.#embeddings, this.#revision));
  }

  #setReading(state: 'running' | 'paused' | 'cancelled'): void {
    this.#state = state;
    this.#tellProgress();
  }

  #tellProgress(): void {
    this.emit('embedding:progress', this.#progress());
  }

  #progress() {
    return fakeProgress(this.items, this.#read, this.#state);
  }
}
