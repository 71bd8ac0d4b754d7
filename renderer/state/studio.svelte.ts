/** @file The window as a whole: which project is open, which were, and how one gets there. */
import type { StudioBridge } from '../../main/contract/calls';
import type { Opened } from '../../main/contract/areas/app';
import type { AppState, ProjectSnapshot, RecentProject } from '../../main/contract/model';
import { app } from '../../strings';
import { AboutState } from './about.svelte';
import { Client } from './client';
import { EventRouter, type Audience } from './events';
import { runMenu, type MenuSubject } from './menu';
import { Faulting } from './faulting.svelte';
import { Notices } from './notices.svelte';
import { Preferring } from './preferring.svelte';
import { Session } from './session';

export class Studio implements Audience, MenuSubject {
  readonly notices = new Notices();
  readonly client: Client;
  readonly preferring: Preferring;
  readonly about: AboutState;
  readonly faulting: Faulting;
  readonly #storage: Storage | null;
  readonly #events: EventRouter;
  #session = $state.raw<Session | null>(null);
  #recent = $state.raw<readonly RecentProject[]>([]);
  #version = $state('');
  #ready = $state(false);
  #opening = $state(0);

  constructor(bridge: StudioBridge, storage: Storage | null) {
    this.client = new Client(bridge, this.notices);
    this.#storage = storage;
    this.preferring = new Preferring(this.client);
    this.about = new AboutState(this.client);
    this.faulting = new Faulting(this.client);
    this.#events = new EventRouter(bridge, this, this.notices, {
      menu: (action) => runMenu(this, action),
      fault: (fault) => this.faulting.happened(fault),
    });
  }

  get session(): Session | null {
    return this.#session;
  }
  get recent(): readonly RecentProject[] {
    return this.#recent;
  }
  get version(): string {
    return this.#version;
  }
  /** False until main has said what is open. */
  get ready(): boolean {
    return this.#ready;
  }
  get opening(): boolean {
    return this.#opening > 0;
  }

  /** Asks main what there is; a window that was reloaded finds its project again. */
  async start(): Promise<void> {
    await this.#whileOpening(app.couldNot.start, async () => {
      const state = await this.client.bridge.call('app:state');
      this.#take(state);
      return state.project;
    });
    await this.openGiven();
    this.#ready = true;
  }

  async openFolder(): Promise<void> {
    await this.#whileOpening(app.couldNot.open, () => this.client.bridge.call('project:chooseFolder'));
  }

  async openProject(): Promise<void> {
    await this.#whileOpening(app.couldNot.open, () => this.client.bridge.call('project:chooseProject'));
  }

  async openModel(): Promise<void> {
    await this.#whileOpening(app.couldNot.open, () => this.client.bridge.call('classFiles:openModel'));
  }

  async openSample(): Promise<void> {
    await this.#whileOpening(app.couldNot.open, () => this.client.bridge.call('project:openSample'));
  }

  /** What the program was started with, or given while it runs. */
  async openGiven(): Promise<void> {
    await this.#openPath(() => this.client.bridge.call('project:openGiven'));
  }

  async openRecent(id: string): Promise<void> {
    await this.#whileOpening(app.couldNot.open, () => this.client.bridge.call('project:openRecent', id));
  }

  async openDropped(files: readonly File[]): Promise<void> {
    const [file] = files;
    if (!file || files.length > 1) return this.notices.info(app.dropOne);
    await this.#openPath(async () => {
      const opened = await this.client.bridge.openDropped(file);
      if (!opened) throw new Error(app.dropNoFile);
      return opened;
    });
  }

  async forgetRecent(id: string): Promise<void> {
    const state = await this.client.ask(app.couldNot.forget, 'project:forgetRecent', id);
    if (state) this.#take(state);
  }

  async closeProject(): Promise<void> {
    const state = await this.client.ask(app.couldNot.close, 'project:close');
    if (!state) return;
    this.#take(state);
    this.#session = null;
  }

  lost(): void {
    if (this.opening) return;
    void this.#whileOpening(
      app.couldNot.refresh,
      async () => (await this.client.bridge.call('app:state')).project,
    );
  }

  destroy(): void {
    this.#events.destroy();
  }

  /** A file of classes opens nothing: it is offered to the project that is open. */
  async #openPath(call: () => Promise<Opened | null>): Promise<void> {
    await this.#whileOpening(app.couldNot.open, async () => {
      const opened = await call();
      if (opened && 'classes' in opened) this.#session?.classFiles.offer(opened.classes);
      return opened && 'project' in opened ? opened.project : null;
    });
  }

  #take(state: AppState): void {
    this.#version = state.version;
    this.#recent = state.recent;
  }

  async #whileOpening(title: string, call: () => Promise<ProjectSnapshot | null>): Promise<void> {
    const wasOpen = this.#session !== null;
    this.#opening++;
    const snapshot = await this.client.attempt(title, call);
    if (snapshot) this.#show(snapshot, wasOpen);
    this.#opening--;
    if (!this.opening) this.#events.forget();
    if (snapshot && wasOpen) await this.#catchUp();
  }

  #show(snapshot: ProjectSnapshot, wasOpen: boolean): void {
    this.notices.forgetDone();
    this.#session = new Session(snapshot, this.client, this.notices, this.#storage);
    this.#events.release(this.#session, wasOpen);
  }

  /** What main told of this project while another one was still shown. */
  async #catchUp(): Promise<void> {
    const state = await this.client.ask(app.couldNot.refresh, 'app:state');
    if (state?.project && this.#session) this.#session.refresh(state.project);
  }
}
