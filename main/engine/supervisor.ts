/**
 * @file Keeps one engine process alive. Pending calls are rejected with `EngineGone` when it ends; it is started
 * again with back-off, and `onStart` puts it back where it was. Runs in main.
 */
import { describe } from '../contract/errors';
import type { Spoken } from '../../strings/chosen';
import type { EngineCalls, EngineEvents } from './protocol';
import { Caller, type Reply } from './rpc';
import { told } from '../../strings/words';

/** What the supervisor needs of a process: the Electron utilityProcess, or a double in tests. */
export interface EngineProcess {
  readonly pid: number | undefined;
  post(message: unknown, ports?: Electron.MessagePortMain[]): void;
  kill(): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Once, however it ends: the fallback Electron reports a crash by `exit` alone. */
  onExit(listener: (code: number) => void): void;
}

/** The engine ended while a call was pending: nothing is lost, the caller may ask again. */
export class EngineGone extends Error {
  override name = 'EngineGone';
}

export type EngineEvent = {
  [E in keyof EngineEvents]: { kind: 'event'; name: E; payload: EngineEvents[E] };
}[keyof EngineEvents];

export interface SupervisorOptions {
  /** Runs before every start; the engine is not started where it rejects. */
  beforeStart?: () => Promise<void>;
  fork: () => EngineProcess;
  /** Runs after every start, the first included: opens the sidecar, sets items, hands over a port. */
  onStart: (engine: Engine) => Promise<void>;
  onEvent: (event: EngineEvent) => void;
  /** The engine ended, by itself or because `renew` asked it to; what it had in hand is lost. */
  onGone: (wasAsked: boolean) => void;
  /** A sentence while the engine is away, null once it is back. */
  onTrouble: (trouble: string | null) => void;
  backOff?: (attempt: number) => number;
}

const STOPPED = 'The engine was stopped.';
const SETTLED_MS = 60_000;
const defaultBackOff = (attempt: number): number => Math.min(200 * 2 ** attempt, 10_000);

export class Engine {
  #process: EngineProcess | null = null;
  #caller: Caller | null = null;
  #attempt = 0;
  #startedAt = 0;
  #stopped = false;
  #renewed = false;
  #ready: Promise<void> = Promise.resolve();

  constructor(private readonly options: SupervisorOptions) {}

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** Resolves when the engine is open for calls; rejects when the first start fails. */
  start(): Promise<void> {
    this.#ready = this.#launch();
    return this.#ready;
  }

  /** Resolves when the engine of this moment, or its successor, is ready. */
  ready(): Promise<void> {
    return this.#ready;
  }

  async call<N extends keyof EngineCalls>(
    name: N,
    arg: Parameters<EngineCalls[N]>[0] | undefined,
  ): Promise<ReturnType<EngineCalls[N]>> {
    if (!this.#caller) throw new EngineGone('The engine is being started again.');
    return (await this.#caller.call(name, arg)) as ReturnType<EngineCalls[N]>;
  }

  /** Hands the engine a port; the decoder holds the other end. */
  sendPort(port: Electron.MessagePortMain): void {
    this.#process?.post({ kind: 'port' }, [port]);
  }

  /** From now on; one that is started later is told then. */
  speak(spoken: Spoken): void {
    this.#process?.post({ kind: 'speak', spoken });
  }

  /** Starts another one in its place, because something that it reads at its start has changed. */
  renew(): void {
    this.#renewed = true;
    this.#process?.kill();
  }

  /** For good. Pending calls are rejected at once: a process that hangs may take its time to end. */
  stop(): void {
    this.#stopped = true;
    const [child, caller] = [this.#process, this.#caller];
    this.#process = null;
    this.#caller = null;
    child?.kill();
    caller?.rejectAll(new EngineGone(STOPPED));
  }

  async #launch(): Promise<void> {
    if (this.options.beforeStart) await this.options.beforeStart();
    if (this.#stopped) throw new EngineGone(STOPPED);
    this.#startedAt = Date.now();
    const child = this.options.fork();
    const caller = new Caller((request) => child.post(request));
    this.#process = child;
    this.#caller = caller;
    child.onMessage((message) => this.#receive(caller, message as Reply | EngineEvent));
    child.onExit((code) => this.#ended(child, caller, code));
    await this.options.onStart(this);
    this.options.onTrouble(null);
  }

  #receive(caller: Caller, message: Reply | EngineEvent): void {
    if (message.kind === 'reply') caller.settle(message);
    else this.options.onEvent(message);
  }

  #ended(child: EngineProcess, caller: Caller, code: number): void {
    if (this.#process !== child) return;
    this.#process = null;
    this.#caller = null;
    caller.rejectAll(new EngineGone(`The engine ended (code ${code}).`));
    const wasAsked = this.#renewed;
    this.#renewed = false;
    this.options.onGone(wasAsked);
    // Where it did not fail, nothing is to be waited for.
    this.#attempt = wasAsked || Date.now() - this.#startedAt > SETTLED_MS ? 0 : this.#attempt + 1;
    this.options.onTrouble(told().shell.engineAgain);
    this.#ready = this.#relaunch();
    // Whoever waits on `ready()` sees the failure; nobody waiting is no reason to end main.
    this.#ready.catch(() => undefined);
  }

  async #relaunch(): Promise<void> {
    const wait = (this.options.backOff ?? defaultBackOff)(this.#attempt);
    await new Promise((resolve) => setTimeout(resolve, wait));
    try {
      await this.#launch();
    } catch (error) {
      if (!(error instanceof EngineGone)) {
        this.options.onTrouble(told().shell.engineCouldNotStart(describe(error)));
      }
      throw error;
    }
  }
}
