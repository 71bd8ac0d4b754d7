/**
 * @file The helpers behind every project: engine, decoder and thumbnails, started once, wired to each other, and
 * joined again whenever one of them had to be replaced. Runs in main, with a window or without.
 */
import { MessageChannelMain, type Session as ElectronSession } from 'electron';
import { Decoder, type DecoderOptions } from './images/decoder/decoder';
import { electronHost } from './images/decoder/electronHost';
import { ThumbnailStore } from './images/thumbnails';
import { InstalledBackbones, type PreferredBackbone } from './desk/backbones/installed';
import { forkEngine } from './engine/process';
import { describe } from './contract/errors';
import type { EngineReady } from './engine/protocol';
import { Engine, EngineGone, type EngineEvent } from './engine/supervisor';
import { nowSpoken } from '../strings/chosen';
import { DECODER_URL } from './shell/addresses';
import { log } from './shell/log';
import { checkNativeParts } from './shell/nativeParts';
import { built, cache, nativePlaces, resource, userFolder } from './shell/places';

/** What the open project does when a helper comes, goes or reports. */
export interface CoreUser {
  /** Folder of the backbone that its images are seen by; null: whichever is loaded makes no difference. */
  readonly backboneDir: string | null;
  /** The engine is loaded and knows nothing yet: open the project in it. Runs again after every restart. */
  engineStarted(): Promise<void>;
  engineGone(): void;
  engineEvent(event: EngineEvent): void;
  trouble(sentence: string | null): void;
}

const WORKERS = 2;

export class Core {
  readonly engine: Engine;
  readonly decoder: Decoder;
  #user: CoreUser | null = null;
  #loaded = false;
  #tensorflow: string | null = null;
  /** The engine ended by itself, or the decoder could not be started. */
  onLost: (helper: 'engine' | 'decoder') => void = () => undefined;
  /** The engine knows the open project, if there is one. */
  #takesImages = false;

  constructor(
    private readonly decoderSession: ElectronSession,
    /** null where nobody looks at the images. */
    readonly thumbnails: ThumbnailStore | null,
    readonly backbones: InstalledBackbones,
  ) {
    this.engine = new Engine({
      beforeStart: () => checkNativeParts(nativePlaces()),
      fork: () => forkEngine(built('main', 'engine.cjs')),
      onStart: () => this.#engineStarted(),
      onEvent: (event) => this.#user?.engineEvent(event),
      onGone: (wasAsked) => this.#engineGone(wasAsked),
      onTrouble: (sentence) => this.#trouble(sentence),
    });
    this.decoder = this.newDecoder({
      onNeedsPort: () => this.#connect(),
      onTrouble: (sentence) => this.#trouble(sentence),
      onGivenUp: () => this.onLost('decoder'),
    });
  }

  /** A decoder for whoever must not share the one that feeds the engine, such as the export check. */
  newDecoder(listeners: Pick<DecoderOptions, 'onNeedsPort' | 'onTrouble' | 'onGivenUp'>): Decoder {
    return new Decoder({
      startHost: electronHost({
        url: DECODER_URL,
        preload: built('main', 'decoder-preload.cjs'),
        workers: WORKERS,
        session: this.decoderSession,
      }),
      workers: WORKERS,
      onEnd: (why) => log.warn(`decoder: ${why}`),
      ...listeners,
    });
  }

  /** Version of the library in the engine; null while it is not loaded. */
  get tensorflow(): string | null {
    return this.#loaded ? this.#tensorflow : null;
  }

  /** Resolves when images can be embedded. A project may be used before. */
  async start(): Promise<void> {
    this.decoder.start();
    await this.engine.start();
  }

  /** Resolves when the engine is loaded, or loaded again. */
  ready(): Promise<void> {
    return this.engine.ready();
  }

  /** The language has changed. */
  speak(): void {
    this.engine.speak(nowSpoken());
  }

  /** The one open project, or null. */
  async use(user: CoreUser | null): Promise<void> {
    this.#user = user;
    if (!this.#loaded || !user) return;
    // Nothing of it may reach the engine before it knows the project.
    this.#takesImages = false;
    this.decoder.disconnectEngine();
    await user.engineStarted();
    if (this.#user !== user || !this.#loaded) return;
    this.#takesImages = true;
    this.#connect();
  }

  async stop(): Promise<void> {
    this.#user = null;
    this.decoder.destroy();
    this.engine.stop();
    await this.thumbnails?.close();
  }

  async #engineStarted(): Promise<void> {
    this.#tensorflow = (await this.#load(this.#user?.backboneDir ?? this.backbones.default.dir)).tensorflow;
    this.#loaded = true;
    await this.#user?.engineStarted();
    this.#takesImages = true;
    this.#connect();
  }

  /** A project whose backbone cannot be loaded says so when it is opened; the engine is there all the same. */
  async #load(backboneDir: string): Promise<EngineReady> {
    const modelCache = cache('models');
    const last = this.backbones.last.dir;
    try {
      return await this.engine.call('load', { backboneDir, modelCache });
    } catch (error) {
      if (error instanceof EngineGone || backboneDir === last) throw error;
      log.warn(describe(error));
      return this.engine.call('load', { backboneDir: last, modelCache });
    }
  }

  #engineGone(wasAsked: boolean): void {
    if (wasAsked) log.info('the engine is started anew');
    else {
      log.warn('the engine ended');
      this.onLost('engine');
    }
    this.#loaded = false;
    this.#takesImages = false;
    this.decoder.disconnectEngine();
    this.#user?.engineGone();
  }

  #trouble(sentence: string | null): void {
    if (sentence !== null) log.warn(sentence);
    this.#user?.trouble(sentence);
  }

  /** A channel of their own: pixels need not pass through main. */
  #connect(): void {
    if (!this.#takesImages) return;
    const { port1, port2 } = new MessageChannelMain();
    this.engine.sendPort(port1);
    this.decoder.connectEngine(port2);
  }
}

/**
 * The helpers, not started yet.
 * @param limit bytes that thumbnails may take; null where nobody looks at the images
 * @param preferred what new projects are made with, where a person chose
 */
export async function openCore(
  decoderSession: ElectronSession,
  limit: number | null,
  preferred: PreferredBackbone = () => null,
): Promise<Core> {
  const broken = (sentence: string): void => log.warn(sentence);
  const folders = { shipped: resource('backbones'), own: userFolder('backbones') };
  const backbones = await InstalledBackbones.read(folders, preferred, broken);
  const thumbnails = limit === null ? null : await ThumbnailStore.open(cache('thumbnails'), { limit });
  return new Core(decoderSession, thumbnails, backbones);
}
