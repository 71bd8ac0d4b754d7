/**
 * @file The process that tries a model, as main sees it: calls that are answered, or end in a sentence when the process ends or
 * gives no answer. Nothing that happens there touches the app. Runs in main; knows no Electron.
 */
import { Caller, type Reply } from '../../engine/rpc';
import type { EngineProcess } from '../../engine/supervisor';
import { ended, tookTooLong, type TryStep } from '../sentences';
import { answerSchemas, type TryCalls } from './protocol';

/** Longest time for one answer, seconds: a call loads one model, or runs a few images. */
const PATIENCE: Record<keyof TryCalls, number> = {
  look: 120,
  load: 180,
  test: 180,
  run: 120,
  apart: 60,
  conclude: 120,
  forget: 60,
};

const STEPS: Record<keyof TryCalls, TryStep> = {
  look: 'look',
  load: 'load',
  test: 'try',
  run: 'try',
  apart: 'compare',
  conclude: 'try',
  forget: 'try',
};

export class TryProcess {
  readonly #caller: Caller;
  #ended: number | null = null;
  /** Why it was given up, from then on. */
  #given: Error | null = null;
  #step: TryStep = 'look';

  /** @param child just started */
  constructor(
    private readonly child: EngineProcess,
    private readonly patience: Record<keyof TryCalls, number> = PATIENCE,
  ) {
    this.#caller = new Caller((request) => child.post(request));
    child.onMessage((message) => this.#caller.settle(message as Reply));
    child.onExit((code) => {
      this.#ended = code;
      this.#caller.rejectAll(ended(this.#step, code));
    });
  }

  get isOver(): boolean {
    return this.#ended !== null || this.#given !== null;
  }

  /** @throws PersonError where the process ends, or gives no answer and is ended */
  async call<N extends keyof TryCalls>(
    name: N,
    arg: Parameters<TryCalls[N]>[0],
  ): Promise<ReturnType<TryCalls[N]>> {
    this.#step = STEPS[name];
    if (this.#given) throw this.#given;
    if (this.#ended !== null) throw ended(this.#step, this.#ended);
    const seconds = this.patience[name];
    const timer = setTimeout(() => this.stop(tookTooLong(this.#step, seconds)), seconds * 1000);
    try {
      // The schema of that call, which no type can say of a name that is a variable.
      const schema: { parse(answer: unknown): unknown } = answerSchemas[name];
      return schema.parse(await this.#caller.call(name, arg)) as ReturnType<TryCalls[N]>;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Hands over the port whose other end the decoder holds. */
  sendPort(port: Electron.MessagePortMain): void {
    this.child.post({ kind: 'port' }, [port]);
  }

  /** @param why what calls under way end in, and later ones */
  stop(why: Error): void {
    this.#given = why;
    this.#caller.rejectAll(why);
    this.child.kill();
  }
}
