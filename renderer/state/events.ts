/**
 * @file Main's events, brought to the open project.
 *
 * [Note: events while opening] Main may send events of a project before the answer to the call that opens it, and
 * until then those of the one that was open. Where none was, all are kept for the new one. Where one was, it goes on
 * hearing its own (a dialog can stay open for minutes); of what was kept only guesses and an estimate that fit are
 * handed over, and the window asks once more for everything else.
 */
import type { EventName, Events, StudioBridge } from '../../main/contract/calls';
import { decodeRows } from '../../main/contract/rows';
import type { Notices } from './notices.svelte';
import type { Session } from './session';

type ForProject = Exclude<EventName, 'app:notice' | 'app:menu' | 'app:given' | 'fault:happened'>;
type Handlers = { [E in ForProject]: (session: Session, payload: Events[E]) => boolean | void };

const HANDLERS: Handlers = {
  'project:changed': (session, change) => session.follow(change),
  'tuning:changed': ({ fineTuning }, state) => fineTuning.takeDeep(state),
  'training:changed': ({ fineTuning }, state) => fineTuning.take(state),
  'project:saved': ({ project }, save) => void (project.save = save),
  'items:changed': (session, rows) => session.takeRows(decodeRows(rows)),
  'embedding:progress': (session, progress) => session.takeProgress(progress),
  'guesses:changed': (session, guesses) => session.takeGuesses(guesses),
  'estimate:changed': ({ project }, estimate) => void (project.estimate = estimate),
  'search:arranging': ({ arranging }, progress) => arranging.take(progress),
  'map:changed': ({ map }, points) => map.take(points),
  'moves:changed': ({ moving }, state) => void (moving.state = state),
  'purge:progress': ({ purging }, progress) => void (purging.progress = progress),
  'merge:progress': ({ merging }, progress) => merging.told(progress),
  'duplicates:progress': ({ duplicates }, progress) => duplicates.told(progress),
  'labels:planProgress': ({ importing }, progress) => importing.told(progress),
  'labels:saveProgress': ({ saving }, progress) => void (saving.progress = progress),
  'evaluation:changed': ({ evaluating }, state) => evaluating.contest.take(state),
  'evaluation:baseProgress': ({ evaluating }, progress) => evaluating.base.told(progress),
  'ownBackbone:progress': ({ adding }, progress) => adding.told(progress),
  'export:progress': ({ exporting }, progress) => void (exporting.progress = progress),
};

/** Whether what was kept can only be about this project. */
const FITS: { [E in ForProject]?: (session: Session, payload: Events[E]) => boolean } = {
  'guesses:changed': ({ project }, table) =>
    table === null ||
    (table.count === project.items.length && table.classes.every((id) => project.classById.has(id))),
  'estimate:changed': ({ project }, estimate) =>
    estimate === null || estimate.classes.every((one) => project.classById.has(one.class)),
};

export interface Audience {
  readonly session: Session | null;
  readonly opening: boolean;
  /** The copy is behind and cannot catch up by patches. */
  lost(): void;
  /** There is something to open that was given from outside. */
  openGiven(): unknown;
}

interface Kept {
  deliver: (session: Session) => void;
  fits: (session: Session) => boolean;
}

export class EventRouter {
  readonly #audience: Audience;
  #kept: Kept[] = [];
  readonly #unsubscribe: (() => void)[];

  constructor(
    bridge: StudioBridge,
    audience: Audience,
    notices: Notices,
    listeners: {
      menu: (action: Events['app:menu']) => void;
      fault: (fault: Events['fault:happened']) => void;
    },
  ) {
    this.#audience = audience;
    const names = Object.keys(HANDLERS) as ForProject[];
    this.#unsubscribe = [
      ...names.map((name) => this.#subscribe(bridge, name)),
      bridge.on('app:notice', (notice) => notices.add(notice)),
      bridge.on('app:menu', listeners.menu),
      bridge.on('app:given', () => void audience.openGiven()),
      bridge.on('fault:happened', listeners.fault),
    ];
  }

  /** Hands what was kept to the new session: all of it, or only what fits where another one was open. */
  release(session: Session, wasOpen: boolean): void {
    for (const { deliver, fits } of this.#kept) if (!wasOpen || fits(session)) deliver(session);
    this.forget();
  }

  forget(): void {
    this.#kept = [];
  }

  destroy(): void {
    for (const stop of this.#unsubscribe) stop();
  }

  #subscribe<E extends ForProject>(bridge: StudioBridge, name: E): () => void {
    return bridge.on(name, (payload) => {
      const deliver = (session: Session) => {
        if (HANDLERS[name](session, payload) === false) this.#audience.lost();
      };
      const { session, opening } = this.#audience;
      if (opening) this.#kept.push({ deliver, fits: (other) => FITS[name]?.(other, payload) ?? false });
      if (session) deliver(session);
    });
  }
}
