/**
 * @file The checking process as main sees it: calls that are answered, or rejected when it ends. Runs in main; knows no
 * Electron.
 */
import { PersonError } from '../../contract/errors';
import { Caller, type Reply } from '../../engine/rpc';
import type { EngineProcess } from '../../engine/supervisor';
import type { CheckCalls } from './protocol';
import { told } from '../../../strings/words';

export class CheckProcess {
  readonly #caller: Caller;
  #ended: number | null = null;

  /** @param child just started */
  constructor(private readonly child: EngineProcess) {
    this.#caller = new Caller((request) => child.post(request));
    child.onMessage((message) => this.#caller.settle(message as Reply));
    child.onExit((code) => {
      this.#ended = code;
      this.#caller.rejectAll(ended(code));
    });
  }

  async call<N extends keyof CheckCalls>(
    name: N,
    arg?: Parameters<CheckCalls[N]>[0],
  ): Promise<ReturnType<CheckCalls[N]>> {
    if (this.#ended !== null) throw ended(this.#ended);
    return (await this.#caller.call(name, arg)) as ReturnType<CheckCalls[N]>;
  }

  /** Hands over the port whose other end the decoder holds. */
  sendPort(port: Electron.MessagePortMain): void {
    this.child.post({ kind: 'port' }, [port]);
  }

  stop(): void {
    this.child.kill();
  }
}

const ended = (code: number): PersonError => new PersonError(told().exports.checkEnded, `exit code ${code}`);
