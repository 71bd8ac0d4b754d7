/**
 * @file The helpers behind every project: engine, decoder and thumbnails, started once, wired to each other, and
 * joined again whenever one of them had to be replaced. Runs in main, with a window or without.
 */
import { MessageChannelMain, type Session as ElectronSession } from 'electron';
import { Decoder, type DecoderOptions } from './images/decoder/decoder';
import { electronHost } from './images/decoder/electronHost';
import type { ThumbnailStore } from './images/thumbnails';
import { forkEngine } from './engine/process';
import type { EngineReady } from './engine/protocol';
import { Engine, type EngineEvent } from './engine/supervisor';
import { DECODER_URL } from './shell/addresses';
import { log } from './shell/log';
import { built, cache, resource } from './shell/places';

/** What the open project does when a helper comes, goes or reports. */
export interface CoreUser {
  /** The engine is loaded and knows nothing yet: open the project in it. Runs again after every restart. */
  engineStarted(): Promise<void>;
  engineGone(): void;
  engineEvent(event: EngineEvent): void;
  trouble(sentence: string | null): void;
}

const WORKERS = 2;
export const BACKBONE = 'efficientnet-lite0';

export class Core {
  readonly engine: Engine;
  readonly decoder: Decoder;
  #user: CoreUser | null = null;
  #facts: EngineReady | null = null;

  constructor(
    private readonly decoderSession: ElectronSession,
    /** null where nobody looks at the images. */
    readonly thumbnails: ThumbnailStore | null,
  ) {
    this.engine = new Engine({
      fork: () => forkEngine(built('main', 'engine.cjs')),
      onStart: () => this.#engineStarted(),
      onEvent: (event) => this.#user?.engineEvent(event),
      onGone: () => this.#engineGone(),
      onTrouble: (sentence) => this.#trouble(sentence),
    });
    this.decoder = this.newDecoder({
      onNeedsPort: () => this.#connect(),
      onTrouble: (sentence) => this.#trouble(sentence),
    });
  }

  /** A decoder for whoever must not share the one that feeds the engine, such as the export check. */
  newDecoder(listeners: Pick<DecoderOptions, 'onNeedsPort' | 'onTrouble'>): Decoder {
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

  /** Resolves when images can be embedded. */
  async start(): Promise<EngineReady> {
    this.decoder.start();
    await this.engine.start();
    return this.facts;
  }

  /** Resolves when the engine is loaded. */
  ready(): Promise<void> {
    return this.engine.ready();
  }

  /** What the engine said of itself when it was last loaded. */
  get facts(): EngineReady {
    if (!this.#facts) throw new Error('The engine has not been loaded yet.');
    return this.#facts;
  }

  /** The one open project, or null. */
  async use(user: CoreUser | null): Promise<void> {
    this.#user = user;
    await this.engine.ready();
    await user?.engineStarted();
  }

  stop(): void {
    this.#user = null;
    this.decoder.destroy();
    this.engine.stop();
  }

  async #engineStarted(): Promise<void> {
    const backbone = { backboneDir: resource('backbones', BACKBONE), modelCache: cache('models') };
    this.#facts = await this.engine.call('load', backbone);
    await this.#user?.engineStarted();
    this.#connect();
  }

  #engineGone(): void {
    log.warn('the engine ended');
    this.decoder.disconnectEngine();
    this.#user?.engineGone();
  }

  #trouble(sentence: string | null): void {
    if (sentence !== null) log.warn(sentence);
    this.#user?.trouble(sentence);
  }

  /** A channel of their own: pixels need not pass through main. */
  #connect(): void {
    if (this.engine.pid === undefined) return;
    const { port1, port2 } = new MessageChannelMain();
    this.engine.sendPort(port1);
    this.decoder.connectEngine(port2);
  }
}
