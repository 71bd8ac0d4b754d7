/**
 * @file Main's events, brought to the open project. Those that arrive while a project is being opened are kept until
 * it is there: main may send guesses before the answer to the opening call is through.
 */
import type { EventName, Events, StudioBridge } from '../../main/contract/calls';
import type { Notices } from './notices.svelte';
import type { Session } from './session';

type ForProject = Exclude<EventName, 'app:notice' | 'app:menu'>;
type Handlers = { [E in ForProject]: (session: Session, payload: Events[E]) => boolean | void };

const HANDLERS: Handlers = {
  'project:changed': (session, change) => session.project.follow(change),
  'project:saved': ({ project }, save) => void (project.save = save),
  'items:changed': (session, rows) => session.takeRows(rows),
  'embedding:progress': ({ project }, progress) => void (project.progress = progress),
  'guesses:changed': ({ project }, guesses) => void (project.guesses = guesses),
  'estimate:changed': ({ project }, estimate) => void (project.estimate = estimate),
  'export:progress': ({ exporting }, progress) => void (exporting.progress = progress),
};

export interface Audience {
  readonly session: Session | null;
  readonly opening: boolean;
  /** The copy is behind and cannot catch up by patches. */
  lost(): void;
}

export class EventRouter {
  readonly #audience: Audience;
  readonly #kept: ((session: Session) => void)[] = [];
  readonly #unsubscribe: (() => void)[];

  constructor(
    bridge: StudioBridge,
    audience: Audience,
    notices: Notices,
    menu: (action: Events['app:menu']) => void,
  ) {
    this.#audience = audience;
    const names = Object.keys(HANDLERS) as ForProject[];
    this.#unsubscribe = [
      ...names.map((name) => this.#subscribe(bridge, name)),
      bridge.on('app:notice', (notice) => notices.add(notice)),
      bridge.on('app:menu', menu),
    ];
  }

  /** Hands over what came in while the session was being opened. */
  release(session: Session): void {
    for (const deliver of this.#kept.splice(0)) deliver(session);
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
      if (opening) this.#kept.push(deliver);
      else if (session) deliver(session);
    });
  }
}
